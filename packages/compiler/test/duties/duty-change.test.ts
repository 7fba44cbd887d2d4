import { impact } from '@oncall/simulator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, dutyChange, lower, steps } from '../../src/index.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { buildModel, type ModelSpec, type RotationSpec } from '../model-builder.ts';
import { changesTo, deploy, resourcesOf } from '../plans.ts';
import { contactArn, Service } from '../service.ts';

const now = 1_768_219_200;

function primary(spec: Partial<RotationSpec> = {}, more: ModelSpec = {}): ModelSpec {
  return {
    contacts: [{ name: 'alice' }, { name: 'bob' }],
    rotations: [{ name: 'primary', members: ['alice', 'bob'], ...spec }],
    schedules: [{ name: 'sre', rotations: [spec.name ?? 'primary'] }],
    ...more,
  };
}

function changeOf(after: ModelSpec, service: Service, adopt = false) {
  return dutyChange(resourcesOf(after), service.live, changesTo(after, service, adopt), 'acme');
}

/** `primary: alice > bob` for each change. */
function impactOf(after: ModelSpec, service: Service, adopt = false): readonly string[] {
  const { before, after: later } = changeOf(after, service, adopt);
  return impact(before, later, now, 14).rotations.flatMap(({ rotation, changes }) =>
    changes.map(
      (it) => `${rotation}: ${it.before.join('+') || '-'} > ${it.after.join('+') || '-'}`,
    ),
  );
}

describe('dutyChange', () => {
  it('names people as the files do, and others by their alias', () => {
    const spec = primary(
      { members: ['ally', 'director'] },
      {
        contacts: [{ name: 'ally', alias: 'alice' }],
        externs: { director: contactArn('boss') },
      },
    );
    const service = new Service();
    for (const alias of ['boss', 'eve']) addPerson(service, alias);
    service.apply(steps(changesTo(spec, service)));
    const [rotation] = service.rotations;
    if (rotation !== undefined) rotation.contactIds = ['alice', 'boss', 'eve'].map(contactArn);
    const { before, after } = changeOf(spec, service);
    expect(before.rotations.get('primary')?.members).toEqual([
      { name: 'ally' },
      { name: 'boss' },
      { name: 'eve' },
    ]);
    expect(after.rotations.get('primary')?.members).toEqual([{ name: 'ally' }, { name: 'boss' }]);
    expect(after.schedules.get('sre')).toEqual({ rotations: [{ name: 'primary' }] });
  });

  it('is the same object where nothing changes', () => {
    const { before, after } = changeOf(primary(), deploy(primary()));
    expect(before.rotations.get('primary')).toBeDefined();
    expect(after.rotations.get('primary')).toBe(before.rotations.get('primary'));
  });

  it('tells all of a rotation that decides about time', () => {
    const { after } = changeOf(
      primary({
        onCall: 2,
        every: 3,
        handOffs: { kind: 'monthly', times: [{ day: 31, time: { hour: 9, minute: 30 } }] },
        coverage: [{ day: 'tue', start: { hour: 9, minute: 0 }, end: { hour: 17, minute: 15 } }],
        overrides: [{ start: now, end: now + 3_600, members: ['bob'] }],
      }),
      new Service(),
    );
    expect(after.rotations.get('primary')).toEqual({
      zone: { value: 'America/New_York' },
      start: { value: 1767625200 },
      members: [{ name: 'alice' }, { name: 'bob' }],
      onCall: 2,
      every: 3,
      handOffs: { kind: 'monthly', times: [{ day: 31, time: { hour: 9, minute: 30 } }] },
      coverage: [{ day: 'tue', start: { hour: 9, minute: 0 }, end: { hour: 17, minute: 15 } }],
      overrides: [
        { start: { value: now }, end: { value: now + 3_600 }, members: [{ name: 'bob' }] },
      ],
    });
  });

  it('knows a rotation that is replaced, renamed, or taken over as the same', () => {
    expect(impactOf(primary({ label: 'SRE' }), deploy(primary()))).toEqual([]);
    expect(impactOf(primary({ name: 'first' }), deploy(primary()))).toEqual([]);
    const byHand = deploy(primary({ label: 'SRE' }));
    for (const each of [...byHand.rotations, ...byHand.contacts]) each.tags = {};
    expect(impactOf(primary({ label: 'SRE', members: ['bob', 'alice'] }), byHand, true)).toEqual([
      'primary: alice > bob',
      'primary: bob > alice',
      'primary: alice > bob',
    ]);
  });

  it('keeps apart what goes from another that takes its place', () => {
    const two = primary(
      {},
      {
        rotations: [
          { name: 'primary', members: ['alice'] },
          { name: 'second', members: ['bob'] },
        ],
        schedules: [
          { name: 'sre', rotations: ['primary'] },
          { name: 'night', rotations: ['second'] },
        ],
      },
    );
    const one = primary(
      {},
      {
        rotations: [{ name: 'second', members: ['bob'] }],
        schedules: [
          { name: 'sre', rotations: ['second'] },
          { name: 'night', rotations: ['second'] },
        ],
      },
    );
    expect(impactOf(one, deploy(two))).toEqual(Array(3).fill('primary: alice > -'));
  });

  it('leaves what is blocked, and what was made by hand, as it is', () => {
    const service = deploy(primary());
    const [rotation] = service.rotations;
    if (rotation === undefined) throw new Error('no rotation');
    const byHand = { id: 'x', startTime: now + 60, endTime: now + 7_260, ours: false };
    rotation.overrides.push({ ...byHand, contactIds: [contactArn('bob')] });
    expect(impactOf(primary(), service)).toEqual([]);
    expect(impactOf(primary({ label: 'SRE' }), service)).toEqual([]);
    // Nobody's any more, so nothing is done to it.
    rotation.tags = {};
    expect(impactOf(primary({ members: ['bob'] }), service)).toEqual([]);
  });

  it('can say nothing of a zone or hand-offs that are not known here', () => {
    const service = deploy(primary());
    const [rotation] = service.rotations;
    if (rotation !== undefined) rotation.timeZoneId = 'Mars/Olympus';
    const { before, after } = changeOf(primary(), service);
    expect([...before.rotations.keys()]).toEqual([]);
    expect([...after.rotations.keys()]).toEqual(['primary']);
  });

  it('tells beforehand what is there afterwards', () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryModel, (one, other) => {
        const service = new Service();
        addPerson(service, 'director');
        service.rotations.push(foreign);
        for (const spec of [one, other]) {
          const { resources } = lower(buildModel(spec), { variable: () => undefined });
          const changes = difference(resources, service.live, options);
          const { after } = dutyChange(resources, service.live, changes, 'acme');
          service.apply(steps(changes));
          const { before } = dutyChange(resources, service.live, [], 'acme');
          expect(before).toEqual(after);
          // Of the same name, but of another project.
          const isOurs = service.rotations.some(
            ({ tags }) => tags['oncall/project'] === 'acme' && tags['oncall/name'] === 'primary',
          );
          const name = isOurs ? 'primary (2)' : 'primary';
          expect(before.rotations.get(name)?.start.value).toBe(foreign.startTime);
        }
      }),
      { numRuns: 150 },
    );
  });
});

const options = { project: 'acme', adopt: false };

const foreign = {
  arn: 'arn:aws:ssm-contacts:us-east-2:111122223333:rotation/foreign',
  name: 'primary',
  contactIds: [contactArn('director')],
  startTime: 77,
  timeZoneId: 'UTC',
  recurrence: {
    NumberOfOnCalls: 1,
    RecurrenceMultiplier: 1,
    DailySettings: [{ HourOfDay: 9, MinuteOfHour: 0 }],
  },
  tags: { 'oncall/project': 'other', 'oncall/name': 'primary' },
  overrides: [],
};

function addPerson(service: Service, alias: string): void {
  service.contacts.push({
    arn: contactArn(alias),
    alias,
    type: 'PERSONAL',
    displayName: undefined,
    plan: { Stages: [] },
    tags: {},
    channels: [],
  });
}
