/** That applying a difference leaves none, from wherever it starts and wherever it is cut short. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  difference,
  type LiveContact,
  type LiveState,
  lower,
  type Step,
  steps,
} from '../src/index.ts';
import { arbitraryModel, director, slotStart } from './arbitrary-model.ts';
import { buildModel, type ModelSpec } from './model-builder.ts';
import { contactArn, Service } from './service.ts';

const runs = { numRuns: 250 };

describe('difference and steps', () => {
  it('leave nothing to do once applied', () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryModel, (before, after) => {
        const service = deployed(before);
        apply(after, service);
        expect(pending(after, service)).toEqual([]);
      }),
      runs,
    );
  });

  it('reach the same end from wherever they were cut short', () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryModel, fc.nat(), (before, after, cut) => {
        const start = deployed(before);
        const todo = steps(changes(after, start));
        const whole = start.clone();
        whole.apply(todo);

        const resumed = start.clone();
        resumed.apply(todo, cut % (todo.length + 1));
        apply(after, resumed);
        expect(pending(after, resumed)).toEqual([]);
        expect(readable(resumed.live)).toEqual(readable(whole.live));
      }),
      runs,
    );
  });

  it('reach the same end in whatever order several at once may be done', () => {
    fc.assert(
      fc.property(
        arbitraryModel,
        arbitraryModel,
        fc.infiniteStream(fc.nat()),
        (before, after, dice) => {
          const start = deployed(before);
          const todo = steps(changes(after, start));
          const whole = start.clone();
          whole.apply(todo);

          const shuffled = start.clone();
          shuffled.apply(inAnyOrder(todo, () => dice.next().value ?? 0));
          expect(pending(after, shuffled)).toEqual([]);
          expect(readable(shuffled.live)).toEqual(readable(whole.live));
        },
      ),
      runs,
    );
  });

  it('leave alone what is not ours', () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryModel, (before, after) => {
        const service = deployed(before);
        const foreign = foreignParts(service.live);
        const handMade = handMadeOverrides(service.live, after);
        apply(after, service);
        expect(foreignParts(service.live)).toEqual(foreign);
        expect(handMadeOverrides(service.live, after)).toEqual(handMade);
      }),
      runs,
    );
  });

  it('never touch what has lost its tag, nor break off over it', () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryModel, fc.nat(), (before, after, losers) => {
        const service = deployed(before);
        loseTags(service, losers);
        const foreign = foreignParts(service.live);
        apply(after, service);
        expect(foreignParts(service.live)).toEqual(foreign);
        const actions = new Set(changes(after, service).map((change) => change.action));
        expect([...actions].filter((action) => action !== 'kept' && action !== 'blocked')).toEqual(
          [],
        );
      }),
      runs,
    );
  });

  it('adopt all but what is of another type', () => {
    fc.assert(
      fc.property(arbitraryModel, fc.nat(), (spec, losers) => {
        const service = deployed(spec);
        loseTags(service, losers);
        const tagless = service.contacts.filter(isForeign).map((contact) => contact.alias);
        service.apply(steps(changes(spec, service, true)));
        expect(pending(spec, service)).toEqual([]);
        const left = service.contacts.filter(isForeign).map((contact) => contact.alias);
        expect(left).toEqual(tagless.filter((alias) => typeIn(spec, alias) === undefined));
      }),
      runs,
    );
  });

  it('never delete what can be updated', () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryModel, (before, after) => {
        const service = deployed(before);
        const todo = steps(changes(after, service));
        const again = (operation: string) =>
          todo.filter((step) => step.operation === operation).length;
        // A type of which a contact has as many channels as before loses none.
        for (const live of service.contacts) {
          const declared = after.contacts?.find((contact) => contact.name === live.alias);
          if (declared === undefined || live.type !== 'PERSONAL') continue;
          for (const type of ['VOICE', 'SMS', 'EMAIL'] as const) {
            const wanted = declared.channels?.filter((each) => each.type.toUpperCase() === type);
            const present = live.channels.filter((each) => each.type === type);
            const deleted = present.filter((channel) =>
              todo.some(
                (step) =>
                  'ContactChannelId' in step.input &&
                  step.operation === 'DeleteContactChannel' &&
                  step.input.ContactChannelId === channel.arn,
              ),
            );
            expect(deleted).toHaveLength(Math.max(0, present.length - (wanted?.length ?? 0)));
          }
        }
        const gone = service.contacts.filter(
          (live) => !isForeign(live) && typeIn(after, live.alias) !== live.type,
        );
        expect(again('DeleteContact')).toBe(gone.length);
      }),
      runs,
    );
  });
});

function changes(spec: ModelSpec, service: Service, adopt = false) {
  const { resources, findings } = lower(buildModel(spec), { variable: () => undefined });
  expect(findings).toEqual([]);
  return difference(resources, service.live, { project: 'acme', adopt });
}

/** An order in which steps may be done: waves in turn, each step after those that it waits for. */
function inAnyOrder(todo: readonly Step[], dice: () => number): readonly Step[] {
  const waiting = [...todo];
  const done = new Set<string>();
  const ordered: Step[] = [];
  while (waiting.length > 0) {
    const wave = Math.min(...waiting.map((step) => step.wave));
    const ready = waiting.filter(
      (step) => step.wave === wave && step.after.every((id) => done.has(id)),
    );
    const step = ready[dice() % ready.length];
    if (step === undefined) throw new Error('no step is ready');
    remove(waiting, step);
    done.add(step.id);
    ordered.push(step);
  }
  return ordered;
}

function remove<T>(items: T[], item: T): void {
  items.splice(items.indexOf(item), 1);
}

function apply(spec: ModelSpec, service: Service): void {
  service.apply(steps(changes(spec, service)));
}

function pending(spec: ModelSpec, service: Service) {
  return changes(spec, service).filter((change) => change.action !== 'kept');
}

/** An account in which a project was applied, and others have done this and that. */
function deployed(spec: ModelSpec): Service {
  const service = new Service();
  service.contacts.push(foreignContact(director), foreignContact('stranger'));
  apply(spec, service);
  for (const rotation of service.rotations) {
    rotation.overrides.push({
      id: service.nextId(),
      contactIds: [contactArn(director)],
      startTime: slotStart(3),
      endTime: slotStart(3) + 7200,
      ours: false,
    });
  }
  service.rotations.push({
    arn: `arn:aws:ssm-contacts:us-east-2:111122223333:rotation/${service.nextId()}`,
    name: 'Foreign',
    contactIds: [contactArn('stranger')],
    startTime: 0,
    timeZoneId: 'UTC',
    recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 },
    tags: { 'oncall/project': 'other', 'oncall/name': 'primary' },
    overrides: [],
  });
  return service;
}

/** Takes the tags off some of what is live, told by the bits of a number. */
function loseTags(service: Service, losers: number): void {
  for (const [index, live] of [...service.contacts, ...service.rotations].entries()) {
    if (!isForeign(live) && (losers >> index) % 2 === 1) live.tags = {};
  }
}

function foreignContact(alias: string): LiveContact & { channels: []; tags: object } {
  return {
    arn: contactArn(alias),
    alias,
    type: 'PERSONAL',
    displayName: undefined,
    plan: { Stages: [] },
    tags: {},
    channels: [],
  };
}

function isForeign({ tags }: { tags: Readonly<Record<string, string>> }): boolean {
  return tags['oncall/project'] !== 'acme';
}

function foreignParts({ contacts, rotations }: LiveState) {
  return { contacts: contacts.filter(isForeign), rotations: rotations.filter(isForeign) };
}

/** What was made by hand on rotations that `after` has too, and has nothing to say about. */
function handMadeOverrides({ rotations }: LiveState, after: ModelSpec) {
  return (after.rotations ?? []).flatMap(({ name, overrides }) => {
    const isDeclared = overrides?.some(
      (each) => each.start === slotStart(3) && each.end === slotStart(3) + 7200,
    );
    if (isDeclared) return [];
    return rotations
      .filter((each) => !isForeign(each) && each.tags['oncall/name'] === name)
      .flatMap((each) => each.overrides.filter((override) => !override.ours))
      .map(({ id: _, ...override }) => ({ name, ...override }));
  });
}

function typeIn(spec: ModelSpec, alias: string): string | undefined {
  const has = (items: readonly { readonly name: string }[] | undefined) =>
    items?.some((item) => item.name === alias);
  if (has(spec.contacts)) return 'PERSONAL';
  if (has(spec.plans)) return 'ESCALATION';
  return has(spec.schedules) ? 'ONCALL_SCHEDULE' : undefined;
}

/** A live state with names for ids, in an order of its own. */
function readable({ contacts, rotations }: LiveState): unknown {
  const names: [string, string][] = [
    ...contacts.flatMap((contact) =>
      contact.channels.map(({ arn, name, type, address }): [string, string] => [
        arn,
        `${contact.alias} ${name} ${type} ${address}`,
      ]),
    ),
    ...rotations.map(({ arn, name, tags }): [string, string] => [
      arn,
      `${tags['oncall/project']} ${tags['oncall/name']} ${name}`,
    ]),
  ];
  let text = JSON.stringify({ contacts, rotations }, (member, value) => {
    if (member === 'id') return undefined;
    return Array.isArray(value) && member !== 'contactIds' && member !== 'Stages'
      ? value.toSorted((one, other) => (sortKey(one, names) < sortKey(other, names) ? -1 : 1))
      : value;
  });
  for (const [arn, name] of names) text = text.replaceAll(arn, name);
  return JSON.parse(text);
}

function sortKey(value: unknown, names: readonly [string, string][]): string {
  let text = JSON.stringify(value, (member, part) => (member === 'id' ? undefined : part));
  for (const [arn, name] of names) text = text.replaceAll(arn, name);
  return text;
}
