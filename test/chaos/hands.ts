/** What people have done in an account by hand, and whether it stays as they left it. */
import type { Call } from './call.ts';
import type { Contents, LiveChannel, LiveOverride } from './contents.ts';
import { arnOfAlias, type Project } from './project.ts';

export interface Hands {
  /** What must stay in the project, since something made by hand refers to it. */
  readonly pins: Set<string>;
  /** ARNs of what was made by hand. */
  readonly made: Set<string>;
  readonly overrides: HandOverride[];
  /** ARNs of what was the project's, and has lost its tag: it is to be left alone. */
  readonly untagged: Set<string>;
  /** Channels that were activated, as long as the project has them as they are. */
  readonly activated: LiveChannel[];
  /** Lets go of activations that the project or somebody's hands have made void. */
  look(project: Project, contents: Contents): void;
}

export function createHands(made: Set<string>): Hands {
  const activated: LiveChannel[] = [];
  return {
    pins: new Set(),
    made,
    overrides: [],
    untagged: new Set(),
    activated,
    look: (project, contents) => {
      const kept = activated.filter((each) => {
        const isThere = contents.channels.some(({ arn }) => arn === each.arn);
        return isThere && isDeclared(each, project);
      });
      activated.splice(0, activated.length, ...kept);
    },
  };
}

/** What somebody would have got on a channel. */
export interface Message {
  readonly kind: string;
  readonly channel: string;
  readonly code: string;
}

/** An override that somebody made on a rotation of the project. */
interface HandOverride {
  /** The rotation's name in the project. */
  readonly rotation: string;
  readonly members: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Those of the files begin at full or half hours. */
export function isByHand({ StartTime }: { readonly StartTime: number }): boolean {
  return StartTime % 1800 !== 0;
}

/** Contacts that are there before the project is, and that it may name as externs. */
export const neighbours = ['director', 'vendor'];

export async function makeNeighbours(call: Call): Promise<readonly string[]> {
  const arns: string[] = [];
  for (const alias of neighbours) arns.push(await makePerson(call, alias));
  return arns;
}

/** Gives back the tag that hands have taken off; what is gone needs none. */
export async function tagAgain({ untagged }: Hands, call: Call): Promise<void> {
  for (const arn of untagged) {
    await call('TagResource', {
      ResourceARN: arn,
      Tags: [{ Key: 'oncall/project', Value: 'chaos' }],
    });
  }
  untagged.clear();
}

/** What hands made and something has touched since; gives it in words. */
export function touched(
  before: ReadonlyMap<string, string>,
  { all }: Contents,
  hands: Hands,
): readonly string[] {
  return [...hands.made, ...hands.untagged].flatMap((arn) =>
    before.get(arn) === all.get(arn)
      ? []
      : [`${arn} was\n${before.get(arn)}\nand is\n${all.get(arn)}`],
  );
}

/** What the tool has made twice, in words. */
export function doubles({ all, channels }: Contents, { made }: Hands): readonly string[] {
  const texts = [
    ...[...all].flatMap(([arn, text]) => (made.has(arn) ? [] : [text])),
    ...channels.map(({ contactArn, name, type, address }) =>
      [contactArn, name, type, address].join(' '),
    ),
  ];
  return texts.filter((text, index) => texts.indexOf(text) < index);
}

/** Overrides made by hand that are not there, or more than once; in words. */
export function overridesAmiss(hands: Hands, live: readonly LiveOverride[]): readonly string[] {
  const byHand = live.filter(({ start }) => isByHand({ StartTime: start }));
  const wrong = hands.overrides.flatMap((override) => {
    const { rotation, start, end, members } = override;
    const found = byHand.filter(
      (each) =>
        each.rotation === rotation &&
        each.start === start &&
        each.end === end &&
        each.members.join() === members.join(),
    );
    return found.length === 1 ? [] : [`${JSON.stringify(override)} is there ${found.length} times`];
  });
  const extra = byHand.length - hands.overrides.length;
  return extra > 0 ? [...wrong, `there are ${extra} overrides more than were made by hand`] : wrong;
}

/** Channels that were activated and are as they were in the project, and are not any more. */
export function activationsLost({ activated }: Hands, { channels }: Contents): readonly string[] {
  return activated.flatMap((each) => {
    const live = channels.find(({ arn }) => arn === each.arn);
    return live?.activated
      ? []
      : [`${each.arn} is ${live === undefined ? 'gone' : 'not activated'}`];
  });
}

/** Whether the project has a channel just so. */
export function isDeclared(channel: LiveChannel, { contacts }: Project): boolean {
  return [...contacts].some(
    ([name, { alias, channels }]) =>
      arnOfAlias(alias ?? name) === channel.contactArn &&
      channels.some(
        (each) =>
          (each.display ?? each.name) === channel.name &&
          each.type.toUpperCase() === channel.type &&
          each.address === channel.address,
      ),
  );
}

/** A contact that nobody's project knows, with a channel and a stage. */
export async function makePerson(call: Call, alias: string): Promise<string> {
  const { ContactArn } = await call('CreateContact', {
    Alias: alias,
    Type: 'PERSONAL',
    DisplayName: `By hand ${alias}`,
    Plan: { Stages: [] },
    Tags: [{ Key: 'team', Value: 'others' }],
  });
  const { ContactChannelArn } = await call('CreateContactChannel', {
    ContactId: ContactArn,
    Name: 'phone',
    Type: 'VOICE',
    DeliveryAddress: { SimpleAddress: '+12065550142' },
  });
  const Targets = [{ ChannelTargetInfo: { ContactChannelId: ContactChannelArn } }];
  const Plan = { Stages: [{ DurationInMinutes: 3, Targets }] };
  await call('UpdateContact', { ContactId: ContactArn, Plan });
  return String(ContactArn);
}
