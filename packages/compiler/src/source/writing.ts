import type { Names } from './names.ts';

/** What the writing of one declaration needs to know of the rest. */
export interface Writing {
  readonly names: Names;
  /** Whether addresses stand in the text, and not in variables. */
  readonly inline: boolean;
  /** Tags that stand in `project`. */
  readonly commonTags: Readonly<Record<string, string>>;
  /** `@NAME` of a person or schedule; undefined where the language can't name it. */
  refer(arn: string): string | undefined;
}
