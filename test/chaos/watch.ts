/** What must hold at every call that the tool makes, and not only when it has ended. */
import { type Answer, type Call, listAll, Refusal } from './call.ts';
import { neighbours } from './hands.ts';
import { arnOfAlias } from './project.ts';

export interface Watch {
  /** The tool has ended: what was wrong with its calls, in words. */
  amiss(): readonly string[];
  /** The tool begins, and the files have these aliases. */
  begins(aliases: ReadonlySet<string>): void;
  /** Hands have just changed something. */
  changed(arn: string): void;
  /** A call arrives, and is not yet with the service. */
  arrives(operation: string, input: Answer, body: string): Promise<void>;
  /** It was refused for good: the tool has to stop. */
  refused(): void;
}

/** As many as the tool has under way at a time, which are finished where one of them fails. */
const width = 8;

export function createWatch(call: Call): Watch {
  const found: string[] = [];
  let declared: ReadonlySet<string> = new Set();
  const written = new Set<unknown>();
  const changed = new Set<unknown>();
  const handled = new Set<unknown>();
  /** Calls that were begun after a refusal; undefined where there was none. */
  let since: Set<string> | undefined;

  return {
    amiss: () => {
      since = undefined;
      changed.clear();
      return found.splice(0);
    },
    begins: (aliases) => {
      declared = aliases;
      written.clear();
      changed.clear();
      handled.clear();
      since = undefined;
    },
    changed: (arn) => {
      handled.add(arn);
      // What it has written to it need not look at again.
      if (!written.has(arn)) changed.add(arn);
    },
    arrives: async (operation, input, body) => {
      since?.add(body);
      if (since?.size === width) found.push(`${operation} is begun after a failure: ${body}`);
      const { ContactId, RotationId } = input;
      const subject = operation.startsWith('Create') ? undefined : (ContactId ?? RotationId);
      const isWhole = /^(Update|Delete)(Contact|Rotation)$/.test(operation);
      // A look at a rotation that stays does not tell of its overrides.
      if (isWhole && changed.has(subject) && operation !== 'UpdateRotation') {
        found.push(`${operation} of what hands have changed since the plan: ${body}`);
      }
      const made = operation === 'CreateContact' ? arnOfAlias(String(input['Alias'])) : undefined;
      written.add(made ?? subject);
      // Gone by the time that it was planned, it is made anew.
      changed.delete(made);
      for (const arn of paged(input)) {
        if (!handled.has(arn) && !(await isReachable(call, arn)))
          found.push(`${operation} pages ${arn} too soon`);
      }
      if (operation !== 'DeleteContact') return;
      const arn = String(ContactId);
      if ([...declared].some((alias) => arnOfAlias(alias) === arn)) return;
      const users = await usersOf(call, arn);
      if (users.length > 0) found.push(`${arn} is deleted and is paged by ${users.join(', ')}`);
    },
    refused: () => {
      since ??= new Set();
    },
  };
}

/** People, plans and schedules that a call puts on call or on a plan. */
function paged({ ContactIds, NewContactIds, Plan }: Answer): readonly string[] {
  const ids = [...((ContactIds ?? []) as string[]), ...((NewContactIds ?? []) as string[])];
  return [...ids, ...targetsOf(Plan)];
}

function targetsOf(plan: unknown): readonly string[] {
  const { Stages = [] } = (plan ?? {}) as { readonly Stages?: readonly Answer[] };
  return Stages.flatMap(({ Targets }) =>
    ((Targets ?? []) as { readonly ContactTargetInfo?: Answer }[]).flatMap(
      ({ ContactTargetInfo }) =>
        ContactTargetInfo ? [String(ContactTargetInfo['ContactId'])] : [],
    ),
  );
}

/** Whether somebody's own stages are there; of a schedule, whether it is. */
async function isReachable(call: Call, arn: string): Promise<boolean> {
  if (neighbours.some((alias) => arnOfAlias(alias) === arn)) return true;
  try {
    const { Type, Plan } = await call('GetContact', { ContactId: arn });
    return Type !== 'PERSONAL' || JSON.stringify(Plan).includes('ChannelTargetInfo');
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function usersOf(call: Call, arn: string): Promise<readonly string[]> {
  const users: string[] = [];
  for (const { ContactArn } of await listAll(call, 'ListContacts', 'Contacts')) {
    const { Plan } = await call('GetContact', { ContactId: ContactArn });
    if (targetsOf(Plan).includes(arn)) users.push(String(ContactArn));
  }
  return users;
}
