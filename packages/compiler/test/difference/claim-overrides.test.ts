import { describe, expect, it } from 'vitest';
import { claimOverrides, type LiveOverride } from '../../src/index.ts';
import type { ModelSpec } from '../model-builder.ts';
import { changesTo, deploy, resourcesOf } from '../plans.ts';
import { contactArn, type Service } from '../service.ts';

const start = 1770000000;
const end = start + 3600;
const spec: ModelSpec = {
  contacts: [{ name: 'alice' }, { name: 'bob' }],
  rotations: [
    {
      name: 'primary',
      members: ['alice'],
      overrides: [{ start, end, written: 'X', members: ['bob'] }],
    },
  ],
};
const [rotation] = spec.rotations ?? [];
const without: ModelSpec = { ...spec, rotations: rotation ? [{ ...rotation, overrides: [] }] : [] };

function byHand(service: Service, difference: Partial<LiveOverride> = {}): Service {
  service.rotations[0]?.overrides.push({
    id: 'by-hand',
    contactIds: [contactArn('bob')],
    startTime: start,
    endTime: end,
    ours: false,
    ...difference,
  });
  return service;
}

function claimed(service: Service, { project = 'acme', adopt = false } = {}) {
  const live = claimOverrides(resourcesOf(spec), service.live, { project, adopt });
  return live.rotations.flatMap(({ overrides }) => overrides.map(({ ours }) => ours));
}

describe('claimOverrides', () => {
  it('claims what the files have just so, which needs no change', () => {
    const service = byHand(deploy(without), { startTime: start + 0.3 });
    expect(changesTo(spec, service)).toEqual([]);
    expect(claimed(service)).toEqual([true]);
  });

  it('claims nothing that differs in anything', () => {
    expect(claimed(byHand(deploy(without), { endTime: end + 60 }))).toEqual([false]);
    expect(claimed(byHand(deploy(without), { contactIds: [] }))).toEqual([false]);
  });

  it('claims nothing on a rotation of others, but where that is taken over', () => {
    const service = byHand(deploy(without));
    const tags = service.rotations[0]?.tags ?? {};
    tags['oncall/project'] = 'payments';
    expect(claimed(service, { adopt: true })).toEqual([false]);
    for (const tag of Object.keys(tags)) delete tags[tag];
    expect(claimed(service)).toEqual([false]);
    expect(claimed(service, { adopt: true })).toEqual([true]);
  });
});
