import { describe, expect, it } from 'vitest';
import { projectTag } from '../../src/index.ts';
import {
  account,
  arnOf,
  fileOf,
  override,
  person,
  plan,
  rotation,
  rotationArn,
  schedule,
  sourceOf,
  stage,
} from './live-account.ts';

describe('source', () => {
  it('says nothing of an empty account but whose it is', () => {
    expect([...sourceOf(account()).files]).toEqual([
      ['project.oncall', 'project acme <\n  account "111122223333"\n  region "us-east-2"\n>\n'],
    ]);
  });

  it('shares the stages of those who have the same', () => {
    const two = { phone: 'VOICE', mail: 'EMAIL' } as const;
    const both = (alias: string) =>
      person(alias, two, {
        plan: { Stages: [stage(5, alias, 'phone'), stage(10, alias, 'mail', 'phone')] },
      });
    const alone = person('cid', two, { plan: { Stages: [stage(6, 'cid', 'mail')] } });
    const made = sourceOf(account(both('ann'), both('bob'), alone, person('dot', {})));
    expect(fileOf(made, 'templates')).toBe(`template phone-mail <
  stage 5m < notify phone >
  stage 10m <
    notify mail
    notify phone
  >
>
`);
    expect(fileOf(made, 'contacts').match(/use phone-mail/g)).toHaveLength(2);
    expect(fileOf(made, 'contacts')).toContain('  stage 6m < notify mail >\n');
  });

  it('writes tags of all once, and leaves those of AWS to it', () => {
    const tags = { team: 'sre', 'aws:cloudformation:stack-name': 'x', 'a b': 'c' };
    const made = sourceOf(
      account(
        person('ann', {}, { tags: { ...tags, tier: '1' } }),
        person('bob', {}, { tags: { team: 'sre' } }),
        person('cid', {}, { tags: { team: 'sre', tier: '2' } }),
      ),
    );
    expect(fileOf(made, 'project')).toContain('  tag team "sre"\n>');
    expect(fileOf(made, 'contacts')).toContain('contact bob < >\n\ncontact cid < tag tier "2" >\n');
    // A key that AWS does not take, but who knows.
    expect(made.unmanaged).toMatchObject([{ name: 'ann', why: expect.stringContaining('key') }]);
  });

  it('tells why it leaves something to others, what names it first', () => {
    const live = account(
      person('ann', {}),
      person('bob'),
      rotation('night', ['bob'], { timeZoneId: 'Mars/Olympus' }),
      schedule('nobody'),
      schedule('nights', rotationArn('night')),
      plan('sre', [arnOf('ann'), arnOf('nights'), arnOf('gone'), arnOf('bob')]),
    );
    const made = sourceOf(live);
    expect(made.managed).toEqual([
      { kind: 'contact', name: 'bob' },
      { kind: 'plan', name: 'sre' },
    ]);
    expect(made.unmanaged.map(({ kind, name, why }) => `${kind} ${name}: ${why}`)).toEqual([
      expect.stringMatching(/^contact ann: Plan sre reaches ann, who has no channel/),
      'schedule nights: It takes the rotation "night", which is not managed here.',
      expect.stringMatching(/^schedule nobody: Schedule nobody lacks a rotation/),
      expect.stringMatching(/^rotation night: "Mars\/Olympus" is no IANA time zone/),
    ]);
    expect(made.externs.map(({ name, why }) => `${name}: ${why}`)).toEqual([
      'ann: not managed',
      'gone: gone',
      'nights: not managed',
    ]);
    expect(fileOf(made, 'schedules')).toContain(`# schedule nights <
#   # This names the rotation
#   # arn:aws:ssm-contacts:us-east-2:111122223333:rotation/night.
# >
`);
    expect(fileOf(made, 'plans')).toBe(`plan sre <
  stage 5m <
    notify @ann essential
    notify @nights essential
    notify @gone essential
    notify @bob essential
  >
>
`);
  });

  it.each([
    ['a recurrence of two kinds', { WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime: noon() }] }],
    ['a recurrence of no kind', { DailySettings: [] }],
    ['nobody at once', { NumberOfOnCalls: 0 }],
  ] as const)('leaves alone a rotation with %s', (_what, more) => {
    const { recurrence } = rotation('x', []);
    const live = account(
      person('ann'),
      rotation('x', ['ann'], { recurrence: { ...recurrence, ...more } }),
    );
    expect(sourceOf(live).unmanaged).toMatchObject([{ kind: 'rotation', name: 'x' }]);
  });

  it.each([
    ['names nobody', { ContactTargetInfo: { IsEssential: true } }],
    ['names what is no contact', { ContactTargetInfo: { ContactId: 'x', IsEssential: true } }],
  ] as const)('leaves alone a plan that %s', (_what, target) => {
    const { Stages } = stagesOf(plan('sre', [arnOf('ann')]));
    const targets = [...(Stages[0]?.Targets ?? []), target];
    const odd = { Stages: [{ DurationInMinutes: 5, Targets: targets }] };
    const made = sourceOf(account(person('ann'), { ...plan('sre', []), plan: odd }));
    expect(made.unmanaged).toMatchObject([
      { kind: 'plan', why: expect.stringContaining("the language can't say all of it: stage 1") },
    ]);
    expect(fileOf(made, 'plans')).toMatch(/^# Not managed: [^#]+# .+\n# plan sre <\n/);
  });

  it('tells where a channel stands that is not there, as AWS ignores it', () => {
    const gone = { ChannelTargetInfo: { ContactChannelId: 'arn:aws:ssm-contacts:gone' } };
    const own = stage(5, 'ann', 'phone');
    const Stages = [{ ...own, Targets: [...own.Targets, gone] }];
    const made = sourceOf(account(person('ann', undefined, { plan: { Stages } }), person('bob')));
    expect(made.unmanaged).toEqual([]);
    expect(made.withGoneChannels).toEqual([{ kind: 'contact', name: 'ann' }]);
    expect(fileOf(made, 'contacts')).toContain(`
  stage 5m <
    notify phone
    # A channel that exists no more stood here; AWS ignores it.
  >
`);
  });

  it('tells twins apart, in whatever order they are listed', () => {
    const live = account(
      person('ann'),
      rotation('2', ['ann'], { name: 'x' }),
      rotation('1', ['ann'], { name: 'x' }),
      schedule('second', rotationArn('2')),
    );
    const made = sourceOf(live);
    expect(made.unmanaged).toEqual([]);
    expect(fileOf(made, 'schedules')).toBe('schedule second < rotation @x-2 >\n');
  });

  it('knows those of other projects by their name alone', () => {
    const other = { [projectTag]: 'payments' };
    const live = account(
      person('ann', undefined, { tags: other }),
      rotation('x', ['ann'], { overrides: [override('o', 4e9, 4e9 + 7_200, ['ann'])] }),
      rotation('theirs', ['ann'], { tags: other }),
      schedule('both', rotationArn('x'), rotationArn('theirs')),
    );
    const made = sourceOf(live);
    expect(made.others).toMatchObject([
      { kind: 'contact', name: 'ann', project: 'payments' },
      { kind: 'rotation', name: 'theirs', project: 'payments' },
    ]);
    expect(fileOf(made, 'externs')).toBe(
      `# Belongs to the project payments.\nextern contact ann "${arnOf('ann')}"\n`,
    );
    expect(made.unmanaged).toMatchObject([{ kind: 'schedule', name: 'both' }]);
    expect(sourceOf(live, { project: 'payments' }).managed).toMatchObject([
      { name: 'ann' },
      { name: 'both' },
      { name: 'theirs' },
      { name: 'x' },
    ]);
  });

  it('tells what has the tag of the project and is not in the files', () => {
    const tags = { [projectTag]: 'acme' };
    const live = account(plan('sre', [], { tags }), person('ann'), person('bob', {}, { tags }));
    expect(sourceOf(live).wouldGo).toMatchObject([{ kind: 'plan', name: 'sre' }]);
    expect(sourceOf(live, { only: ['ann'] }).wouldGo).toEqual([
      { kind: 'plan', name: 'sre', why: 'It is not asked for.' },
      { kind: 'contact', name: 'bob', why: 'It is not asked for.' },
    ]);
    expect(sourceOf(live, { project: 'other' }).wouldGo).toEqual([]);
  });

  it('keeps to some, and what these page', () => {
    const live = account(
      person('ann'),
      person('bob'),
      person('cid'),
      rotation('x', ['ann'], { overrides: [override('o', 4e9, 4e9 + 7_200, ['bob'])] }),
      schedule('nights', rotationArn('x')),
      plan('sre', [arnOf('nights')]),
      plan('other', [arnOf('cid'), arnOf('nights')]),
    );
    expect(sourceOf(live, { only: ['sre'] }).managed.map(({ name }) => name)).toEqual([
      'ann',
      'bob',
      'nights',
      'sre',
      'x',
    ]);
    expect(sourceOf(live, { only: ['cid'] }).managed.map(({ name }) => name)).toEqual(['cid']);
  });

  it('holds no address but where it is told to', () => {
    const live = account(person('ann'), plan('sre', [arnOf('ann')]));
    expect([...sourceOf(live).files.values()].join('')).not.toContain('2065550100');
    expect(sourceOf(live).variables).toEqual(new Map([['ANN_PHONE', '+12065550100']]));
    const inline = sourceOf(live, { inline: true });
    expect(fileOf(inline, 'contacts')).toContain('voice "+12065550100"');
    expect(inline.variables).toEqual(new Map());
  });
});

function noon() {
  return { HourOfDay: 12, MinuteOfHour: 0 };
}

function stagesOf({ plan }: ReturnType<typeof person>) {
  if (!('Stages' in plan)) throw new Error('it has no stages');
  return plan;
}
