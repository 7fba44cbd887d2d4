/** A project as data that edits can change, and as the text of its files. */
export interface Project {
  readonly contacts: Map<string, Contact>;
  readonly rotations: Map<string, Rotation>;
  readonly schedules: Map<string, Schedule>;
  readonly plans: Map<string, Plan>;
  /** Aliases of contacts that live elsewhere. */
  readonly externs: readonly string[];
  /** Of all that takes tags. */
  tag: string | undefined;
}

export interface Contact {
  display: string | undefined;
  alias: string | undefined;
  tag: string | undefined;
  channels: Channel[];
  stages: { minutes: number; notify: { channel: string; retry: number | undefined }[] }[];
}

export interface Channel {
  name: string;
  display: string | undefined;
  type: 'voice' | 'sms' | 'email';
  address: string;
  deferred: boolean;
}

export interface Rotation {
  display: string | undefined;
  tag: string | undefined;
  zone: string;
  start: string;
  members: string[];
  onCall: number;
  handOff: string;
  cover: string | undefined;
  overrides: Override[];
}

export interface Override {
  /** `2027-01-05T09:00` */
  start: string;
  end: string;
  members: string[];
}

export interface Schedule {
  display: string | undefined;
  alias: string | undefined;
  tag: string | undefined;
  rotations: string[];
}

export interface Plan {
  display: string | undefined;
  alias: string | undefined;
  tag: string | undefined;
  stages: { minutes: number; notify: { name: string; essential: boolean }[] }[];
}

export const accountNumber = '111122223333';
export const region = 'us-east-2';
export const arnOfAlias = (alias: string) =>
  `arn:aws:ssm-contacts:${region}:${accountNumber}:contact/${alias}`;

/** The text, in several files, with some addresses as variables. */
export function filesOf(project: Project): Record<string, string> {
  const variables: string[] = [];
  const people = [...project.contacts].map(([name, contact]) =>
    contactText(name, contact, (address) => {
      if (!address.endsWith('7') && !address.startsWith('v')) return `"${address}"`;
      variables.push(`ADDRESS_${variables.length}=${address}`);
      return `$ADDRESS_${variables.length - 1}`;
    }),
  );
  const others = [
    ...[...project.schedules].map(([name, schedule]) => scheduleText(name, schedule)),
    ...[...project.plans].map(([name, plan]) => planText(name, plan)),
    ...project.externs.map((name) => `extern contact ${name} "${arnOfAlias(name)}"`),
  ];
  const rotations = [...project.rotations].map(([name, rotation]) => rotationText(name, rotation));
  const head = block('project chaos', [
    `account "${accountNumber}"`,
    `region "${region}"`,
    ...tagItem(project.tag),
  ]);
  return {
    'main.oncall': `${[head, ...others].join('\n\n')}\n`,
    'people.oncall': `${people.join('\n\n')}\n`,
    'time/rotations.oncall': `${rotations.join('\n\n')}\n`,
    'oncall.env': variables.map((line) => `${line}\n`).join(''),
  };
}

/** All addresses in it, which nothing may show. */
export function addressesOf(project: Project): readonly string[] {
  return [...project.contacts.values()].flatMap(({ channels }) =>
    channels.map(({ address }) => address.replace(/@.*$/, '@')),
  );
}

function contactText(
  name: string,
  { display, alias, tag, channels, stages }: Contact,
  written: (address: string) => string,
): string {
  return block(`contact ${name}${quoted(display)}`, [
    ...aliasItem(alias),
    ...channels.map(
      (each) =>
        `channel ${each.name}${quoted(each.display)} ${each.type} ${written(each.address)}` +
        (each.deferred ? ' deferred' : ''),
    ),
    ...stages.map(({ minutes, notify }) =>
      stage(
        minutes,
        notify.map(
          ({ channel, retry }) => channel + (retry === undefined ? '' : ` retry ${retry}m`),
        ),
      ),
    ),
    ...tagItem(tag),
  ]);
}

function rotationText(name: string, rotation: Rotation): string {
  const { display, tag, zone, start, members, onCall, handOff, cover, overrides } = rotation;
  return block(`rotation ${name}${quoted(display)}`, [
    `zone "${zone}"`,
    `start ${start}`,
    `members ${members.map((each) => `@${each}`).join(' ')}`,
    ...(onCall === 1 ? [] : [`on-call ${onCall}`]),
    handOff,
    ...(cover === undefined ? [] : [`cover ${cover}`]),
    ...overrides.map(
      (each) =>
        `override ${each.start}..${each.end} < ${each.members.map((who) => `@${who}`).join(' ')} >`,
    ),
    ...tagItem(tag),
  ]);
}

function scheduleText(name: string, { display, alias, tag, rotations }: Schedule): string {
  return block(`schedule ${name}${quoted(display)}`, [
    ...aliasItem(alias),
    ...rotations.map((each) => `rotation @${each}`),
    ...tagItem(tag),
  ]);
}

function planText(name: string, { display, alias, tag, stages }: Plan): string {
  return block(`plan ${name}${quoted(display)}`, [
    ...aliasItem(alias),
    ...stages.map(({ minutes, notify }) =>
      stage(
        minutes,
        notify.map((each) => `@${each.name}${each.essential ? ' essential' : ''}`),
      ),
    ),
    ...tagItem(tag),
  ]);
}

function block(head: string, items: readonly string[]): string {
  return `${head} <\n${items.map((item) => `  ${item}\n`).join('')}>`;
}

function stage(minutes: number, targets: readonly string[]): string {
  return `stage ${minutes}m < ${targets.map((each) => `notify ${each}`).join(' ')} >`;
}

function quoted(text: string | undefined): string {
  return text === undefined ? '' : ` "${text}"`;
}

function aliasItem(alias: string | undefined): readonly string[] {
  return alias === undefined ? [] : [`alias "${alias}"`];
}

function tagItem(tag: string | undefined): readonly string[] {
  return tag === undefined ? [] : [`tag team "${tag}"`];
}
