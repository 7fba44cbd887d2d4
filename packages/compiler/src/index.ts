export { type Arn, type ArnOf, contactArn } from './arn.ts';
export { compile, type Request } from './compile.ts';
export {
  type Action,
  type Change,
  type ChangeKind,
  describeReason,
  type Reason,
  type Subject,
} from './difference/change.ts';
export { claimOverrides } from './difference/claim-overrides.ts';
export { difference } from './difference/difference.ts';
export { type Drifted, drift, type Side } from './difference/drift.ts';
export { type DutyChange, dutyChange } from './duties/duty-change.ts';
export { type LiveNames, liveRules } from './duties/live-rules.ts';
export type {
  LiveChannel,
  LiveContact,
  LiveOverride,
  LiveRotation,
  LiveState,
} from './live-state.ts';
export { type Environment, type Lowered, lower } from './lower/lower.ts';
export { maskAddress } from './mask-address.ts';
export { nameTag, projectName, projectTag } from './ownership.ts';
export { type Holdings, holdingsOf, perform } from './perform.ts';
export { preview } from './preview.ts';
export { resolve } from './resolve.ts';
export type { Resource } from './resource.ts';
export { sameChannel, sameContents, sameOverride } from './same-contents.ts';
export {
  addressesOf,
  type Moved,
  movedChanges,
  type SavedChange,
  savedChanges,
} from './saved-plan.ts';
export { type Source, type SourceOptions, source } from './source/source.ts';
export { type Step, steps } from './steps.ts';
export type * from './wire.ts';
