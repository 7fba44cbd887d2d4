/**
 * Who can be reached, and by what: the account as it is, and of what is not deployed yet, the
 * files.
 */
import { type LiveContact, liveRules, maskAddress } from '@oncall/compiler';
import type { ChannelType, Contact, Model } from '@oncall/language';
import { type EngagementRules, onCall } from '@oncall/simulator';
import type { OpenPeople } from './open-people.ts';

export interface PersonStatus {
  /** NAME. */
  readonly name: string;
  readonly displayName: string | undefined;
  readonly readiness: Readiness;
  readonly channels: readonly ChannelStatus[];
  /** Who pages this person, and when. */
  readonly plans: readonly PlanPart[];
  readonly turns: readonly Turn[];
  /** On call now or next, or named by a plan: whoever must be reachable. */
  readonly isNeeded: boolean;
}

/**
 * `partly`: some of the channels that its stages notify are not activated; `gone`: an extern that
 * the account has no more.
 */
export type Readiness = 'ready' | 'partly' | 'unreachable' | 'not-deployed' | 'gone' | 'elsewhere';

export interface ChannelStatus {
  /** NAME. */
  readonly name: string;
  readonly type: ChannelType;
  /** Masked; undefined of one that is not deployed. */
  readonly address: string | undefined;
  readonly state: 'activated' | 'not-activated' | 'not-deployed';
  /** Whether a stage of the contact notifies it. */
  readonly isNotified: boolean;
  readonly isInFiles: boolean;
  /** Undefined of one that is not deployed. */
  readonly arn: string | undefined;
  readonly isDeferred: boolean;
}

export interface PlanPart {
  /** NAME. */
  readonly plan: string;
  /** From 1, each once. */
  readonly stages: readonly number[];
  /** NAMEs of the schedules through which; none where the plan names the person. */
  readonly through: readonly string[];
  readonly isEssential: boolean;
}

/** A part in a rotation. */
export interface Turn {
  /** NAMEs. */
  readonly schedule: string;
  readonly rotation: string;
  /** IANA name. */
  readonly zone: string;
  readonly isNow: boolean;
  readonly isNext: boolean;
  /** Epoch seconds: when the turn ends that holds now, where it does. */
  readonly until: number | undefined;
  /** When the next shift begins, where it is this person's. */
  readonly start: number | undefined;
}

export interface Readied {
  readonly people: readonly PersonStatus[];
  /** `plan/NAME` and `schedule/NAME` that the account lacks: told by the files. */
  readonly notDeployed: readonly string[];
}

export function readinessOf(found: OpenPeople): Readied {
  const { model } = found.loaded.analysis;
  const live = liveRules(found.live, found.names);
  const rules = completed(live, model);
  const contacts = new Map(
    found.live.contacts
      .filter(({ type }) => type === 'PERSONAL')
      .map((contact) => [found.names.contact(contact.arn), contact]),
  );
  const turns = turnsOf(rules, found.now);
  const plans = plansOf(rules);
  const externs = [...model.externs.keys()].filter((name) => !live.schedules.has(name));
  const names = new Set([...model.contacts.keys(), ...externs, ...contacts.keys()]);
  return {
    people: [...names].map((name) => {
      const declared = model.contacts.get(name);
      const deployed = contacts.get(name);
      const channels = channelsOf(declared, deployed, found, live);
      const itsTurns = turns.get(name) ?? [];
      const itsPlans = plans.get(name) ?? [];
      const isOnCall = itsTurns.some(({ isNow, isNext }) => isNow || isNext);
      return {
        name,
        displayName: deployed?.displayName ?? declared?.displayName?.value,
        readiness: found.gone.has(name) ? 'gone' : readiness(declared, deployed, channels),
        channels,
        plans: itsPlans,
        turns: itsTurns,
        isNeeded: isOnCall || itsPlans.some(({ through }) => through.length === 0),
      };
    }),
    notDeployed: [
      ...[...model.plans.keys()].filter((name) => !live.plans.has(name)).map((it) => `plan/${it}`),
      ...[...model.schedules.keys()]
        .filter((name) => !live.schedules.has(name))
        .map((it) => `schedule/${it}`),
    ],
  };
}

/** Whether nobody could reach someone who must be reached. */
export function isAlarming({ isNeeded, readiness }: PersonStatus): boolean {
  return isNeeded && isUnreachable(readiness);
}

export function isUnreachable(readiness: Readiness): boolean {
  return readiness === 'unreachable' || readiness === 'not-deployed' || readiness === 'gone';
}

/** The account's plans and schedules, and the files' where the account has none. */
function completed(live: EngagementRules, model: Model): EngagementRules {
  const missing = [...model.schedules].filter(([name]) => !live.schedules.has(name));
  const files = new Map(
    missing
      .flatMap(([, { rotations }]) => rotations.map(({ name }) => name))
      .flatMap((name) => {
        const rotation = model.rotations.get(name);
        return rotation === undefined || live.rotations.has(name)
          ? []
          : [[name, rotation] as const];
      }),
  );
  return {
    contacts: new Map([...model.contacts, ...live.contacts]),
    plans: new Map([...model.plans, ...live.plans]),
    schedules: new Map([...missing, ...live.schedules]),
    rotations: new Map([...files, ...live.rotations]),
  };
}

function channelsOf(
  declared: Contact | undefined,
  deployed: LiveContact | undefined,
  { names }: OpenPeople,
  live: EngagementRules,
): readonly ChannelStatus[] {
  const written = declared?.channels ?? [];
  const name = deployed === undefined ? undefined : names.contact(deployed.arn);
  const stages = (name === undefined ? undefined : live.contacts.get(name)?.stages) ?? [];
  const notified = new Set(
    (deployed === undefined ? (declared?.stages ?? []) : stages).flatMap(({ targets }) =>
      targets.map(({ channel }) => channel),
    ),
  );
  const there = (deployed?.channels ?? []).map((channel): ChannelStatus => {
    const own = names.channel(channel.arn) ?? channel.name;
    const inFiles = written.find((it) => it.name === own);
    return {
      name: own,
      type: channel.type.toLowerCase() as ChannelType,
      address: maskAddress(channel.address),
      state: channel.activated ? 'activated' : 'not-activated',
      isNotified: notified.has(own),
      isInFiles: inFiles !== undefined,
      arn: channel.arn,
      isDeferred: inFiles?.deferred === true,
    };
  });
  const lacking = written
    .filter((it) => !there.some(({ name: own }) => own === it.name))
    .map(
      (it): ChannelStatus => ({
        name: it.name,
        type: it.type,
        address: undefined,
        state: 'not-deployed',
        isNotified: deployed === undefined && notified.has(it.name),
        isInFiles: true,
        arn: undefined,
        isDeferred: it.deferred,
      }),
    );
  const order = new Map(written.map((it, index) => [it.name, index]));
  // Those that the files don't have come last.
  const rank = (status: ChannelStatus) => order.get(status.name) ?? written.length;
  return [...there, ...lacking].sort((one, other) => rank(one) - rank(other));
}

function readiness(
  declared: Contact | undefined,
  deployed: LiveContact | undefined,
  channels: readonly ChannelStatus[],
): Readiness {
  if (deployed === undefined) return declared === undefined ? 'elsewhere' : 'not-deployed';
  const notified = channels.filter(({ isNotified }) => isNotified);
  const usable = notified.filter(({ state }) => state === 'activated');
  if (usable.length === 0) return 'unreachable';
  return usable.length < notified.length ? 'partly' : 'ready';
}

function turnsOf(rules: EngagementRules, now: number): ReadonlyMap<string, readonly Turn[]> {
  const found = new Map<string, Turn[]>();
  for (const [schedule, { rotations }] of rules.schedules) {
    for (const { rotation, contacts, until, next } of onCall(rules, { rotations }, now)) {
      const its = rules.rotations.get(rotation);
      const people = [...(its?.members ?? []).map(({ name }) => name), ...contacts];
      for (const name of new Set([...people, ...(next?.contacts ?? [])])) {
        const isNow = contacts.includes(name);
        const isNext = next?.contacts.includes(name) === true;
        const turn = {
          schedule,
          rotation,
          zone: its?.zone.value ?? 'UTC',
          isNow,
          isNext,
          until: isNow ? until : undefined,
          start: isNext ? next.start : undefined,
        };
        found.set(name, [...(found.get(name) ?? []), turn]);
      }
    }
  }
  return found;
}

function plansOf(rules: EngagementRules): ReadonlyMap<string, readonly PlanPart[]> {
  const found = new Map<string, PlanPart[]>();
  const membersOf = (schedule: string) =>
    (rules.schedules.get(schedule)?.rotations ?? []).flatMap(({ name }) =>
      (rules.rotations.get(name)?.members ?? []).map((member) => member.name),
    );
  for (const { name: plan, stages } of rules.plans.values()) {
    const parts = new Map<string, PlanPart>();
    for (const [index, { targets }] of stages.entries()) {
      for (const { to, essential } of targets) {
        // By name: to the files a schedule may be an extern.
        const isSchedule = rules.schedules.has(to.name);
        for (const person of isSchedule ? new Set(membersOf(to.name)) : [to.name]) {
          // By name and through a schedule are two ways.
          const key = `${person} ${isSchedule}`;
          const known = parts.get(key);
          parts.set(key, {
            plan,
            stages: [...new Set([...(known?.stages ?? []), index + 1])],
            through: isSchedule ? [...new Set([...(known?.through ?? []), to.name])] : [],
            isEssential: essential || known?.isEssential === true,
          });
        }
      }
    }
    for (const [key, part] of parts) {
      const person = key.slice(0, key.lastIndexOf(' '));
      found.set(person, [...(found.get(person) ?? []), part]);
    }
  }
  return found;
}
