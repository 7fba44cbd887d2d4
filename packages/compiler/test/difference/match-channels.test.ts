import { describe, expect, it } from 'vitest';
import { matchChannels } from '../../src/difference/match-channels.ts';
import type { LiveChannel, Resource } from '../../src/index.ts';
import type { ChannelSpec } from '../model-builder.ts';
import { resourcesOf } from '../plans.ts';

type Brief = readonly [name: string, type: 'VOICE' | 'SMS', address: string];

/** Which live channel, by its place, each declared one is; then those left over. */
function match(declared: readonly Brief[], live: readonly Brief[]) {
  const channels = declared.map(
    ([label, type, address], index): ChannelSpec => ({
      name: `c${index}`,
      label,
      type: type === 'SMS' ? 'sms' : 'voice',
      address,
    }),
  );
  const resources = resourcesOf({ contacts: [{ name: 'alice', channels }] }).filter(
    (resource): resource is Extract<Resource, { kind: 'channel' }> => resource.kind === 'channel',
  );
  const present = live.map(
    ([name, type, address], index): LiveChannel => ({
      arn: String(index),
      name,
      type,
      address,
      activated: true,
    }),
  );
  const { stays, goes } = matchChannels(resources, present);
  return [
    ...resources.map((resource) => stays.get(resource.id)?.arn),
    goes.map((channel) => channel.arn),
  ];
}

describe('matchChannels', () => {
  it.each<[string, readonly Brief[], readonly Brief[], unknown[]]>([
    ['the same', [['a', 'SMS', '1']], [['a', 'SMS', '1']], ['0', []]],
    ['another address', [['a', 'SMS', '2']], [['a', 'SMS', '1']], ['0', []]],
    ['another name', [['b', 'SMS', '1']], [['a', 'SMS', '1']], ['0', []]],
    ['another name and address', [['b', 'SMS', '2']], [['a', 'SMS', '1']], ['0', []]],
    ['another type', [['a', 'VOICE', '1']], [['a', 'SMS', '1']], [undefined, ['0']]],
    [
      'the same before the same name',
      [
        ['a', 'SMS', '2'],
        ['a', 'SMS', '1'],
      ],
      [
        ['a', 'SMS', '1'],
        ['a', 'SMS', '3'],
      ],
      ['1', '0', []],
    ],
    [
      'the same name before the same address',
      [
        ['a', 'SMS', '2'],
        ['b', 'SMS', '1'],
      ],
      [
        ['a', 'SMS', '1'],
        ['b', 'SMS', '2'],
      ],
      ['0', '1', []],
    ],
    [
      'the same address before any',
      [
        ['x', 'SMS', '9'],
        ['y', 'SMS', '1'],
      ],
      [
        ['a', 'SMS', '1'],
        ['b', 'SMS', '2'],
      ],
      ['1', '0', []],
    ],
    [
      'too many',
      [['a', 'SMS', '1']],
      [
        ['b', 'SMS', '2'],
        ['a', 'SMS', '1'],
      ],
      ['1', ['0']],
    ],
    [
      'too few',
      [
        ['a', 'SMS', '1'],
        ['b', 'SMS', '2'],
      ],
      [['b', 'SMS', '2']],
      [undefined, '0', []],
    ],
  ])('pairs %s', (_, declared, live, pairs) => {
    expect(match(declared, live)).toEqual(pairs);
  });
});
