export { type Analysis, type AnalyzeOptions, analyze } from './analysis.ts';
export { type Code, codes, type Severity, severityOf } from './diagnostics/catalogue.ts';
export type { Diagnostic, Finding, Fix } from './diagnostics/diagnostic.ts';
export { finding } from './diagnostics/finding.ts';
export {
  type AppliedFixes,
  type ApplyFixesOptions,
  applyFixes,
} from './fixes/apply-fixes.ts';
export { certainFix } from './fixes/certain-fix.ts';
export { type FormatResult, format } from './format/format.ts';
export { type Change, changesFor } from './query/changes-for.ts';
export { type DeclarationAt, declarationAt, declarationsIn } from './query/declarations.ts';
export { type Declared, declared, declaredNames } from './query/declared.ts';
export { declares } from './query/declares.ts';
export { type Expected, expectedAt } from './query/expected.ts';
export type { DeclarationKind, ExpectedThing } from './query/expected-thing.ts';
export { type Fold, foldsOf } from './query/folds.ts';
export { formatEdits, indentEdit, type TextChange, textChanges } from './query/format-edits.ts';
export { type Link, linksOf } from './query/links.ts';
export { type Meaning, meaningOf } from './query/meaning.ts';
export { type OutlineEntry, outline, outlineOfProject } from './query/outline.ts';
export { type Pageable, type Paging, pageableOf, pagedBy, pagersOf } from './query/paging.ts';
export {
  prepareRename,
  type Refused,
  type Renamable,
  type Renamed,
  rename,
} from './query/rename.ts';
export { selectionsAt } from './query/selections.ts';
export { type StageWithin, stagesWithin } from './query/stages-within.ts';
export { type Mention, mentionsOf, type SymbolAt, symbolAt } from './query/symbol-at.ts';
export { type TemplateStage, templateStages } from './query/template-stages.ts';
export { type Thing, type ThingAt, thingAt, thingsWithin } from './query/thing-at.ts';
export { type TokenRole, tokensWithin } from './query/tokens-within.ts';
export { type Usage, written } from './query/vocabulary.ts';
export type * from './semantics/model.ts';
export type { Lookup, Rule, RuleContext } from './semantics/rules/rule.ts';
export { declaresProject } from './syntax/parse.ts';
export type { Location, Origin, Piece } from './text/piece.ts';
export {
  isSearchedFolder,
  isSourceName,
  nearestFolder,
  sourceExtension,
} from './text/project-paths.ts';
export {
  createSourceFile,
  decodeSourceFile,
  lineText,
  type Position,
  positionAt,
  type SourceFile,
} from './text/source-file.ts';
export type { Span } from './text/span.ts';
export { isName } from './values/alias.ts';
export {
  type LocalDateTime,
  localOfEpoch,
  parseDateTime,
  type ZonedDateTime,
} from './values/date-time.ts';
export { formatMinutes, parseDuration } from './values/duration.ts';
export { quote } from './values/string-literal.ts';
export {
  accountProblem,
  addressProblem,
  arnProblem,
  regionProblem,
} from './values/value-problems.ts';
export { weekDays } from './values/week-day.ts';
export { instantOf, isTimeZone, localAt, offsetAt, transitions } from './values/zone.ts';
export { zoneNames } from './values/zone-names.ts';
