import { describe, expect, it } from 'vitest';
import { steps } from '../../src/index.ts';
import type { ModelSpec } from '../model-builder.ts';
import { changesTo, deploy, linesOf } from '../plans.ts';
import { contactArn, type Service } from '../service.ts';

function untagged(service: Service, ...aliases: string[]): Service {
  for (const contact of service.contacts) if (aliases.includes(contact.alias)) contact.tags = {};
  return service;
}

const bob = { contacts: [{ name: 'bob' }] };

describe('withhold', () => {
  it('blocks what refers to something that is blocked, and what refers to that', () => {
    const after: ModelSpec = {
      contacts: [{ name: 'alice' }, { name: 'bob' }],
      rotations: [
        { name: 'primary', members: ['bob'] },
        { name: 'second', members: ['alice'] },
      ],
      schedules: [{ name: 'weekly', rotations: ['primary', 'second'] }],
      plans: [{ name: 'sre', stages: [[5, 'weekly', 'alice']] }],
    };
    const changes = changesTo(after, untagged(deploy(bob), 'bob'));
    expect(changes.flatMap(linesOf)).toEqual([
      'create contact/alice: no stages',
      'blocked contact/bob: a contact with the alias bob exists and is not managed here; --adopt takes it over',
      'blocked rotation/primary: waits for contact/bob, which is blocked',
      'create rotation/second: members @alice',
      'create rotation/second: weekly mon 09:00, zone "America/New_York", start 2026-01-05T15:00:00Z',
      'blocked schedule/weekly: waits for rotation/primary, which is blocked',
      'blocked plan/sre: waits for schedule/weekly, which is blocked',
    ]);
    expect(steps(changes).map((step) => step.id)).toEqual(['contact/alice', 'rotation/second']);
  });

  it('lets pass what refers to something that stands, though a change of it is blocked', () => {
    const spec = (members: string[], minutes: number): ModelSpec => ({
      contacts: [{ name: 'alice' }, { name: 'bob' }],
      rotations: [{ name: 'primary', members }],
      schedules: [{ name: 'weekly', rotations: ['primary'] }],
      plans: [{ name: 'sre', stages: [[minutes, 'weekly']] }],
    });
    const changes = changesTo(spec(['bob'], 9), untagged(deploy(spec(['alice'], 5)), 'bob'));
    expect(changes.map((change) => [change.action, change.id])).toEqual([
      ['blocked', 'contact/bob'],
      ['blocked', 'rotation/primary'],
      ['update', 'plan/sre'],
    ]);
  });

  it('keeps what something blocked still refers to, and what that refers to', () => {
    const before: ModelSpec = {
      contacts: [{ name: 'alice' }],
      rotations: [{ name: 'primary', members: ['alice'] }],
      schedules: [{ name: 'weekly', rotations: ['primary'] }],
    };
    const service = untagged(
      deploy({ ...before, contacts: [{ name: 'alice' }, ...bob.contacts] }),
      'bob',
    );
    const after: ModelSpec = {
      ...bob,
      rotations: [{ name: 'second', members: ['bob'] }],
      schedules: [{ name: 'weekly', rotations: ['second'] }],
    };
    const changes = changesTo(after, service);
    expect(changes.map((change) => [change.action, change.id])).toEqual([
      ['blocked', 'contact/bob'],
      ['blocked', 'rotation/second'],
      ['blocked', 'schedule/weekly'],
      ['blocked', 'rotation/primary'],
      ['blocked', 'contact/alice'],
    ]);
    expect(changes.flatMap(linesOf)).toContain(
      'blocked rotation/primary: schedule/weekly, which is blocked, still refers to it',
    );
  });

  it('keeps a rotation as long as an override can not be made on the one that replaces it', () => {
    const spec = (label: string): ModelSpec => ({
      contacts: [{ name: 'alice' }, { name: 'bob' }],
      rotations: [
        {
          name: 'primary',
          label,
          members: ['alice'],
          overrides: [{ start: 0, end: 3600, written: 'X', members: ['bob'] }],
        },
      ],
    });
    const changes = changesTo(spec('New'), untagged(deploy(spec('Old')), 'bob'));
    expect(changes.map((change) => [change.action, change.id])).toEqual([
      ['blocked', 'contact/bob'],
      ['blocked', 'rotation/primary'],
      ['blocked', 'override/primary/X'],
    ]);
  });

  it('keeps what something refers to that is not ours', () => {
    const before: ModelSpec = {
      contacts: [{ name: 'alice' }],
      plans: [{ name: 'sre', stages: [[5, 'alice']] }],
    };
    const changes = changesTo({}, untagged(deploy(before), 'sre'));
    expect(changes.flatMap(linesOf)).toEqual([
      'blocked contact/alice: the plan sre, which is not managed here, still refers to it',
      'blocked contact/alice: no longer in the files',
    ]);
  });

  it('keeps whom an override made by hand names, until its time is over', () => {
    const spec = (people: string[], label = 'primary'): ModelSpec => ({
      contacts: people.map((name) => ({ name })),
      rotations: [{ name: 'primary', label, members: ['alice'] }],
    });
    const service = deploy(spec(['alice', 'bob']));
    const byHand = (ended: boolean): Service => {
      const changed = service.clone();
      changed.rotations[0]?.overrides.push({
        id: 'by-hand',
        contactIds: [contactArn('bob')],
        startTime: 0,
        endTime: 3600,
        ours: false,
        ended,
      });
      return changed;
    };
    const id = 'override/primary/1970-01-01T00:00:00Z';
    for (const label of ['primary', 'New']) {
      const changes = changesTo(spec(['alice'], label), byHand(false));
      expect(changes.flatMap(linesOf)).toContain(
        `blocked contact/bob: ${id}, made by hand, still refers to it`,
      );
      expect(steps(changes).map((step) => step.operation)).not.toContain('DeleteContact');
      const over = changesTo(spec(['alice'], label), byHand(true));
      expect(over.map((change) => [change.action, change.id])).toEqual([
        ...(label === 'New' ? [['replace', 'rotation/primary']] : []),
        ['delete', 'contact/bob'],
      ]);
    }
  });
});
