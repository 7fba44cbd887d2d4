/** What a feature answers from: a project, and a file of it, as they are at one moment. */
import type { Analysis, Location, Rule, SourceFile } from '@oncall/language';
import type { Position, Range, Location as UriLocation } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { uriOf } from './paths.ts';
import { offsetAt, positionAt, rangeOf } from './positions.ts';

export class ProjectSnapshot {
  readonly analysis: Analysis;
  /** Those that the analysis was made with, beside the language's own. */
  readonly rules: readonly Rule[];
  /** Path of the project's folder. */
  readonly folder: string;
  /** Epoch seconds. */
  readonly now: number;
  readonly client: Client;
  /** The value of a variable, if it is set where the server runs. */
  readonly variable: (name: string) => string | undefined;
  /** URI of the page that explains a diagnostic. */
  readonly pageOf: (code: string) => string | undefined;
  readonly #uris: ReadonlyMap<string, string>;

  constructor(parts: SnapshotParts) {
    this.analysis = parts.analysis;
    this.rules = parts.rules;
    this.folder = parts.folder;
    this.now = parts.now;
    this.client = parts.client;
    this.variable = parts.variable;
    this.pageOf = parts.pageOf;
    this.#uris = parts.uris;
  }

  /** As the client names the file where it has it open. */
  uriOf(file: SourceFile): string {
    return this.#uris.get(file.path) ?? uriOf(file.path);
  }

  rangeOf({ file, span }: Location): Range {
    return rangeOf(file, span, this.client.encoding);
  }

  locationOf(location: Location): UriLocation {
    return { uri: this.uriOf(location.file), range: this.rangeOf(location) };
  }
}

export interface SnapshotParts {
  readonly analysis: Analysis;
  readonly rules: readonly Rule[];
  readonly folder: string;
  readonly now: number;
  readonly client: Client;
  readonly variable: (name: string) => string | undefined;
  readonly pageOf: (code: string) => string | undefined;
  /** Of open documents, by path. */
  readonly uris: ReadonlyMap<string, string>;
}

/** A snapshot from where a file stands. */
export class Snapshot extends ProjectSnapshot {
  readonly file: SourceFile;

  constructor(parts: SnapshotParts, file: SourceFile) {
    super(parts);
    this.file = file;
  }

  get uri(): string {
    return this.uriOf(this.file);
  }

  offsetAt(position: Position): number {
    return offsetAt(this.file, position, this.client.encoding);
  }

  /** In the snapshot's file. */
  positionAt(offset: number): Position {
    return positionAt(this.file, offset, this.client.encoding);
  }

  /** In the snapshot's file. */
  rangeAt(start: number, end: number): Range {
    return rangeOf(this.file, { start, end }, this.client.encoding);
  }
}
