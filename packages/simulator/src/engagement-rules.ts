/** What decides who is engaged when a page goes out; a model is one. */
import type { DutyRules } from './rotation-rules.ts';

export interface EngagementRules extends DutyRules {
  readonly contacts: ReadonlyMap<string, ContactRules>;
  readonly plans: ReadonlyMap<string, PlanRules>;
}

export interface ContactRules {
  readonly stages: readonly ContactStageRules[];
}

export interface ContactStageRules {
  /** Whole minutes. */
  readonly minutes: number;
  readonly targets: readonly {
    /** Name of a channel of the same contact. */
    readonly channel: string;
    /** Whole minutes. */
    readonly retry: { readonly value: number } | undefined;
  }[];
}

export interface PlanRules {
  readonly name: string;
  readonly stages: readonly PlanStageRules[];
}

export interface PlanStageRules {
  /** Whole minutes. */
  readonly minutes: number;
  readonly targets: readonly PlanTargetRules[];
}

export interface PlanTargetRules {
  readonly to: { readonly kind: 'contact' | 'schedule' | 'extern'; readonly name: string };
  readonly essential: boolean;
}
