import { describe, expect, it } from 'vitest';
import { steps } from '../../src/index.ts';
import type { ContactSpec, ModelSpec } from '../model-builder.ts';
import { callsOf, changesTo, deploy, linesOf, planOf } from '../plans.ts';
import { contactArn } from '../service.ts';

const phone = { name: 'phone', type: 'voice', address: '+12065550100' } as const;
const mail = { name: 'mail', type: 'email', address: 'alice@example.com' } as const;

function alice(spec: Partial<ContactSpec> = {}): ModelSpec {
  return {
    contacts: [{ name: 'alice', channels: [phone, mail], stages: [[5, 'phone']], ...spec }],
  };
}

describe('a contact', () => {
  it('is made in three calls', () => {
    const { lines, todo } = planOf({}, alice());
    expect(lines).toEqual([
      'create contact/alice: 5m phone',
      'create channel/alice/phone: voice +1******0100',
      'create channel/alice/mail: email a****@example.com',
    ]);
    expect(todo.map(({ id, operation, change }) => [id, operation, change])).toEqual([
      ['contact/alice', 'CreateContact', 'contact/alice'],
      ['channel/alice/phone', 'CreateContactChannel', 'channel/alice/phone'],
      ['channel/alice/mail', 'CreateContactChannel', 'channel/alice/mail'],
      ['engagement-plan/alice', 'UpdateContact', 'contact/alice'],
    ]);
  });

  it('needs nothing where it is as written', () => {
    expect(planOf(alice(), alice())).toEqual({ lines: [], todo: [] });
  });

  it.each<[string, Partial<ContactSpec>, Partial<ContactSpec>, string, object]>([
    [
      'a display name changes',
      { displayName: 'Alice' },
      { displayName: 'Alice Example' },
      'display name: "Alice" → "Alice Example"',
      { DisplayName: 'Alice Example' },
    ],
    [
      'a display name is added',
      {},
      { displayName: 'Alice' },
      'display name: none → "Alice"',
      { DisplayName: 'Alice' },
    ],
    [
      'a display name is removed',
      { displayName: 'Alice' },
      {},
      'display name: "Alice" → none',
      { DisplayName: '' },
    ],
    [
      'all stages are removed',
      { stages: [[5, 'phone retry 2']] },
      { stages: [] },
      'stage 1: 5m notify phone retry 2m → none',
      { Plan: { Stages: [] } },
    ],
    [
      'a wait is added',
      { stages: [] },
      { stages: [[5]] },
      'stage 1: none → 5m wait',
      { Plan: { Stages: [{ DurationInMinutes: 5, Targets: [] }] } },
    ],
  ])('is updated where %s', (_, before, after, reason, changed) => {
    const { lines, todo } = planOf(alice(before), alice(after));
    expect(lines).toEqual([`update contact/alice: ${reason}`]);
    expect(callsOf(todo)).toStrictEqual([
      ['contact/alice#update', 'UpdateContact', { ContactId: contactArn('alice'), ...changed }],
    ]);
  });

  it('takes one call for all that an update can hold, with the place of each part', () => {
    const { lines, todo } = planOf(alice(), alice({ displayName: 'Al', stages: [[9, 'phone']] }));
    expect(lines).toEqual([
      'update contact/alice: display name: none → "Al"',
      'update contact/alice: stage 1: 5m → 9m',
    ]);
    expect(todo).toHaveLength(1);
    expect(Object.keys(todo[0]?.origins ?? {})).toEqual([
      'DisplayName',
      'Plan.Stages.0.DurationInMinutes',
      'Plan.Stages.0.Targets.0.ChannelTargetInfo.ContactChannelId',
    ]);
    expect(todo[0]?.origins['Plan.Stages.0.DurationInMinutes']).toMatchObject({
      piece: { text: 'stage alice.0' },
    });
  });

  it('is deleted in one call, channels and all', () => {
    const { lines, todo } = planOf(alice(), {});
    expect(lines).toEqual([
      'delete contact/alice: no longer in the files; its 2 channels go with it',
    ]);
    expect(callsOf(todo)).toEqual([
      ['contact/alice#delete', 'DeleteContact', { ContactId: contactArn('alice') }],
    ]);
    expect(todo[0]?.origin).toBeUndefined();
  });

  it('is told to lose the activations of its channels', () => {
    const service = deploy(alice());
    const [first, second] = service.contacts[0]?.channels ?? [];
    if (first !== undefined) first.activated = true;
    expect(changesTo({}, service).flatMap(linesOf)).toEqual([
      'delete contact/alice: no longer in the files; its 2 channels go with it, 1 activation is lost',
    ]);
    if (second !== undefined) second.activated = true;
    const plan: ModelSpec = {
      contacts: [{ name: 'bob' }],
      plans: [{ name: 'alice', stages: [[5, 'bob']] }],
    };
    expect(changesTo(plan, service).flatMap(linesOf)[1]).toContain(
      'its 2 channels go with it, 2 activations are lost)',
    );
  });

  it('is told to be another by its addresses, where its alias changes', () => {
    const [contact] = alice().contacts ?? [];
    if (contact === undefined) throw new Error('no contact');
    const { lines } = planOf(alice(), { contacts: [{ ...contact, alias: 'alice-e' }] });
    expect(lines[0]).toBe(
      "create contact/alice-e: alias: alice → alice-e (an alias can't be changed in place; costs a new activation of each channel)",
    );
    expect(lines.at(-1)).toBe(
      'delete contact/alice: no longer in the files; its 2 channels go with it',
    );
    const other = planOf(alice(), { contacts: [{ name: 'bob' }] });
    expect(other.lines[0]).toBe('create contact/bob: no stages');
  });

  it('gives way to something else of its alias', () => {
    const { lines, todo } = planOf(
      { ...alice(), externs: { director: contactArn('director') } },
      { contacts: [{ name: 'bob' }], plans: [{ name: 'alice', stages: [[5, 'bob']] }] },
    );
    expect(lines).toEqual([
      'create contact/bob: no stages',
      "replace plan/alice: kind: contact → plan (what an alias stands for can't be changed in place; its 2 channels go with it)",
      'replace plan/alice: 5m @bob',
    ]);
    expect(todo.map(({ id, after }) => [id, after])).toEqual([
      ['contact/bob', []],
      ['contact/alice#delete', []],
      ['plan/alice', ['contact/alice#delete', 'contact/bob']],
    ]);
  });
});

describe('a plan and a schedule', () => {
  const base: ModelSpec = {
    contacts: [{ name: 'alice' }, { name: 'bob' }],
    rotations: ['primary', 'second'].map((name) => ({ name, members: ['alice'] })),
  };

  it('are updated in place', () => {
    const { lines, todo } = planOf(
      {
        ...base,
        schedules: [{ name: 'weekly', rotations: ['primary'] }],
        plans: [{ name: 'sre', stages: [[5, 'alice']] }],
      },
      {
        ...base,
        schedules: [{ name: 'weekly', rotations: ['primary', 'second'] }],
        plans: [{ name: 'sre', stages: [[5, 'alice essential', 'weekly']] }],
      },
    );
    expect(lines).toEqual([
      'update schedule/weekly: rotations: @primary → @primary @second',
      'update plan/sre: stage 1: notify @alice → notify @alice essential, notify @weekly',
    ]);
    expect(callsOf(todo).map(([id, operation]) => [id, operation])).toEqual([
      ['schedule/weekly#update', 'UpdateContact'],
      ['plan/sre#update', 'UpdateContact'],
    ]);
    // The plan is not to page a schedule that is not up to date.
    expect(todo[1]?.after).toEqual(['schedule/weekly#update']);
  });
});

describe('what exists and is not ours', () => {
  it('is blocked, and says how to take it over', () => {
    const service = deploy(alice());
    const [live] = service.contacts;
    if (live !== undefined) live.tags = {};
    expect(changesTo(alice({ displayName: 'Al' }), service).flatMap(linesOf)).toEqual([
      'blocked contact/alice: a contact with the alias alice exists and is not managed here; --adopt takes it over',
    ]);
    expect(steps(changesTo(alice(), service))).toEqual([]);
  });

  it('is tagged and updated where it is adopted', () => {
    const service = deploy(alice());
    const [live] = service.contacts;
    if (live !== undefined) live.tags = { made: 'by hand', 'aws:x': 'y' };
    const changes = changesTo(alice({ displayName: 'Al' }), service, true);
    expect(changes.flatMap(linesOf)).toEqual([
      'adopt contact/alice: exists, and is taken over',
      'adopt contact/alice: display name: none → "Al"',
      'adopt contact/alice: tag oncall/project: none → "acme"',
      'adopt contact/alice: tag made: "by hand" → none',
    ]);
    expect(steps(changes).map(({ id, after }) => [id, after])).toEqual([
      ['contact/alice#untag', []],
      ['contact/alice#tag', ['contact/alice#untag']],
      ['contact/alice#update', ['contact/alice#untag', 'contact/alice#tag']],
    ]);
  });

  it('is tagged and nothing else where it is as written', () => {
    const service = deploy(alice());
    const [live] = service.contacts;
    if (live !== undefined) live.tags = {};
    const todo = steps(changesTo(alice(), service, true));
    expect(todo.map((step) => step.operation)).toEqual(['TagResource']);
  });

  it.each([
    ['belongs to another project', { tags: { 'oncall/project': 'other' } }, 'the project other'],
    ['is of another type', { tags: {}, type: 'ESCALATION' as const }, 'delete it or use another'],
  ])('stays blocked where it %s', (_, live, reason) => {
    const service = deploy(alice());
    Object.assign(service.contacts[0] ?? {}, live);
    const changes = changesTo(alice(), service, true);
    expect(changes.map((change) => change.action)).toEqual(['blocked']);
    expect(changes.flatMap(linesOf)[0]).toContain(reason);
  });
});
