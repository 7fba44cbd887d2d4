import { describe, expect, it } from 'vitest';
import { lower } from '../../src/index.ts';
import { buildModel } from '../model-builder.ts';

describe('tags', () => {
  it("are the project's, the resource's own before them, and ours", () => {
    const model = buildModel({
      project: { name: 'acme', tags: { team: 'all', cost: '42' } },
      contacts: [{ name: 'alice', tags: { tier: '1', team: 'sre' } }],
      rotations: [{ name: 'primary', members: ['alice'], tags: { tier: '2' } }],
    });
    const { resources } = lower(model, { variable: () => undefined });
    expect(resources.map((resource) => resource.input)).toMatchObject([
      {
        Tags: [
          { Key: 'cost', Value: '42' },
          { Key: 'tier', Value: '1' },
          { Key: 'team', Value: 'sre' },
          { Key: 'oncall/project', Value: 'acme' },
        ],
      },
      {
        Tags: [
          { Key: 'team', Value: 'all' },
          { Key: 'cost', Value: '42' },
          { Key: 'tier', Value: '2' },
          { Key: 'oncall/project', Value: 'acme' },
          { Key: 'oncall/name', Value: 'primary' },
        ],
      },
    ]);
  });

  it('say default where no project is declared', () => {
    const { resources } = lower(buildModel({ contacts: [{ name: 'alice' }] }), {
      variable: () => undefined,
    });
    expect(resources[0]?.input).toMatchObject({
      Tags: [{ Key: 'oncall/project', Value: 'default' }],
    });
  });
});
