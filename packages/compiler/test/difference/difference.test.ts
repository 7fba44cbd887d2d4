import { describe, expect, it } from 'vitest';
import { difference, lower } from '../../src/index.ts';
import { buildModel, type ModelSpec } from '../model-builder.ts';
import { changesTo, deploy, linesOf } from '../plans.ts';

const acme: ModelSpec = {
  contacts: ['alice', 'bob'].map((name) => ({
    name,
    channels: [{ name: 'phone', type: 'voice', address: '+12065550100' }],
    stages: [[5, 'phone']],
  })),
  rotations: [
    {
      name: 'primary',
      members: ['alice'],
      overrides: [{ start: 0, end: 3600, written: 'X', members: ['bob'] }],
    },
  ],
  schedules: [{ name: 'weekly', rotations: ['primary'] }],
  plans: [{ name: 'sre', stages: [[5, 'weekly']] }],
};

describe('difference', () => {
  it('says of each change what it belongs to, in the order of the files', () => {
    const changes = changesTo(acme, deploy({}));
    expect(changes.map(({ id, kind, of }) => [id, kind, of])).toEqual([
      ['contact/alice', 'contact', 'contact/alice'],
      ['channel/alice/phone', 'channel', 'contact/alice'],
      ['contact/bob', 'contact', 'contact/bob'],
      ['channel/bob/phone', 'channel', 'contact/bob'],
      ['rotation/primary', 'rotation', 'rotation/primary'],
      ['override/primary/X', 'override', 'rotation/primary'],
      ['schedule/weekly', 'schedule', 'schedule/weekly'],
      ['plan/sre', 'plan', 'plan/sre'],
    ]);
    expect(changes[1]?.origin).toMatchObject({ piece: { text: 'channel alice.phone' } });
  });

  it('finds nothing where account and Region are left to the caller', () => {
    const service = deploy(acme);
    const { resources } = lower(buildModel({ ...acme, project: {} }), {
      variable: () => undefined,
    });
    expect(difference(resources, service.live, { project: 'acme', adopt: false })).toEqual([]);
  });

  it('says of what goes why, where it is not the files that lack it', () => {
    const options = { project: 'acme', adopt: false, gone: 'to be destroyed' };
    const lines = difference([], deploy(acme).live, options).flatMap(linesOf);
    expect(lines).toEqual([
      'delete rotation/primary: to be destroyed; its override goes with it',
      'delete contact/alice: to be destroyed; its channel goes with it',
      'delete contact/bob: to be destroyed; its channel goes with it',
      'delete schedule/weekly: to be destroyed',
      'delete plan/sre: to be destroyed',
    ]);
  });

  it('leaves the resources of other projects alone', () => {
    const { live } = deploy(acme);
    expect(difference([], live, { project: 'other', adopt: true })).toEqual([]);
  });
});
