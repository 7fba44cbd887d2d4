/**
 * The tree of a piece, as written: every item in its order, offsets from the start of the piece.
 * What is missing is `undefined`; literals carry their value where they have one.
 */

import type { Span } from '../text/span.ts';
import type { ChannelType } from '../values/channel-type.ts';
import type { ClockTime } from '../values/clock-time.ts';
import type { ZonedDateTime } from '../values/date-time.ts';
import type { WeekDay } from '../values/week-day.ts';

/** A word that stands as a name, valid or not. */
export interface Name extends Span {
  readonly text: string;
}

/** `@name`; the span includes the `@`, the text does not. */
export interface Ref extends Span {
  readonly kind: 'ref';
  readonly text: string;
}

export interface StringLiteral extends Span {
  readonly kind: 'string';
  readonly value: string;
}

export interface VariableLiteral extends Span {
  readonly kind: 'variable';
  /** Without the `$`. */
  readonly name: string;
}

export type ValueLiteral = StringLiteral | VariableLiteral;

/** A literal with the value that it has unless it is malformed, and as written. */
export interface Literal<T> extends Span {
  readonly text: string;
  readonly value: T | undefined;
}

/** In seconds. */
export type DurationLiteral = Literal<number>;
export type IntegerLiteral = Literal<number>;
export type TimeLiteral = Literal<ClockTime>;
export type DateTimeLiteral = Literal<ZonedDateTime>;

export interface DayLiteral extends Span {
  readonly day: WeekDay;
}

/** A `<` and its `>`; a block that is never closed ends where its last item does. */
export interface Block<Item> {
  /** Where its `<` stands. */
  open: Span | undefined;
  items: Item[];
}

interface Node extends Span {
  end: number;
}

export interface TagItem extends Node {
  readonly kind: 'tag';
  key: Name | StringLiteral | undefined;
  value: StringLiteral | undefined;
}

export interface AliasItem extends Node {
  readonly kind: 'alias';
  value: StringLiteral | undefined;
}

export interface ChannelItem extends Node {
  readonly kind: 'channel';
  name: Name | undefined;
  label: StringLiteral | undefined;
  type: ChannelType | undefined;
  address: ValueLiteral | undefined;
  deferred: boolean;
}

export interface StageItem extends Node, Block<TargetItem> {
  readonly kind: 'stage';
  duration: DurationLiteral | undefined;
}

export interface TargetItem extends Node {
  readonly kind: 'notify';
  /** A channel's name or a reference to a person. */
  target: (Name & { readonly kind: 'name' }) | Ref | undefined;
  retry: DurationLiteral | undefined;
  essential: boolean;
}

export interface UseItem extends Node {
  readonly kind: 'use';
  name: Name | undefined;
}

/** `account` and `region`. */
export interface SettingItem extends Node {
  readonly kind: 'account' | 'region';
  value: ValueLiteral | undefined;
}

export interface LintItem extends Node {
  readonly kind: 'lint';
  code: Name | undefined;
  level: 'error' | 'warning' | 'off' | undefined;
}

export interface RotationReferenceItem extends Node {
  readonly kind: 'rotation-reference';
  ref: Ref | undefined;
}

export interface ZoneItem extends Node {
  readonly kind: 'zone';
  zone: StringLiteral | undefined;
}

export interface StartItem extends Node {
  readonly kind: 'start';
  at: DateTimeLiteral | undefined;
}

export interface MembersItem extends Node {
  readonly kind: 'members';
  readonly refs: Ref[];
}

/** `on-call` and `every`. */
export interface NumberItem extends Node {
  readonly kind: 'on-call' | 'every';
  value: IntegerLiteral | undefined;
}

export interface DailyItem extends Node {
  readonly kind: 'daily';
  readonly times: TimeLiteral[];
}

export interface WeeklyItem extends Node {
  readonly kind: 'weekly';
  readonly times: { readonly day: DayLiteral; readonly time: TimeLiteral }[];
}

export interface MonthlyItem extends Node {
  readonly kind: 'monthly';
  readonly times: { readonly day: IntegerLiteral; readonly time: TimeLiteral }[];
}

export interface CoverItem extends Node {
  readonly kind: 'cover';
  from: DayLiteral | undefined;
  to: DayLiteral | undefined;
  readonly windows: { readonly start: TimeLiteral; readonly end: TimeLiteral }[];
}

export interface OverrideItem extends Node, Block<Ref> {
  readonly kind: 'override';
  from: DateTimeLiteral | undefined;
  to: DateTimeLiteral | undefined;
}

export interface PageItem extends Node {
  readonly kind: 'page';
  ref: Ref | undefined;
  at: DateTimeLiteral | undefined;
  zone: StringLiteral | undefined;
}

export interface AckItem extends Node {
  readonly kind: 'ack';
  ref: Ref | undefined;
  after: DurationLiteral | undefined;
}

export interface ExpectItem extends Node {
  readonly kind: 'expect';
  ref: Ref | undefined;
  /** `undefined` with `never` false: the duration is missing. */
  within: DurationLiteral | undefined;
  never: boolean;
}

export type ProjectEntry = SettingItem | TagItem | LintItem;
export type ContactEntry = ChannelItem | StageItem | UseItem | AliasItem | TagItem;
export type PlanEntry = StageItem | AliasItem | TagItem;
export type ScheduleEntry = RotationReferenceItem | AliasItem | TagItem;
export type RotationEntry =
  | ZoneItem
  | StartItem
  | MembersItem
  | NumberItem
  | DailyItem
  | WeeklyItem
  | MonthlyItem
  | CoverItem
  | OverrideItem
  | TagItem;
export type TestEntry = PageItem | AckItem | ExpectItem;

interface Declared extends Node {
  name: Name | undefined;
}

export interface ProjectDeclaration extends Declared, Block<ProjectEntry> {
  readonly kind: 'project';
}

export interface ContactDeclaration extends Declared, Block<ContactEntry> {
  readonly kind: 'contact';
  label: StringLiteral | undefined;
}

export interface TemplateDeclaration extends Declared, Block<StageItem> {
  readonly kind: 'template';
}

export interface PlanDeclaration extends Declared, Block<PlanEntry> {
  readonly kind: 'plan';
  label: StringLiteral | undefined;
}

export interface ScheduleDeclaration extends Declared, Block<ScheduleEntry> {
  readonly kind: 'schedule';
  label: StringLiteral | undefined;
}

export interface RotationDeclaration extends Declared, Block<RotationEntry> {
  readonly kind: 'rotation';
  label: StringLiteral | undefined;
}

export interface ExternDeclaration extends Declared {
  readonly kind: 'extern';
  arn: ValueLiteral | undefined;
}

export interface TestDeclaration extends Node, Block<TestEntry> {
  readonly kind: 'test';
  title: StringLiteral | undefined;
}

export type Declaration =
  | ProjectDeclaration
  | ContactDeclaration
  | TemplateDeclaration
  | PlanDeclaration
  | ScheduleDeclaration
  | RotationDeclaration
  | ExternDeclaration
  | TestDeclaration;

export type Item =
  | ProjectEntry
  | ContactEntry
  | PlanEntry
  | ScheduleEntry
  | RotationEntry
  | TestEntry
  | TargetItem;
