/** Random contacts, rotations, schedules and plans, such as people might write. */
import type { Channel, Contact, Override, Plan, Project, Rotation, Schedule } from './project.ts';
import type { Random } from './random.ts';

/** Small, so that names come again: what was removed is made anew, of another kind too. */
const names = [
  'alice',
  'bob',
  'carol',
  'dave',
  'erin',
  'sre',
  'web',
  'on-call',
  'night',
  '2nd-line',
];
const rotationNames = ['primary', 'secondary', 'weekend', 'alice', 'sre'];

export function randomProject(random: Random, externs: readonly string[]): Project {
  const project: Project = {
    contacts: new Map(),
    rotations: new Map(),
    schedules: new Map(),
    plans: new Map(),
    externs,
    tag: random.chance(0.5) ? random.pick(words) : undefined,
  };
  const add = (count: number, one: () => void) => {
    for (let index = 0; index < count; index += 1) one();
  };
  add(random.integer(2, 4), () => addContact(project, random));
  add(random.integer(0, 3), () => addRotation(project, random));
  add(random.integer(0, 2), () => addSchedule(project, random));
  add(random.integer(0, 2), () => addPlan(project, random));
  return project;
}

/** An alias that nothing bears; undefined where all are taken. */
export function freeName({ contacts, schedules, plans }: Project, random: Random) {
  const all = [contacts, schedules, plans];
  const taken = new Set(
    all.flatMap((each) => [...each].flatMap(([name, { alias }]) => [name, alias ?? name])),
  );
  const free = names.filter((name) => !taken.has(name));
  return free.length === 0 ? undefined : random.pick(free);
}

export function freeRotationName({ rotations }: Project, random: Random): string | undefined {
  const free = rotationNames.filter((name) => !rotations.has(name));
  return free.length === 0 ? undefined : random.pick(free);
}

export function addContact(project: Project, random: Random): void {
  const name = freeName(project, random);
  if (name !== undefined) project.contacts.set(name, randomContact(random));
}

export function addRotation(project: Project, random: Random): void {
  const name = freeRotationName(project, random);
  if (name !== undefined && project.contacts.size > 0) {
    project.rotations.set(name, randomRotation(project, random));
  }
}

export function addSchedule(project: Project, random: Random): void {
  const name = freeName(project, random);
  if (name === undefined || project.rotations.size === 0) return;
  project.schedules.set(name, {
    ...randomHead(random),
    rotations: randomRotations(project, random),
  });
}

export function addPlan(project: Project, random: Random): void {
  const name = freeName(project, random);
  if (name === undefined) return;
  project.plans.set(name, { ...randomHead(random), stages: randomPlanStages(project, random) });
}

export const words = ['Red', 'Blue team', 'Nacht', 'Zoë', 'x-1', 'A.B_c'];

function randomHead(random: Random): Pick<Plan, 'display' | 'alias' | 'tag'> {
  return {
    display: random.chance(0.5) ? random.pick(words) : undefined,
    alias: undefined,
    tag: random.chance(0.3) ? random.pick(words) : undefined,
  };
}

export function randomContact(random: Random): Contact {
  const types = ['phone', 'text', 'mail', 'other'];
  const channels = random.some(types, 1, 3).map((name) => randomChannel(name, random));
  return { ...randomHead(random), channels, stages: randomStages(channels, random) };
}

export function randomChannel(name: string, random: Random): Channel {
  const type = random.pick(['voice', 'sms', 'email'] as const);
  return {
    name,
    display: random.chance(0.2) ? `${random.pick(words)} ${name}` : undefined,
    type,
    address: randomAddress(type, random),
    deferred: random.chance(0.2),
  };
}

export function randomAddress(type: Channel['type'], random: Random): string {
  const digits = String(random.integer(100, 199)).padStart(4, '0');
  return type === 'email' ? `v${digits}@example.com` : `+1206555${digits}`;
}

export function randomStages(channels: readonly Channel[], random: Random): Contact['stages'] {
  return Array.from({ length: random.integer(1, 3) }, () => ({
    minutes: random.integer(1, 15),
    notify: random.some(channels, 1, 2).map(({ name }) => ({
      channel: name,
      retry: random.chance(0.3) ? random.integer(1, 9) : undefined,
    })),
  }));
}

export function randomRotation(project: Project, random: Random): Rotation {
  const members = random.some([...project.contacts.keys()], 1, 3);
  return {
    display: random.chance(0.3) ? random.pick(['Prime', 'The second', 'w.e.']) : undefined,
    tag: random.chance(0.3) ? random.pick(words) : undefined,
    zone: randomZone(random),
    start: randomStart(random),
    members,
    onCall: random.integer(1, members.length),
    handOff: randomHandOff(random),
    cover: random.chance(0.3) ? randomCover(random) : undefined,
    overrides: randomOverrides(project, random),
  };
}

export const randomZone = (random: Random): string =>
  random.pick(['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC']);

export const randomStart = (random: Random): string =>
  `2026-01-${String(random.integer(1, 28)).padStart(2, '0')}T09:00`;

export const randomHandOff = (random: Random): string =>
  random.pick([
    'weekly mon 09:00',
    'weekly mon 09:00 thu 21:00',
    'daily 08:00 20:00',
    'monthly 1 09:00',
  ]);

export const randomCover = (random: Random): string =>
  random.pick(['mon..fri 08:00..20:00', 'sat..sun 00:00..00:00', 'fri 22:00..06:00']);

/** On days that differ, so that none overlaps another. */
export function randomOverrides(project: Project, random: Random): Override[] {
  return random.some([1, 2, 3, 4, 5], 0, 2).map((slot) => randomOverride(slot, project, random));
}

export function randomOverride(slot: number, project: Project, random: Random): Override {
  // Within the six months that the service looks ahead, whatever day it is.
  const day = new Date(Date.now() + (20 + slot * 10) * 86_400_000).toISOString().slice(0, 10);
  return {
    start: `${day}T${random.pick(['08:00', '09:00'])}`,
    end: `${day}T${random.pick(['17:00', '18:30'])}`,
    members: random.some([...project.contacts.keys()], 0, 2),
  };
}

export function randomRotations(project: Project, random: Random): Schedule['rotations'] {
  return random.some([...project.rotations.keys()], 1, 3);
}

export function randomPlanStages(project: Project, random: Random): Plan['stages'] {
  const targets = [...project.contacts.keys(), ...project.schedules.keys(), ...project.externs];
  return Array.from({ length: random.integer(1, 3) }, () => ({
    minutes: random.integer(1, 30),
    notify: random.some(targets, 1, 3).map((name) => ({ name, essential: random.chance(0.5) })),
  }));
}
