import { describe, expect, it } from 'vitest';
import { resourcesOf } from '../plans.ts';

describe('override', () => {
  it('names its rotation, and nobody where nobody is to be on call', () => {
    const written = '2026-01-06T09:00';
    const [override, nobody] = resourcesOf({
      contacts: [{ name: 'alice' }],
      rotations: [
        {
          name: 'primary',
          members: ['alice'],
          overrides: [
            { start: 1767708000, end: 1767711600, written, members: ['alice'] },
            { start: 1767808000, end: 1767811600, members: [] },
          ],
        },
      ],
    }).slice(-2);
    expect(override).toMatchObject({
      kind: 'override',
      id: `override/primary/${written}`,
      of: 'rotation/primary',
      operation: 'CreateRotationOverride',
      uses: ['rotation/primary', 'contact/alice'],
    });
    expect(override?.input).toStrictEqual({
      RotationId: { arnOf: 'rotation/primary' },
      NewContactIds: [{ arnOf: 'contact/alice' }],
      StartTime: 1767708000,
      EndTime: 1767711600,
    });
    expect(nobody?.input).toMatchObject({ NewContactIds: [] });
    expect(override?.origins).toMatchObject({
      'NewContactIds.0': { piece: { text: '@alice' } },
      EndTime: { piece: { text: 'override end' } },
    });
  });
});
