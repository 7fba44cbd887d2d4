/**
 * Looks again at what is about to be changed, right before it is: people had time since the plan
 * was made. What is made in this run is not looked at.
 */
import {
  holdingsOf,
  type LiveChannel,
  type LiveContact,
  type LiveOverride,
  type LiveRotation,
  type LiveState,
  perform,
  projectTag,
  type Step,
  sameChannel,
  sameContents,
  sameOverride,
} from '@oncall/compiler';
import {
  channelOf,
  channelsOf,
  contactOf,
  overrideOf,
  overridesOf,
  rotationOf,
  type Tags,
  tagsOf,
  type Window,
} from '../aws/read-resource.ts';
import { meansGone, type Service, ServiceError } from '../aws/service.ts';
import { exitCodes, OperationalError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';

export interface Guard {
  /** Throws a MovedOn where what a step changes is not as the plan took it to be. */
  check(step: Step, input: object): Promise<void>;
  /** Takes in what a step did. */
  did(step: Step, input: object, made: string): void;
}

/** Someone else was there. */
export class MovedOn extends OperationalError {
  /** Of the contact or rotation. */
  readonly arn: string;

  constructor(step: Step, what: string, arn: string) {
    super(
      exitCodes.failed,
      `${visible(step.change)} was not touched: ${what}`,
      'Run oncall plan to see how it is now, and apply again.',
    );
    this.arn = arn;
  }
}

export interface Planned {
  readonly live: LiveState;
  readonly project: string;
  /** In which overrides were read. */
  readonly window: Window;
}

export function createGuard(service: Service, { live, project, window }: Planned): Guard {
  const holdings = holdingsOf(live);
  /** What needs no look any more: we have written to it, or made it. */
  const known = new Set<string>();
  const verified = new Map<string, Promise<Tags>>();

  const readTags = (arn: string): Promise<Tags> => {
    const tags = verified.get(arn) ?? tagsOf(service, arn);
    verified.set(arn, tags);
    return tags;
  };
  const ownerOfChannel = (channel: string | undefined): LiveContact | undefined =>
    [...holdings.contacts.values()].find(({ channels }) =>
      channels.some(({ arn }) => arn === channel),
    );
  /** Holds a fresh look against what was seen; what is gone has changed too. */
  const look = async (step: Step, arn: string, key: string, isSame: () => Promise<boolean>) => {
    if (known.has(key)) return;
    const same = await isSame().catch((error) => {
      if (error instanceof ServiceError && meansGone(error.code, error.message)) return undefined;
      throw error;
    });
    if (same === undefined) throw new MovedOn(step, 'it was deleted since the plan was made', arn);
    if (!same) throw new MovedOn(step, 'it was changed since the plan was made', arn);
  };
  const checkOurs = async (step: Step, arn: string): Promise<void> => {
    if (known.has(arn) || isTagging(step)) return;
    await look(step, arn, `tags ${arn}`, async () => {
      const tags = await readTags(arn);
      if (tags[projectTag] === project) return true;
      throw new MovedOn(step, `it is no longer tagged as the project ${project}'s`, arn);
    });
  };
  const checkContact = (step: Step, seen: LiveContact, withChannels: boolean) =>
    look(step, seen.arn, seen.arn, async () => {
      const [contact, channels] = await Promise.all([
        contactOf(service, seen.arn),
        withChannels && seen.type === 'PERSONAL' ? channelsOf(service, seen.arn) : seen.channels,
      ]);
      return sameContents(seen, { ...contact, channels: channels.map(asKnown(seen)) });
    });
  /** A channel that we have changed ourselves is as it should be. */
  const asKnown =
    ({ channels }: LiveContact) =>
    (channel: LiveChannel) =>
      known.has(channel.arn)
        ? (channels.find(({ arn }) => arn === channel.arn) ?? channel)
        : channel;
  const checkChannel = (step: Step, owner: LiveContact, channel: LiveChannel) =>
    look(step, owner.arn, channel.arn, async () =>
      sameChannel(channel, await channelOf(service, channel.arn)),
    );
  const checkRotation = (step: Step, seen: LiveRotation, withOverrides: boolean) =>
    look(step, seen.arn, seen.arn, async () => {
      const [rotation, overrides] = await Promise.all([
        rotationOf(service, seen.arn),
        withOverrides ? overridesOf(service, seen.arn, window) : seen.overrides,
      ]);
      const read = overrides.map((each) => ({ ...each, ours: false }));
      return sameContents(seen, { ...rotation, overrides: read });
    });
  const checkTags = (step: Step, { arn, tags }: LiveContact | LiveRotation) =>
    look(step, arn, `tags ${arn}`, async () => sameTags(tags, await readTags(arn)));
  const checkOverride = (step: Step, rotation: LiveRotation, override: LiveOverride) =>
    look(step, rotation.arn, override.id, async () => {
      const read = await overrideOf(service, rotation.arn, override.id);
      return sameOverride(override, { ...read, ours: false });
    });

  /** What is not in the holdings is made in this run. */
  const checkWritten = async (step: Step, input: Input): Promise<void> => {
    const contact = holdings.contacts.get(input.ContactId ?? '');
    const rotation = holdings.rotations.get(input.RotationId ?? '');
    switch (step.operation) {
      case 'UpdateContact':
      case 'DeleteContact':
        if (contact) await checkContact(step, contact, step.operation === 'DeleteContact');
        return;
      case 'UpdateContactChannel':
      case 'DeleteContactChannel': {
        const owner = ownerOfChannel(input.ContactChannelId);
        const channel = owner?.channels.find(({ arn }) => arn === input.ContactChannelId);
        if (owner && channel) await checkChannel(step, owner, channel);
        return;
      }
      case 'UpdateRotation':
      case 'DeleteRotation':
        if (rotation) await checkRotation(step, rotation, step.operation === 'DeleteRotation');
        return;
      case 'DeleteRotationOverride': {
        const override = rotation?.overrides.find(({ id }) => id === input.RotationOverrideId);
        if (rotation && override) await checkOverride(step, rotation, override);
        return;
      }
      case 'TagResource':
      case 'UntagResource': {
        const arn = input.ResourceARN ?? '';
        const seen = holdings.contacts.get(arn) ?? holdings.rotations.get(arn);
        if (seen) await checkTags(step, seen);
        return;
      }
    }
  };
  const ownerOf = ({ ContactId, ContactChannelId, RotationId, ResourceARN }: Input) =>
    ContactChannelId === undefined
      ? (ContactId ?? RotationId ?? ResourceARN)
      : ownerOfChannel(ContactChannelId)?.arn;

  return {
    check: async (step, input) => {
      const owner = ownerOf(input as Input);
      if (owner !== undefined) await checkOurs(step, owner);
      await checkWritten(step, input as Input);
    },
    did: ({ operation }, input, made) => {
      perform(holdings, operation, input, made);
      const { ContactId, ContactChannelId, RotationId, RotationOverrideId, ResourceARN } =
        input as Input;
      if (made !== '') known.add(made);
      if (operation === 'UpdateContact' && ContactId !== undefined) known.add(ContactId);
      if (operation === 'UpdateRotation' && RotationId !== undefined) known.add(RotationId);
      if (ContactChannelId !== undefined) known.add(ContactChannelId);
      if (RotationOverrideId !== undefined) known.add(RotationOverrideId);
      if (ResourceARN !== undefined) known.add(`tags ${ResourceARN}`);
    },
  };
}

type Input = {
  readonly [Member in
    | 'ContactId'
    | 'ContactChannelId'
    | 'RotationId'
    | 'RotationOverrideId'
    | 'ResourceARN']?: string;
};

function isTagging({ operation }: Step): boolean {
  return operation === 'TagResource' || operation === 'UntagResource';
}

function sameTags(one: Tags, other: Tags): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
