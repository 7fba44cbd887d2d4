import { describe, expect, it } from 'vitest';
import type { Call, Change } from '../src/difference/change.ts';
import { steps } from '../src/index.ts';
import type { ModelSpec } from './model-builder.ts';
import { planOf } from './plans.ts';

const full: ModelSpec = {
  contacts: [
    {
      name: 'alice',
      channels: [{ name: 'phone', type: 'voice', address: '+12065550100' }],
      stages: [[5, 'phone']],
    },
  ],
  rotations: [
    {
      name: 'primary',
      members: ['alice'],
      overrides: [{ start: 0, end: 3600, written: 'X', members: ['alice'] }],
    },
  ],
  schedules: [{ name: 'weekly', rotations: ['primary'] }],
  plans: [{ name: 'sre', stages: [[5, 'weekly', 'alice']] }],
};

describe('steps', () => {
  it('make what is referred to before what refers to it, and people reachable first', () => {
    const { todo } = planOf({}, full);
    expect(todo.map(({ id, after }) => [id, after])).toEqual([
      ['contact/alice', []],
      ['channel/alice/phone', ['contact/alice']],
      ['engagement-plan/alice', ['contact/alice', 'channel/alice/phone']],
      ['rotation/primary', ['contact/alice', 'engagement-plan/alice', 'channel/alice/phone']],
      [
        'override/primary/X',
        ['rotation/primary', 'contact/alice', 'engagement-plan/alice', 'channel/alice/phone'],
      ],
      ['schedule/weekly', ['rotation/primary', 'override/primary/X']],
      [
        'plan/sre',
        ['schedule/weekly', 'contact/alice', 'engagement-plan/alice', 'channel/alice/phone'],
      ],
    ]);
  });

  it('come in waves, so that no page goes to whom it could not reach yet', () => {
    const { todo } = planOf({}, full);
    expect(todo.map(({ wave }) => wave)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const two = planOf({}, { contacts: [{ name: 'alice' }, { name: 'bob' }] });
    expect(two.todo.map(({ wave }) => wave)).toEqual([0, 0]);
  });

  it('leave open only the ARNs that no one can know yet', () => {
    const { todo } = planOf({}, full);
    const open = todo.flatMap(({ input }) =>
      [...JSON.stringify(input).matchAll(/"arnOf":"([^"]*)"/g)].map((match) => match[1]),
    );
    expect(open).toEqual(['channel/alice/phone', 'rotation/primary', 'rotation/primary']);
  });

  it('delete in reverse, each after what refers to it', () => {
    const { todo } = planOf(full, {});
    expect(todo.map(({ id, after }) => [id, after])).toEqual([
      ['plan/sre#delete', []],
      ['schedule/weekly#delete', ['plan/sre#delete']],
      ['rotation/primary#delete', ['schedule/weekly#delete']],
      ['contact/alice#delete', ['rotation/primary#delete', 'plan/sre#delete']],
    ]);
  });

  it('delete after all that is made and updated', () => {
    const { todo } = planOf(
      { contacts: [{ name: 'alice' }, { name: 'bob' }] },
      { contacts: [{ name: 'bob', displayName: 'Bob' }, { name: 'carol' }] },
    );
    expect(todo.map((step) => step.id)).toEqual([
      'contact/carol',
      'contact/bob#update',
      'contact/alice#delete',
    ]);
  });

  it('let a rotation go before the person in it, where an alias is needed again', () => {
    const { todo } = planOf(
      {
        contacts: [{ name: 'bob' }],
        rotations: [{ name: 'second', members: ['bob'] }],
        schedules: [{ name: 'dot', rotations: ['second'] }],
        plans: [{ name: 'ann', stages: [[1, 'dot']] }],
      },
      {
        contacts: [{ name: 'cid' }],
        rotations: [{ name: 'primary', members: ['cid'] }],
        schedules: [{ name: 'bob', rotations: ['primary'] }],
        plans: [{ name: 'ann', stages: [[1, 'bob']] }],
      },
    );
    expect(todo.map((step) => step.id)).toEqual([
      'contact/cid',
      'rotation/primary',
      'rotation/second#delete',
      'contact/bob#delete',
      'schedule/bob',
      'plan/ann#update',
      'schedule/dot#delete',
    ]);
  });

  it('are our bug where they wait for each other or share an id', () => {
    const change = (...calls: readonly Partial<Call>[]): Change => ({
      id: 'contact/alice',
      kind: 'contact',
      action: 'update',
      of: 'contact/alice',
      subject: { kind: 'contact', name: 'alice' },
      owner: { kind: 'contact', name: 'alice' },
      reasons: [],
      holds: [],
      calls: calls.map((call) => ({
        id: 'a',
        operation: 'X',
        input: {},
        phase: 'contact',
        ...call,
      })),
    });
    expect(() => steps([change({ after: ['b'] }, { id: 'b', after: ['a'] })])).toThrow('waits for');
    expect(() => steps([change({}, {})])).toThrow('same id');
  });
});
