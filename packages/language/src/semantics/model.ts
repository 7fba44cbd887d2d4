/**
 * What a project means, as plain data: names resolved, templates put in their place, durations in
 * minutes, times as instants. Each property carries the place it was written at. Everything
 * downstream (rules about people and time, compiler, simulator) reads this and never the tree.
 *
 * What an error makes unusable is left out (a rotation without zone, a target that dangles), so
 * a model always holds together; one that is compiled had no errors, and lacks nothing.
 */
import type { Origin } from '../text/piece.ts';
import type { ChannelType } from '../values/channel-type.ts';
import type { ClockTime } from '../values/clock-time.ts';
import type { WeekDay } from '../values/week-day.ts';

export type { ChannelType, ClockTime, WeekDay };

export interface Model {
  readonly project: Project | undefined;
  /** By NAME, in the order of files and of text. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly rotations: ReadonlyMap<string, Rotation>;
  readonly externs: ReadonlyMap<string, Extern>;
  readonly tests: readonly Test[];
}

/** A value and where it was written. */
export interface Sourced<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** What may be a text or a variable; variables are looked up when requests are made. */
export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly origin: Origin }
  | { readonly kind: 'variable'; readonly name: string; readonly origin: Origin };

export interface Project {
  readonly name: string;
  /** Of the name, here and in all declarations. */
  readonly origin: Origin;
  readonly account: Value | undefined;
  readonly region: Value | undefined;
  readonly tags: readonly Tag[];
}

export interface Tag {
  readonly key: string;
  readonly value: string;
  readonly origin: Origin;
}

export interface Contact {
  readonly kind: 'contact';
  readonly name: string;
  readonly origin: Origin;
  /** `Alias`: the NAME, unless `alias` gives another. */
  readonly alias: string;
  readonly displayName: Sourced<string> | undefined;
  readonly channels: readonly Channel[];
  /** Own stages and those of templates, in order. */
  readonly stages: readonly ContactStage[];
  readonly tags: readonly Tag[];
}

export interface Channel {
  readonly name: string;
  readonly origin: Origin;
  /** `Name`: the STRING, or the NAME. */
  readonly label: string;
  readonly type: ChannelType;
  readonly address: Value;
  readonly deferred: boolean;
}

export interface ContactStage {
  /** Whole minutes. */
  readonly minutes: number;
  /** Of the duration. */
  readonly origin: Origin;
  readonly targets: readonly ChannelTarget[];
  /** The `use` that brought this stage here from a template. */
  readonly via: Origin | undefined;
}

/** Stages that contacts share; the model has them in those who use them, and rules see where they are written. */
export interface Template {
  readonly kind: 'template';
  readonly name: string;
  readonly origin: Origin;
  readonly stages: readonly ContactStage[];
}

export interface ChannelTarget {
  /** NAME of a channel of the same contact. */
  readonly channel: string;
  readonly origin: Origin;
  /** Whole minutes. */
  readonly retry: Sourced<number> | undefined;
}

export interface Plan {
  readonly kind: 'plan';
  readonly name: string;
  readonly origin: Origin;
  readonly alias: string;
  readonly displayName: Sourced<string> | undefined;
  readonly stages: readonly PlanStage[];
  readonly tags: readonly Tag[];
}

export interface PlanStage {
  /** Whole minutes. */
  readonly minutes: number;
  /** Of the duration. */
  readonly origin: Origin;
  readonly targets: readonly PlanTarget[];
}

export interface PlanTarget {
  readonly to: Reference<'contact' | 'schedule' | 'extern'>;
  readonly essential: boolean;
}

/** A name that was resolved: the key of the map of its kind. */
export interface Reference<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
  readonly origin: Origin;
}

/** Someone who can be on call. */
export type Person = Reference<'contact' | 'extern'>;

export interface Schedule {
  readonly kind: 'schedule';
  readonly name: string;
  readonly origin: Origin;
  readonly alias: string;
  readonly displayName: Sourced<string> | undefined;
  readonly rotations: readonly Reference<'rotation'>[];
  readonly tags: readonly Tag[];
}

export interface Rotation {
  readonly kind: 'rotation';
  readonly name: string;
  readonly origin: Origin;
  /** `Name`: the STRING, or the NAME. */
  readonly label: string;
  /** IANA name. */
  readonly zone: Sourced<string>;
  /** Epoch seconds. */
  readonly start: Sourced<number>;
  readonly members: readonly Person[];
  /** How many are on call at once, 1 where not written. */
  readonly onCall: number;
  readonly handOffs: HandOffs;
  /** 1 where not written. */
  readonly every: number;
  /** In the order of `weekDays` and time; empty: all hours. */
  readonly coverage: readonly CoverageWindow[];
  readonly overrides: readonly Override[];
  readonly tags: readonly Tag[];
}

export type HandOffs =
  | { readonly kind: 'daily'; readonly times: readonly ClockTime[]; readonly origin: Origin }
  | {
      readonly kind: 'weekly';
      readonly times: readonly { readonly day: WeekDay; readonly time: ClockTime }[];
      readonly origin: Origin;
    }
  | {
      readonly kind: 'monthly';
      readonly times: readonly { readonly day: number; readonly time: ClockTime }[];
      readonly origin: Origin;
    };

/** One window of one day; an end that is not after its start lies on the next day. */
export interface CoverageWindow {
  readonly day: WeekDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly origin: Origin;
}

export interface Override {
  /** Epoch seconds. */
  readonly start: Sourced<number>;
  readonly end: Sourced<number>;
  /** The start as written, which names the override in ids. */
  readonly written: string;
  readonly members: readonly Person[];
  /** Of the whole item. */
  readonly origin: Origin;
}

export interface Extern {
  readonly kind: 'extern';
  readonly name: string;
  readonly origin: Origin;
  readonly arn: Value;
}

export interface Test {
  readonly title: string;
  readonly origin: Origin;
  readonly page: {
    readonly target: Reference<'plan' | 'schedule' | 'contact' | 'extern'>;
    /** Epoch seconds. */
    readonly at: Sourced<number>;
    /** IANA name. */
    readonly zone: Sourced<string>;
  };
  readonly acknowledgements: readonly {
    readonly contact: Person;
    /** Seconds after the page. */
    readonly after: Sourced<number>;
  }[];
  readonly expectations: readonly Expectation[];
}

export type Expectation =
  | {
      readonly kind: 'within';
      readonly target: Reference<'contact' | 'schedule' | 'extern'>;
      /** Seconds after the page, inclusive. */
      readonly within: Sourced<number>;
    }
  | { readonly kind: 'never'; readonly target: Reference<'contact' | 'schedule' | 'extern'> };
