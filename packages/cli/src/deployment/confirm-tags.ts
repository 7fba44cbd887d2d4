import type { Change, LiveContact, LiveRotation, LiveState } from '@oncall/compiler';
import { type Tags, tagsOf } from '../aws/read-resource.ts';
import { meansGone, type Service, ServiceError } from '../aws/service.ts';
import { concurrently } from '../concurrently.ts';

/**
 * Reads the tags of what changes would touch on the journal's word: another machine may have
 * applied since it was written. Undefined where there is no such thing, or none that is new.
 */
export async function confirmTags(
  service: Service,
  live: LiveState,
  changes: readonly Change[],
  unread: Set<string>,
  width: number,
): Promise<LiveState | undefined> {
  const doubtful = touched(changes, live).filter((arn) => unread.has(arn));
  if (doubtful.length === 0) return undefined;
  const read = new Map<string, Tags>();
  await concurrently(doubtful, width, async (arn) => {
    unread.delete(arn);
    read.set(arn, await tagsUnlessGone(service, arn));
  });
  const retagged = <T extends LiveContact | LiveRotation>(each: T): T => {
    const tags = read.get(each.arn);
    return tags === undefined ? each : { ...each, tags };
  };
  return { contacts: live.contacts.map(retagged), rotations: live.rotations.map(retagged) };
}

/** What is there and is written to, or gets something or loses it. */
function touched(changes: readonly Change[], { contacts }: LiveState): readonly string[] {
  const owners = new Map(
    contacts.flatMap(({ arn, channels }) =>
      channels.map((each): [string, string] => [each.arn, arn]),
    ),
  );
  const arns = changes.flatMap(({ calls }) =>
    calls.flatMap(({ input }) => {
      const { ContactId, ContactChannelId, RotationId, ResourceARN } = input as {
        readonly [Member in string]?: unknown;
      };
      const owner = owners.get(String(ContactChannelId));
      return [ContactId, RotationId, ResourceARN, owner].filter((arn) => typeof arn === 'string');
    }),
  );
  return [...new Set(arns)];
}

/** What is gone meanwhile is found so when it is written to. */
async function tagsUnlessGone(service: Service, arn: string): Promise<Tags> {
  try {
    return await tagsOf(service, arn);
  } catch (error) {
    if (error instanceof ServiceError && meansGone(error.code, error.message)) return {};
    throw error;
  }
}
