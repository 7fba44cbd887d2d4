import { describe, expect, it } from 'vitest';
import { compareEngagement, referencesOf } from '../../src/difference/engagement.ts';
import { type ContactPlan, describeReason, type Stage } from '../../src/index.ts';

/** Every id is its own ARN and name here. */
const view = { arnOf: (id: string) => id, nameOf: String };
const exists = (channel: string) => channel !== 'gone';

const notify = (channel: string, RetryIntervalInMinutes?: number) => ({
  ChannelTargetInfo: { ContactChannelId: channel, RetryIntervalInMinutes },
});
const page = (contact: string, IsEssential = false) => ({
  ContactTargetInfo: { ContactId: contact, IsEssential },
});
const stage = (minutes: number, ...targets: Stage['Targets']): Stage => ({
  DurationInMinutes: minutes,
  Targets: targets,
});
const stages = (...list: Stage[]): ContactPlan => ({ Stages: list });

function compare(wanted: ContactPlan, live: ContactPlan): readonly string[] {
  return compareEngagement(wanted, live, view, exists).map(describeReason);
}

describe('compareEngagement', () => {
  it.each<[string, ContactPlan, ContactPlan]>([
    ['no stages', stages(), stages()],
    [
      'the order of targets',
      stages(stage(5, notify('a'), notify('b'))),
      stages(stage(5, notify('b'), notify('a'))),
    ],
    ['a retry of none', stages(stage(5, notify('a'))), stages(stage(5, notify('a', 0)))],
    [
      'a channel that is gone',
      stages(stage(5, notify('a'))),
      stages(stage(5, notify('gone'), notify('a'))),
    ],
    ['a stage left with nothing', stages(stage(5)), stages(stage(5, notify('gone')))],
    ['the order of rotations', { RotationIds: ['a', 'b'] }, { RotationIds: ['b', 'a'] }],
  ])('sees no difference in %s', (_, wanted, live) => {
    expect(compare(wanted, live)).toEqual([]);
  });

  it('has no eye for an empty list beside the other', () => {
    const live = { ...stages(stage(5, notify('a'))), RotationIds: [] };
    expect(compare(stages(stage(5, notify('a'))), live)).toEqual([]);
    expect(compare({ RotationIds: ['a'] }, { RotationIds: ['a'], Stages: [] })).toEqual([]);
    expect(referencesOf(live)).toEqual(['a']);
  });

  it('takes what the service leaves out for what it stands for', () => {
    const live = {
      Stages: [{ DurationInMinutes: 5, Targets: [{ ContactTargetInfo: { ContactId: 'a' } }] }],
    } as unknown as ContactPlan;
    expect(compare(stages(stage(5, page('a'))), live)).toEqual([]);
  });

  it.each<[string, ContactPlan, ContactPlan, string[]]>([
    ['a duration', stages(stage(10)), stages(stage(5)), ['stage 1: 5m → 10m']],
    [
      'a stage taken out of the middle',
      stages(stage(1, notify('a')), stage(3, notify('c'))),
      stages(stage(1, notify('a')), stage(2), stage(3, notify('c'))),
      ['stage 2: 2m wait → none'],
    ],
    [
      'a stage put in at the head, and another changed',
      stages(stage(9), stage(1, notify('a')), stage(4, notify('b'))),
      stages(stage(1, notify('a')), stage(3, notify('c'))),
      ['stage 1: none → 9m wait', 'stage 3: 3m notify c → 4m notify b'],
    ],
    [
      'a target',
      stages(stage(5, page('a')), stage(5, page('b'))),
      stages(stage(5, page('a')), stage(5, page('c'))),
      ['stage 2: notify c → notify b'],
    ],
    [
      'a retry',
      stages(stage(5, notify('a', 2))),
      stages(stage(5, notify('a'))),
      ['stage 1: notify a → notify a retry 2m'],
    ],
    [
      'essential',
      stages(stage(5, page('a'))),
      stages(stage(5, page('a', true))),
      ['stage 1: notify a essential → notify a'],
    ],
    [
      'how often a target stands',
      stages(stage(5, page('a'), page('a'))),
      stages(stage(5, page('a'))),
      ['stage 1: notify a → notify a, notify a'],
    ],
    [
      'a stage more',
      stages(stage(5), stage(3, page('b'))),
      stages(stage(5)),
      ['stage 2: none → 3m notify b'],
    ],
    ['a stage fewer', stages(), stages(stage(5, page('b'))), ['stage 1: 5m notify b → none']],
    [
      'what stands beside a channel that is gone',
      stages(stage(5, notify('b'))),
      stages(stage(5, notify('gone'), notify('a'))),
      ['stage 1: notify gone, notify a → notify b'],
    ],
    ['rotations', { RotationIds: ['a'] }, { RotationIds: ['a', 'b'] }, ['rotations: a b → a']],
    ['all rotations', { RotationIds: ['a'] }, stages(), ['rotations: none → a']],
  ])('sees a difference in %s', (_, wanted, live, reasons) => {
    expect(compare(wanted, live)).toEqual(reasons);
  });

  it('takes what is not there yet for a difference', () => {
    const blind = { arnOf: () => undefined, nameOf: () => '@new' };
    const wanted = { RotationIds: [{ arnOf: 'rotation/new' }] };
    const live = { RotationIds: ['arn'] };
    expect(compareEngagement(wanted, live, blind, exists)).toHaveLength(1);
  });
});

describe('referencesOf', () => {
  it('lists what a plan refers to', () => {
    expect(referencesOf({ RotationIds: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(referencesOf(stages(stage(5, notify('a')), stage(5, page('b'))))).toEqual(['a', 'b']);
  });
});
