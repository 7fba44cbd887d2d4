import { describe, expect, it } from 'vitest';
import type { Arn } from '../src/arn.ts';
import { compose, originsWithin } from '../src/compose.ts';
import type { UpdateContactInput } from '../src/index.ts';
import { origin } from './model-builder.ts';

const [name, stage, target] = [origin('name'), origin('stage'), origin('target')];
const composed = compose<UpdateContactInput<Arn>>({
  ContactId: { arnOf: 'contact/alice' },
  DisplayName: { value: 'Alice', origin: name },
  Plan: {
    Stages: [
      {
        DurationInMinutes: { value: 5, origin: stage },
        Targets: ['phone', 'phone', 'mail'].map((channel) => ({
          ChannelTargetInfo: {
            ContactChannelId: { value: { arnOf: `channel/alice/${channel}` }, origin: target },
            RetryIntervalInMinutes: undefined,
          },
        })),
      },
    ],
  },
});

describe('compose', () => {
  it('gives the bare input, without members that have no value', () => {
    const toChannel = (name: string) => ({
      ChannelTargetInfo: { ContactChannelId: { arnOf: `channel/alice/${name}` } },
    });
    expect(composed.input).toStrictEqual({
      ContactId: { arnOf: 'contact/alice' },
      DisplayName: 'Alice',
      Plan: {
        Stages: [
          {
            DurationInMinutes: 5,
            Targets: [toChannel('phone'), toChannel('phone'), toChannel('mail')],
          },
        ],
      },
    });
  });

  it('tells where members were written, by path', () => {
    const path = (index: number) =>
      `Plan.Stages.0.Targets.${index}.ChannelTargetInfo.ContactChannelId`;
    expect(composed.origins).toEqual({
      DisplayName: name,
      'Plan.Stages.0.DurationInMinutes': stage,
      [path(0)]: target,
      [path(1)]: target,
      [path(2)]: target,
    });
  });

  it('tells whose ARNs stand in it, each once', () => {
    expect(composed.uses).toEqual(['contact/alice', 'channel/alice/phone', 'channel/alice/mail']);
  });
});

describe('originsWithin', () => {
  it('keeps those of some members', () => {
    expect(originsWithin(composed.origins, ['DisplayName'])).toEqual({ DisplayName: name });
    expect(Object.keys(originsWithin(composed.origins, ['Plan']))).toHaveLength(4);
    expect(originsWithin(composed.origins, ['Pla'])).toEqual({});
  });
});
