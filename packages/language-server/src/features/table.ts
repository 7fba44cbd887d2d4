/** Every method that the server answers, and the pure function that answers it. */
import { DefinitionRequest } from 'vscode-languageserver';
import { type Feature, ofDocument } from '../feature.ts';
import { definition } from './definition.ts';

export const features: readonly Feature[] = [
  ofDocument(DefinitionRequest.type, { definitionProvider: true }, definition),
];
