/** Random edits of a project, after which it is still one without errors. */
import type { Contact, Plan, Project, Rotation, Schedule } from './project.ts';
import type { Random } from './random.ts';
import {
  addContact,
  addPlan,
  addRotation,
  addSchedule,
  freeName,
  freeRotationName,
  randomAddress,
  randomChannel,
  randomCover,
  randomHandOff,
  randomOverride,
  randomPlanStages,
  randomRotations,
  randomStages,
  randomStart,
  randomZone,
  words,
} from './random-parts.ts';

/**
 * What must stay, since something made by hand refers to it: `contact NAME`, `rotation NAME`, `name
 * of rotation NAME`, `overrides`. The tool would rightly refuse to delete it, and there would be no
 * end to compare with.
 */
export type Pins = ReadonlySet<string>;

/** Edits the project, in one of those ways that have this in their name, and says how. */
export function edit(project: Project, pins: Pins, random: Random, which = /./): string {
  const name = random.pick(Object.keys(edits).filter((each) => which.test(each)));
  edits[name]?.(project, pins, random);
  repair(project, random);
  return name;
}

const edits: Readonly<Record<string, (project: Project, pins: Pins, random: Random) => void>> = {
  'add a contact': (project, _pins, random) => addContact(project, random),
  'add a rotation': (project, _pins, random) => addRotation(project, random),
  'add a schedule': (project, _pins, random) => addSchedule(project, random),
  'add a plan': (project, _pins, random) => addPlan(project, random),
  'remove a contact': ({ contacts }, pins, random) =>
    withOne(contacts, random, (name) => {
      if (contacts.size > 1 && !pins.has(`contact ${name}`)) contacts.delete(name);
    }),
  'remove a rotation': ({ rotations }, pins, random) =>
    withOne(rotations, random, (name, rotation) => {
      if (!isPinned(name, rotation, pins)) rotations.delete(name);
    }),
  'remove a schedule': ({ schedules }, _pins, random) =>
    withOne(schedules, random, (name) => void schedules.delete(name)),
  'remove a plan': ({ plans }, _pins, random) =>
    withOne(plans, random, (name) => void plans.delete(name)),
  'rename a contact': (project, pins, random) =>
    withOne(project.contacts, random, (name) => {
      const other = freeName(project, random);
      if (other === undefined || pins.has(`contact ${name}`)) return;
      rename(project.contacts, name, other);
      const renamed = (each: string) => (each === name ? other : each);
      for (const rotation of project.rotations.values()) {
        rotation.members = rotation.members.map(renamed);
        for (const override of rotation.overrides) override.members = override.members.map(renamed);
      }
      renameTargets(project, renamed);
    }),
  'rename a schedule': (project, _pins, random) =>
    withOne(project.schedules, random, (name) => {
      const other = freeName(project, random);
      if (other === undefined) return;
      rename(project.schedules, name, other);
      renameTargets(project, (each) => (each === name ? other : each));
    }),
  'rename a rotation': (project, pins, random) =>
    withOne(project.rotations, random, (name, rotation) => {
      const other = freeRotationName(project, random);
      if (other === undefined || isPinned(name, rotation, pins)) return;
      rename(project.rotations, name, other);
      for (const schedule of project.schedules.values()) {
        schedule.rotations = schedule.rotations.map((each) => (each === name ? other : each));
      }
    }),
  'give an alias': (project, pins, random) => {
    const head = random.pick(['contacts', 'schedules', 'plans'] as const);
    withOne<Contact | Schedule | Plan>(project[head], random, (name, one) => {
      if (head === 'contacts' && pins.has(`contact ${name}`)) return;
      one.alias = one.alias === undefined ? freeName(project, random) : undefined;
    });
  },
  'make a plan of a contact': (project, pins, random) =>
    withOne(project.contacts, random, (name) => {
      if (project.contacts.size < 2 || pins.has(`contact ${name}`)) return;
      project.contacts.delete(name);
      const plan: Plan = { display: undefined, alias: undefined, tag: undefined, stages: [] };
      project.plans.set(name, { ...plan, stages: randomPlanStages(project, random) });
    }),
  'make a schedule of a plan': (project, _pins, random) =>
    withOne(project.plans, random, (name, plan) => {
      if (project.rotations.size === 0) return;
      project.plans.delete(name);
      project.schedules.set(name, { ...plan, rotations: randomRotations(project, random) });
    }),
  'show another name': (project, pins, random) => {
    const kind = random.pick(['contacts', 'schedules', 'plans', 'rotations'] as const);
    withOne<Contact | Schedule | Plan | Rotation>(project[kind], random, (name, one) => {
      // A rotation of another name is another rotation.
      if (kind === 'rotations' && pins.has(`name of rotation ${name}`)) return;
      one.display = random.chance(0.3) ? undefined : random.pick(words).replace('ë', 'e');
    });
  },
  'change a tag': (project, _pins, random) => {
    const kind = random.pick(['contacts', 'schedules', 'plans', 'rotations'] as const);
    withOne<{ tag: string | undefined }>(project[kind], random, (_name, one) => {
      one.tag = random.chance(0.3) ? undefined : random.pick(words);
    });
  },
  "change the project's tag": (project, _pins, random) => {
    project.tag = random.chance(0.3) ? undefined : random.pick(words);
  },
  'change an address': ({ contacts }, _pins, random) =>
    withOne(contacts, random, (_name, { channels }) => {
      const channel = random.pick(channels);
      channel.address = randomAddress(channel.type, random);
    }),
  'change a channel': ({ contacts }, _pins, random) =>
    withOne(contacts, random, (_name, { channels }) => {
      const channel = random.pick(channels);
      Object.assign(channel, randomChannel(channel.name, random));
    }),
  'add a channel': ({ contacts }, _pins, random) =>
    withOne(contacts, random, (_name, { channels }) => {
      const free = ['phone', 'text', 'mail', 'other', 'more'].filter(
        (name) => !channels.some((each) => each.name === name),
      );
      if (free.length > 0) channels.push(randomChannel(random.pick(free), random));
    }),
  'remove a channel': ({ contacts }, _pins, random) =>
    withOne(contacts, random, (_name, contact) => {
      if (contact.channels.length > 1) {
        contact.channels.splice(random.integer(0, contact.channels.length - 1), 1);
      }
    }),
  'rename a channel': ({ contacts }, _pins, random) =>
    withOne(contacts, random, (_name, { channels, stages }) => {
      const channel = random.pick(channels);
      const { name } = channel;
      const other = `${name.slice(0, 10)}-x`;
      if (channels.some((each) => each.name === other)) return;
      channel.name = other;
      for (const target of stages.flatMap(({ notify }) => notify)) {
        if (target.channel === name) target.channel = channel.name;
      }
    }),
  'change stages of a contact': ({ contacts }, _pins, random) =>
    withOne(contacts, random, (_name, contact) => {
      contact.stages = randomStages(contact.channels, random);
    }),
  'change members': (project, _pins, random) =>
    withOne(project.rotations, random, (_name, rotation) => {
      rotation.members = random.some([...project.contacts.keys()], 1, 4);
      rotation.onCall = random.integer(1, rotation.members.length);
    }),
  'change times': ({ rotations }, pins, random) =>
    withOne(rotations, random, (_name, rotation) => {
      const change = random.pick([
        // In another zone its overrides are others.
        pins.has('overrides') ? {} : { zone: randomZone(random) },
        { start: randomStart(random) },
        { handOff: randomHandOff(random) },
        { cover: random.chance(0.5) ? randomCover(random) : undefined },
      ]);
      Object.assign(rotation, change);
    }),
  'add an override': (project, _pins, random) =>
    withOne(project.rotations, random, (_name, { overrides }) => {
      overrides.push(randomOverride(random.integer(1, 9), project, random));
    }),
  'remove an override': ({ rotations }, pins, random) =>
    withOne(rotations, random, (_name, { overrides }) => {
      if (pins.has('overrides') || overrides.length === 0) return;
      overrides.splice(random.integer(0, overrides.length - 1), 1);
    }),
  'change an override': (project, pins, random) =>
    withOne(project.rotations, random, (_name, { overrides }) => {
      if (pins.has('overrides') || overrides.length === 0) return;
      const override = random.pick(overrides);
      override.end = override.end.replace(/T.*/, random.pick(['T16:00', 'T20:00']));
      if (random.chance(0.5)) override.members = random.some([...project.contacts.keys()], 0, 3);
    }),
  'change rotations of a schedule': (project, _pins, random) =>
    withOne(project.schedules, random, (_name, schedule) => {
      if (project.rotations.size > 0) schedule.rotations = randomRotations(project, random);
    }),
  'change stages of a plan': (project, _pins, random) =>
    withOne(project.plans, random, (_name, plan) => {
      plan.stages = randomPlanStages(project, random);
    }),
};

/** Overrides that nobody knows any more would stay, should another rotation get the name. */
function isPinned(name: string, { overrides }: Rotation, pins: Pins): boolean {
  return pins.has(`rotation ${name}`) || (pins.has('overrides') && overrides.length > 0);
}

function withOne<T>(
  all: ReadonlyMap<string, T>,
  random: Random,
  change: (name: string, one: T) => void,
): void {
  if (all.size === 0) return;
  const [name, one] = random.pick([...all]);
  change(name, one);
}

function rename<T>(all: Map<string, T>, name: string, other: string): void {
  const one = all.get(name) as T;
  all.delete(name);
  all.set(other, one);
}

function renameTargets({ plans }: Project, renamed: (name: string) => string): void {
  for (const target of [...plans.values()]
    .flatMap(({ stages }) => stages)
    .flatMap((each) => each.notify)) {
    target.name = renamed(target.name);
  }
}

/** Takes out what refers to nothing any more, and what is an error without it. */
function repair({ contacts, rotations, schedules, plans, externs }: Project, random: Random): void {
  for (const { channels, stages } of contacts.values()) {
    const known = new Set(channels.map(({ name }) => name));
    for (const stage of stages) {
      stage.notify = stage.notify.filter(({ channel }) => known.has(channel));
    }
    const [first] = channels;
    if (!stages.some(({ notify }) => notify.length > 0) && first !== undefined) {
      stages.splice(0, stages.length, ...randomStages([first], random));
    }
    // A stage of a plan that waits may come last, and be of no use; it is no error.
  }
  for (const rotation of rotations.values()) {
    rotation.members = rotation.members.filter((name) => contacts.has(name));
    if (rotation.members.length === 0) rotation.members = random.some([...contacts.keys()], 1, 2);
    rotation.onCall = Math.min(rotation.onCall, rotation.members.length);
    const days = new Set<string>();
    rotation.overrides = rotation.overrides.filter((override) => {
      override.members = override.members.filter((name) => contacts.has(name));
      const day = override.start.slice(0, 10);
      const isFirst = !days.has(day);
      days.add(day);
      return isFirst;
    });
  }
  for (const [name, schedule] of schedules) {
    schedule.rotations = schedule.rotations.filter((each) => rotations.has(each));
    if (schedule.rotations.length === 0) schedules.delete(name);
  }
  const targets = new Set([...contacts.keys(), ...schedules.keys(), ...externs]);
  for (const [name, { stages }] of plans) {
    for (const stage of stages) {
      stage.notify = stage.notify.filter((each) => targets.has(each.name));
    }
    if (!stages.some(({ notify }) => notify.length > 0)) plans.delete(name);
  }
}
