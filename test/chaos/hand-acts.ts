/** The things that people do in an account by hand, past the tool. */
import { type Answer, type Call, listAll, Refusal } from './call.ts';
import type { Contents } from './contents.ts';
import { type Hands, isByHand, isDeclared, type Message, makePerson, neighbours } from './hands.ts';
import { accountNumber, arnOfAlias, type Project, type Rotation, region } from './project.ts';
import type { Random } from './random.ts';

/** How to reach the account by hand. */
export interface Reach {
  readonly byHand: Call;
  outbox(): Promise<readonly Message[]>;
}

/** Does something by hand, and says what. */
export async function act(
  hands: Hands,
  project: Project,
  contents: Contents,
  { byHand, outbox }: Reach,
  random: Random,
  names: readonly string[] = Object.keys(acts),
): Promise<string> {
  const name = random.pick(names);
  try {
    await acts[name]?.({ hands, project, contents, call: byHand, outbox, random });
    return name;
  } catch (error) {
    // What is in use can't be deleted by hand either.
    if (error instanceof Refusal && error.type === 'ConflictException') return `${name}: refused`;
    throw error;
  }
}

/** What to do while the tool is at work: more often what it must not lose. */
export const quickActs: readonly string[] = [
  'make an override',
  'make an override',
  'show another name of a contact of the project',
  'show another name of a contact of the project',
  'delete a contact of the project',
  'delete a channel of the project',
  'delete a rotation of the project',
  'make a person',
];

interface Scene {
  readonly hands: Hands;
  readonly project: Project;
  readonly contents: Contents;
  readonly call: Call;
  readonly outbox: Reach['outbox'];
  readonly random: Random;
}

const acts: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'make a person': async ({ hands, call }) => {
    hands.made.add(await makePerson(call, `guest-${hands.made.size}`));
  },
  'make a plan that pages a contact of the project': async ({
    hands,
    project,
    contents,
    call,
    random,
  }) => {
    const arn = pinContact(hands, project, contents, random);
    if (arn === undefined) return;
    const Targets = [{ ContactTargetInfo: { ContactId: arn, IsEssential: true } }];
    const { ContactArn } = await call('CreateContact', {
      Alias: `guest-${hands.made.size}`,
      Type: 'ESCALATION',
      Plan: { Stages: [{ DurationInMinutes: 5, Targets }] },
    });
    hands.made.add(String(ContactArn));
  },
  "make a rotation of a contact of the project, by the name of one of the project's": async ({
    hands,
    project,
    contents,
    call,
    random,
  }) => {
    const arn = pinContact(hands, project, contents, random);
    if (arn === undefined) return;
    const name = random.pick([...project.rotations.keys(), 'primary']);
    const { RotationArn } = await call('CreateRotation', {
      Name: name,
      ContactIds: [arn],
      StartTime: 1_767_603_600,
      TimeZoneId: 'UTC',
      Recurrence: {
        NumberOfOnCalls: 1,
        RecurrenceMultiplier: 1,
        DailySettings: [{ HourOfDay: 9, MinuteOfHour: 0 }],
      },
      Tags: [
        { Key: 'oncall/project', Value: 'another' },
        { Key: 'oncall/name', Value: name },
      ],
    });
    hands.made.add(String(RotationArn));
  },
  'make a schedule of a rotation of the project': async ({ hands, project, call, random }) => {
    // One that waits for a replacement could not be deleted any more.
    const found = await pinRotation(hands, project, call, random, (rotation, name, shown) => {
      return shown === (rotation.display ?? name);
    });
    if (found === undefined) return;
    hands.pins.add(`name of rotation ${found.name}`);
    const { ContactArn } = await call('CreateContact', {
      Alias: `guest-${hands.made.size}`,
      Type: 'ONCALL_SCHEDULE',
      Plan: { RotationIds: [found.arn] },
    });
    hands.made.add(String(ContactArn));
  },
  'make an override': async ({ hands, project, contents, call, random }) => {
    const found = await pinRotation(hands, project, call, random, (_rotation, _name, _shown, arn) =>
      contents.all.has(arn),
    );
    if (found === undefined) return;
    const own = random.chance(0.5) ? pinContact(hands, project, contents, random) : undefined;
    const members = [own ?? arnOfAlias(random.pick(neighbours))];
    const day = Math.floor(Date.now() / 86_400_000) + 5 + hands.overrides.length;
    const start = day * 86_400 + 17 * 60;
    const override = { rotation: found.name, members, start, end: start + 7200 };
    await call('CreateRotationOverride', {
      RotationId: found.arn,
      NewContactIds: members,
      StartTime: override.start,
      EndTime: override.end,
    });
    hands.overrides.push(override);
  },
  'activate channels': async ({ hands, project, contents, call, outbox }) => {
    const codes = new Map<string, string>();
    for (const { kind, channel, code } of await outbox()) {
      if (kind === 'activation') codes.set(channel, code);
    }
    for (const channel of contents.channels) {
      const code = codes.get(channel.arn);
      if (code === undefined || channel.activated || !isDeclared(channel, project)) continue;
      await call('ActivateContactChannel', { ContactChannelId: channel.arn, ActivationCode: code });
      hands.activated.push(channel);
    }
  },
  'show another name of a contact of the project': async ({ hands, contents, call, random }) => {
    const arn = pickOurs(hands, contents, ':contact/', random);
    // Another each time.
    const DisplayName = `By hand ${random.integer(1, 9999)}`;
    if (arn !== undefined) await call('UpdateContact', { ContactId: arn, DisplayName });
  },
  "take the project's tag off": async ({ hands, contents, call, random }) => {
    const kind = random.pick([':contact/', ':rotation/']);
    // Whose schedule is whose would be seen by what it names, and rotations come and go.
    const arn = pickOurs(hands, contents, kind, random, '"Type": "ONCALL_SCHEDULE"');
    if (arn === undefined) return;
    await call('UntagResource', { ResourceARN: arn, TagKeys: ['oncall/project'] });
    hands.untagged.add(arn);
  },
  'delete a contact of the project': async ({ hands, contents, call, random }) => {
    const arn = pickOurs(hands, contents, ':contact/', random);
    if (arn !== undefined) await call('DeleteContact', { ContactId: arn });
  },
  'delete a channel of the project': async ({ hands, contents, call, random }) => {
    const ours = contents.channels.filter(
      ({ contactArn }) => !hands.made.has(contactArn) && !hands.untagged.has(contactArn),
    );
    if (ours.length === 0) return;
    await call('DeleteContactChannel', { ContactChannelId: random.pick(ours).arn });
  },
  'delete a rotation of the project': async ({ hands, contents, call, random }) => {
    const arn = pickOurs(hands, contents, ':rotation/', random);
    // It would take along what was made by hand.
    const text = contents.all.get(arn ?? '') ?? '';
    const isHeld = [...hands.pins].some(
      (pin) => pin.startsWith('rotation ') && text.includes(`"oncall/name": "${pin.slice(9)}"`),
    );
    if (arn !== undefined && !isHeld) await call('DeleteRotation', { RotationId: arn });
  },
  'delete an override of the project': async ({ hands, contents, call, random }) => {
    const ours = contents.overrides.filter(
      ({ start, rotationArn }) =>
        !isByHand({ StartTime: start }) &&
        !hands.made.has(rotationArn) &&
        !hands.untagged.has(rotationArn),
    );
    if (ours.length === 0) return;
    const { rotationArn, start } = random.pick(ours);
    const range = { RotationId: rotationArn, StartTime: start, EndTime: start + 60 };
    const found = await listAll(call, 'ListRotationOverrides', 'RotationOverrides', range);
    for (const { RotationOverrideId, StartTime } of found) {
      if (StartTime !== start) continue;
      await call('DeleteRotationOverride', { RotationId: rotationArn, RotationOverrideId });
    }
  },
};

/** A contact of the project that is live; it must stay from now on. */
function pinContact(
  { pins }: Hands,
  { contacts }: Project,
  { all }: Contents,
  random: Random,
): string | undefined {
  const live = [...contacts].flatMap(([name, { alias }]) => {
    const arn = arnOfAlias(alias ?? name);
    return all.get(arn)?.includes('"Type": "PERSONAL"') ? [{ name, arn }] : [];
  });
  if (live.length === 0) return undefined;
  const { name, arn } = random.pick(live);
  pins.add(`contact ${name}`);
  return arn;
}

/** A rotation of the project that is live, and alone of its name; it must stay from now on. */
async function pinRotation(
  { pins }: Hands,
  { rotations }: Project,
  call: Call,
  random: Random,
  suits: (rotation: Rotation, name: string, shown: string, arn: string) => boolean = () => true,
): Promise<{ name: string; arn: string } | undefined> {
  const live: { name: string; shown: string; arn: string }[] = [];
  for (const { RotationArn, Name } of await listAll(call, 'ListRotations', 'Rotations')) {
    const { Tags } = await call('ListTagsForResource', { ResourceARN: RotationArn });
    const tags = new Map((Tags as Answer[]).map(({ Key, Value }) => [Key, String(Value)]));
    const name = tags.get('oncall/name') ?? '';
    if (tags.get('oncall/project') === 'chaos') {
      live.push({ name, shown: String(Name), arn: String(RotationArn) });
    }
  }
  const alone = live.filter(({ name, shown, arn }) => {
    const rotation = rotations.get(name);
    const count = live.filter((each) => each.name === name).length;
    return count === 1 && rotation !== undefined && suits(rotation, name, shown, arn);
  });
  if (alone.length === 0) return undefined;
  const found = random.pick(alone);
  pins.add(`rotation ${found.name}`);
  return found;
}

function pickOurs(
  { made, untagged }: Hands,
  { all }: Contents,
  part: string,
  random: Random,
  unlike = 'nothing like it',
): string | undefined {
  const prefix = `arn:aws:ssm-contacts:${region}:${accountNumber}`;
  const ours = [...all].flatMap(([arn, text]) =>
    arn.startsWith(`${prefix}${part}`) &&
    !made.has(arn) &&
    !untagged.has(arn) &&
    !text.includes(unlike)
      ? [arn]
      : [],
  );
  return ours.length === 0 ? undefined : random.pick(ours);
}
