export { type Analysis, analyze } from './analysis.ts';
export { type Code, codes } from './diagnostics/catalogue.ts';
export type { Diagnostic, Finding, Fix, Severity } from './diagnostics/diagnostic.ts';
export { finding } from './diagnostics/finding.ts';
export { type FormatResult, format } from './format/format.ts';
export type * from './semantics/model.ts';
export type { Location, Origin, Piece } from './text/piece.ts';
export {
  createSourceFile,
  decodeSourceFile,
  lineText,
  type Position,
  positionAt,
  type SourceFile,
} from './text/source-file.ts';
export type { Span } from './text/span.ts';
export {
  accountProblem,
  addressProblem,
  arnProblem,
  regionProblem,
} from './values/value-problems.ts';
