import type { OpenPeople } from '../people/open-people.ts';
import {
  type ChannelStatus,
  isAlarming,
  isUnreachable,
  type PersonStatus,
  type PlanPart,
  type Readied,
  type Readiness,
  type Turn,
} from '../people/readiness.ts';
import { counted } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';
import { clockText } from '../time/clock-text.ts';

/** Who can be reached, for people: a block a person, and what is to be done. */
export function statusText(found: OpenPeople, { people, notDeployed }: Readied, paint: Paint) {
  const { account, target } = found;
  const where = [
    ...(account === undefined ? [] : [`account ${account}`]),
    target.region,
    visible(target.place),
  ];
  const blocks = [
    where.join(', '),
    ...people.map((person) => personLines(person, paint).join('\n')),
    summaryLines(people, notDeployed, paint).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const words: Readonly<Record<Readiness, string>> = {
  ready: 'ready',
  partly: 'reached by some channels only',
  unreachable: "CAN'T BE REACHED: no channel that is notified is activated",
  'not-deployed': "CAN'T BE REACHED: not deployed yet",
  gone: "CAN'T BE REACHED: exists no more in the account",
  elsewhere: 'set elsewhere, not looked at',
};

function personLines(person: PersonStatus, paint: Paint): readonly string[] {
  const { name, displayName, readiness } = person;
  const label = displayName === undefined || displayName === '' ? '' : ` "${displayName}"`;
  const isBad = isUnreachable(readiness);
  const colour = isBad
    ? person.isNeeded
      ? paint.error
      : paint.warning
    : readiness === 'partly'
      ? paint.warning
      : readiness === 'ready'
        ? paint.good
        : paint.quiet;
  const now = person.turns.some(({ isNow }) => isNow) ? ', on call now' : '';
  return [
    `${paint.strong(visible(`${name}${label}`))}: ${colour(words[readiness])}${now}`,
    ...channelLines(person.channels, paint),
    ...person.turns.map((turn) => `  ${turnText(turn)}`),
    ...person.plans.map((part) => `  ${planText(part)}`),
    ...(person.turns.length + person.plans.length === 0
      ? [paint.quiet('  nobody pages this person')]
      : []),
  ];
}

function channelLines(channels: readonly ChannelStatus[], paint: Paint): readonly string[] {
  const width = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const names = width(channels.map(({ name }) => visible(name)));
  const addresses = width(channels.map(({ address }) => address ?? ''));
  return channels.map((channel) => {
    const { name, type, address = '', state } = channel;
    const colour =
      state === 'activated' ? paint.good : channel.isNotified ? paint.error : paint.warning;
    const remarks = [
      ...(channel.isNotified || state === 'not-deployed' ? [] : ['no stage notifies it']),
      ...(channel.isInFiles ? [] : ['not in the files']),
    ];
    const head = `  ${visible(name).padEnd(names)}  ${type.padEnd(5)}  ${visible(address).padEnd(addresses)}`;
    return `${head}  ${colour(state.replace('-', ' '))}${remarks.map((it) => `, ${it}`).join('')}`;
  });
}

function turnText({ schedule, rotation, zone, isNow, isNext, until, start }: Turn): string {
  const where = visible(`${schedule}, rotation ${rotation}`);
  const parts = [
    ...(isNow ? [`on call${until === undefined ? '' : ` until ${clockText(zone, until)}`}`] : []),
    ...(isNext && start !== undefined ? [`next on call ${clockText(zone, start)}`] : []),
  ];
  return parts.length === 0 ? `takes turns in ${where}` : `${parts.join(', ')} ${zone} in ${where}`;
}

function planText({ plan, stages, through, isEssential }: PlanPart): string {
  const which = `${stages.length === 1 ? 'stage' : 'stages'} ${stages.join(', ')}`;
  const by = through.length === 0 ? '' : ` through ${through.join(', ')}`;
  return visible(`paged by plan ${plan}, ${which}${by}${isEssential ? ', essential' : ''}`);
}

function summaryLines(
  people: readonly PersonStatus[],
  notDeployed: readonly string[],
  paint: Paint,
): readonly string[] {
  const bad = people.filter(isAlarming);
  const waiting = people
    .flatMap(({ channels }) => channels)
    .filter(({ state }) => state === 'not-activated').length;
  const isMissing =
    notDeployed.length > 0 ||
    people.some(
      ({ readiness, channels }) =>
        readiness === 'not-deployed' || channels.some(({ state }) => state === 'not-deployed'),
    );
  return [
    ...(notDeployed.length === 0
      ? []
      : [visible(`Not deployed yet, so told by the files: ${notDeployed.join(', ')}.`)]),
    ...(isMissing ? ['oncall apply makes what is missing.'] : []),
    ...(waiting === 0
      ? []
      : [`${counted(waiting, 'channel')} not activated: oncall activate asks for the codes.`]),
    bad.length === 0
      ? paint.good('Everyone who is on call can be reached.')
      : paint.error(`On call, and can't be reached: ${bad.map(({ name }) => name).join(', ')}.`),
  ];
}
