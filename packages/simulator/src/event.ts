/** What happens after a page, as a timeline tells it. */

export type Event = PlanStageStart | ContactStageStart | Engage | Try | Acknowledge | Stop;

interface Happening {
  /** Epoch seconds. */
  readonly at: number;
  /** Minutes since the page; a fraction where an acknowledgement falls within one. */
  readonly offsetMinutes: number;
  /** Why, in words that need no zone. */
  readonly reason: string;
}

/** A stage of the plan; stages count from 1. */
export interface PlanStageStart extends Happening {
  readonly kind: 'stage-start';
  readonly contact?: undefined;
  readonly stage: number;
  /** NAMEs of the schedules that it targets. */
  readonly schedules: readonly string[];
}

/** A stage of the contact's own plan. */
export interface ContactStageStart extends Happening {
  readonly kind: 'stage-start';
  readonly contact: string;
  readonly stage: number;
}

export interface Engage extends Happening {
  readonly kind: 'engage';
  readonly contact: string;
  /** Of the plan; none where a schedule or contact is paged. */
  readonly stage?: number;
  readonly essential: boolean;
}

/** A channel is tried. A `retry` is made where sending failed, which nobody knows beforehand. */
export interface Try extends Happening {
  readonly kind: 'notify' | 'retry';
  readonly contact: string;
  readonly channel: string;
  /** Of the contact's own plan. */
  readonly stage: number;
}

export interface Acknowledge extends Happening {
  readonly kind: 'acknowledge';
  readonly contact: string;
  /** Whether it ends an engagement. */
  readonly effective: boolean;
}

/** Of a contact's engagements, or without contact of the plan. */
export interface Stop extends Happening {
  readonly kind: 'stop';
  readonly contact?: string;
}
