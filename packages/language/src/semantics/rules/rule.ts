import type { Code } from '../../diagnostics/catalogue.ts';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Contact, Extern, Plan, Rotation, Schedule, Template, Test, Value } from '../model.ts';
import type { Use } from '../resolve/resolved-piece.ts';
import type { Lookup } from '../tables/notes.ts';

export type { Lookup };

/**
 * One mistake that a project can hold, found by reading its model: a function for each kind that
 * it may stand in, called once for each of that kind.
 */
export interface Rule {
  contact?(contact: Contact, context: RuleContext): void;
  plan?(plan: Plan, context: RuleContext): void;
  schedule?(schedule: Schedule, context: RuleContext): void;
  rotation?(rotation: Rotation, context: RuleContext): void;
  template?(template: Template, context: RuleContext): void;
  test?(test: Test, context: RuleContext): void;
}

/** Where a rule tells what it finds, and what else of the project it may ask for, always by name. */
export interface RuleContext {
  tell(finding: Finding): void;
  /** Keys of the tags that the project gives to all that can carry some. */
  readonly projectTags: ReadonlySet<string>;
  readonly contacts: Lookup<Contact>;
  readonly plans: Lookup<Plan>;
  readonly schedules: Lookup<Schedule>;
  readonly rotations: Lookup<Rotation>;
  readonly externs: Lookup<Extern>;
  /**
   * By kind and name, the first that refers to it; one that a page can come by, if any, and then
   * rather not a test.
   */
  readonly uses: Readonly<Record<Use['kind'], Lookup<Use>>>;
  /** The first contact that has an address; asked by those who have it too. */
  contactAt(address: Value): Contact | undefined;
  /** Whether text that can't be read holds this word: what it names may be used there. */
  isPerhapsUsed(name: string): boolean;
  /** Whether no error lies in it: what seems to lack in one that has some may only be misspelt. */
  isSound(declaration: Contact | Plan | Schedule | Rotation | Template | Test): boolean;
  /** Whether the project is to be told of a code; of some only where it asks. */
  isWanted(code: Code): boolean;
}
