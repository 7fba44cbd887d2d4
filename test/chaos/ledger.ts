/** What a service has acknowledged, and so must still hold, whatever happened to it since. */
import { type Answer, type Call, Refusal } from './call.ts';

export interface Ledger {
  acknowledged(operation: string, input: Answer, answer: Answer): void;
  /** Sent, and nobody heard whether it was done. */
  unknown(operation: string, input: Answer): void;
  /** Holds the service against it; gives what is lost, in words. */
  missing(call: Call): Promise<readonly string[]>;
}

interface Entry {
  readonly kind: Kind;
  readonly exists: boolean;
  /** As last written. */
  readonly members: Answer;
}

type Kind = 'Contact' | 'ContactChannel' | 'Rotation' | 'RotationOverride';

/** `CreateRotationOverride` → create, RotationOverride. */
const writes = /^(Create|Update|Delete)(ContactChannel|Contact|RotationOverride|Rotation)$/;

export function createLedger(): Ledger {
  const entries = new Map<string, Entry>();
  const tokens = new Set<string>();

  const forget = (key: string, kind: Kind): void => {
    entries.delete(key);
    cascade(key, kind);
  };
  /** What goes, or may go, along with what is deleted. */
  const cascade = (key: string, kind: Kind): void => {
    for (const [other, { members }] of entries) {
      const isPart =
        (kind === 'Contact' &&
          other.startsWith(`${key.replace(':contact/', ':contact-channel/')}/`)) ||
        (kind === 'Rotation' && other.startsWith(`${key}#`));
      const names = kind === 'Rotation' && JSON.stringify(members).includes(`"${key}"`);
      if (isPart || names) entries.delete(other);
    }
  };

  /** The answer to a token that was used before says what was done then, and maybe undone since. */
  const isRepeated = ({ IdempotencyToken: token }: Answer): boolean => {
    if (typeof token !== 'string') return false;
    const isKnown = tokens.has(token);
    tokens.add(token);
    return isKnown;
  };

  return {
    acknowledged: (operation, input, answer) => {
      if (isRepeated(input)) return;
      const [, verb, word] = writes.exec(operation) ?? [];
      const kind = word as Kind;
      if (verb === undefined) return;
      const key = verb === 'Create' ? keyOf(kind, { ...input, ...answer }) : keyOf(kind, input);
      if (verb === 'Delete') {
        cascade(key, kind);
        entries.set(key, { kind, exists: false, members: {} });
        return;
      }
      const before = entries.get(key);
      if (verb === 'Update' && before === undefined) return;
      const members = { ...before?.members, ...pick(input, compared[kind]) };
      entries.set(key, {
        kind,
        exists: true,
        members: verb === 'Create' ? pick(input, compared[kind]) : members,
      });
    },
    unknown: (operation, input) => {
      isRepeated(input);
      const [, verb, word] = writes.exec(operation) ?? [];
      const kind = word as Kind;
      if (verb === undefined || (verb === 'Create' && kind !== 'Contact')) return;
      // Whether a contact of the alias is there is not known any more, be it of this call or not.
      if (verb === 'Create') forgetAlias(String(input['Alias']));
      else forget(keyOf(kind, input), kind);
    },
    missing: async (call) => {
      const lost: string[] = [];
      for (const [key, { kind, exists, members }] of entries) {
        const live = await get(call, kind, key);
        if ((live !== undefined) !== exists) {
          lost.push(`${key} ${exists ? 'was made and is gone' : 'was deleted and is there'}`);
          continue;
        }
        for (const [member, value] of Object.entries(members)) {
          const [was, is] = [JSON.stringify(value), JSON.stringify(live?.[member])];
          if (was !== (is ?? '""')) lost.push(`${key} has ${member} ${is}, and ${was} was written`);
        }
      }
      return lost;
    },
  };

  function forgetAlias(alias: string): void {
    for (const key of [...entries.keys()]) {
      if (key.endsWith(`:contact/${alias}`)) forget(key, 'Contact');
    }
  }
}

/** Members that come back from the service as they were sent. */
const compared: { readonly [K in Kind]: readonly string[] } = {
  Contact: ['DisplayName', 'Plan'],
  ContactChannel: ['Name', 'DeliveryAddress'],
  Rotation: ['ContactIds', 'StartTime', 'TimeZoneId'],
  RotationOverride: ['NewContactIds', 'StartTime', 'EndTime'],
};

function keyOf(kind: Kind, members: Answer): string {
  if (kind === 'Contact') return String(members['ContactArn'] ?? members['ContactId']);
  if (kind === 'ContactChannel') {
    return String(members['ContactChannelArn'] ?? members['ContactChannelId']);
  }
  const rotation = String(members['RotationArn'] ?? members['RotationId']);
  return kind === 'Rotation' ? rotation : `${rotation}#${members['RotationOverrideId']}`;
}

function pick(input: Answer, members: readonly string[]): Answer {
  return Object.fromEntries(
    members.flatMap((member) => (member in input ? [[member, input[member]]] : [])),
  );
}

async function get(call: Call, kind: Kind, key: string): Promise<Answer | undefined> {
  const [arn, id] = key.split('#');
  const inputs: { readonly [K in Kind]: object } = {
    Contact: { ContactId: arn },
    ContactChannel: { ContactChannelId: arn },
    Rotation: { RotationId: arn },
    RotationOverride: { RotationId: arn, RotationOverrideId: id },
  };
  try {
    return await call(`Get${kind}`, inputs[kind]);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
