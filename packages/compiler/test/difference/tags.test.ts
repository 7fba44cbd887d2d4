import { describe, expect, it } from 'vitest';
import { steps } from '../../src/index.ts';
import type { ModelSpec } from '../model-builder.ts';
import { callsOf, changesTo, deploy, planOf } from '../plans.ts';
import { contactArn } from '../service.ts';

const withTags = (tags: Record<string, string>): ModelSpec => ({
  contacts: [{ name: 'alice', tags }],
});

describe('compareTags', () => {
  it('takes off what is no longer written, and puts on what is new or differs', () => {
    const { lines, todo } = planOf(
      withTags({ team: 'sre', tier: '1', same: 'x' }),
      withTags({ same: 'x', tier: '2', cost: '42' }),
    );
    expect(lines).toEqual([
      'update contact/alice: tag tier: "1" → "2"',
      'update contact/alice: tag cost: none → "42"',
      'update contact/alice: tag team: "sre" → none',
    ]);
    const ResourceARN = contactArn('alice');
    expect(callsOf(todo)).toEqual([
      ['contact/alice#untag', 'UntagResource', { ResourceARN, TagKeys: ['team'] }],
      [
        'contact/alice#tag',
        'TagResource',
        {
          ResourceARN,
          Tags: [
            { Key: 'tier', Value: '2' },
            { Key: 'cost', Value: '42' },
          ],
        },
      ],
    ]);
    expect(todo[1]?.origins).toMatchObject({
      'Tags.0': { piece: { text: 'tag tier' } },
      'Tags.1': { piece: { text: 'tag cost' } },
    });
  });

  it('has no eye for the order, nor for tags of the service', () => {
    const service = deploy(withTags({ team: 'sre', tier: '1' }));
    const [live] = service.contacts;
    if (live !== undefined) live.tags = { 'aws:cloud': 'x', ...live.tags };
    expect(changesTo(withTags({ tier: '1', team: 'sre' }), service)).toEqual([]);
  });

  it("follows the project's tags on all that carries tags", () => {
    const spec = (team: string): ModelSpec => ({
      project: { name: 'acme', tags: { team } },
      contacts: [
        { name: 'alice', channels: [{ name: 'phone', type: 'voice', address: '+12065550100' }] },
      ],
      rotations: [
        { name: 'primary', members: ['alice'], overrides: [{ start: 0, end: 1800, members: [] }] },
      ],
      schedules: [{ name: 'weekly', rotations: ['primary'] }],
    });
    const todo = steps(changesTo(spec('ops'), deploy(spec('sre'))));
    expect(todo.map((step) => step.id)).toEqual([
      'contact/alice#tag',
      'rotation/primary#tag',
      'schedule/weekly#tag',
    ]);
  });
});
