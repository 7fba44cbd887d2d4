import { describe, expect, it } from 'vitest';
import { type Page, timeline } from '../src/timeline.ts';
import { at, modelOf } from './projects.ts';

const model = modelOf(`
template paged <
  stage 5m < notify phone retry 2m >
  stage 10m < notify text notify mail >
>
contact alice < channel phone voice $A channel text sms $A channel mail email $M use paged >
contact bob < channel phone voice $B stage 3m < notify phone > >
contact carol < channel phone voice $C stage 0m < notify phone > >
extern contact director "arn:aws:ssm-contacts:us-east-2:111122223333:contact/director"
rotation primary < zone "UTC" start 2026-01-05T09:00 members @alice @bob weekly mon 09:00 >
rotation days <
  zone "UTC"
  start 2026-01-05T09:00
  members @carol
  weekly mon 09:00
  cover mon..fri 09:00..17:00
>
schedule oncall < rotation @primary >
schedule office < rotation @days >
schedule everyone < rotation @primary rotation @days >
plan sre <
  stage 5m < notify @oncall essential notify @alice >
  stage 10m < >
  stage 5m < notify @bob notify @alice >
  stage 0m < notify @director >
>
plan twice < stage 5m < notify @alice essential > stage 5m < notify @alice > stage 5m < notify @bob > >
plan quiet < stage 5m < notify @office essential > stage 5m < notify @bob essential > >
plan all < stage 5m < notify @everyone essential > stage 0m < notify @bob > >
`);

/** Alice's week. */
const monday = at('2026-01-05T12:00Z');
const night = at('2026-01-06T03:00Z');

/** `+5 alice retry phone`, an event a line. */
function picture(name: string, answers: Record<string, number> = {}, more: Partial<Page> = {}) {
  const acknowledgements = Object.entries(answers).map(([contact, minutes]) => ({
    contact,
    after: minutes * 60,
  }));
  const page = { target: { kind: 'plan', name } as const, at: monday, acknowledgements, ...more };
  return timeline(model, page).map((event) => {
    const { offsetMinutes, kind, contact } = event;
    const what =
      kind === 'stage-start'
        ? `stage ${event.stage}`
        : 'channel' in event
          ? `${kind} ${event.channel}`
          : kind;
    return `+${offsetMinutes} ${contact ?? 'plan'} ${what}`;
  });
}

describe('a plan that nobody answers', () => {
  it('goes through all stages, a person named twice engaged once, and again by a later stage', () => {
    expect(picture('sre')).toEqual([
      '+0 plan stage 1',
      '+0 alice engage',
      '+0 alice stage 1',
      '+0 alice notify phone',
      '+2 alice retry phone',
      '+4 alice retry phone',
      '+5 plan stage 2',
      '+5 alice stage 2',
      '+5 alice notify text',
      '+5 alice notify mail',
      '+15 plan stage 3',
      '+15 bob engage',
      '+15 bob stage 1',
      '+15 bob notify phone',
      '+15 alice engage',
      '+15 alice stage 1',
      '+15 alice notify phone',
      '+17 alice retry phone',
      '+19 alice retry phone',
      '+20 plan stage 4',
      '+20 director engage',
      '+20 alice stage 2',
      '+20 alice notify text',
      '+20 alice notify mail',
    ]);
  });

  it('is that for which acknowledgements are left out', () => {
    expect(picture('sre', { alice: 1 }, { nobodyAnswers: true })).toEqual(picture('sre'));
  });

  it('says why, in words and members', () => {
    const [start, engage] = timeline(model, { target: { kind: 'plan', name: 'sre' }, at: monday });
    expect(start).toEqual({
      at: monday,
      offsetMinutes: 0,
      kind: 'stage-start',
      stage: 1,
      schedules: ['oncall'],
      reason: 'sre is engaged',
    });
    expect(engage).toEqual({
      at: monday,
      offsetMinutes: 0,
      kind: 'engage',
      contact: 'alice',
      stage: 1,
      essential: true,
      reason: 'on call in oncall, named by the plan',
    });
  });
});

describe('an acknowledgement', () => {
  it('of an essential contact ends her engagement and stops the plan', () => {
    expect(picture('sre', { alice: 3 }).slice(4)).toEqual([
      '+2 alice retry phone',
      '+3 alice acknowledge',
      '+3 alice stop',
      '+3 plan stop',
    ]);
  });

  it('comes before all else of its instant', () => {
    expect(picture('sre', { alice: 5 }).slice(6)).toEqual([
      '+5 alice acknowledge',
      '+5 alice stop',
      '+5 plan stop',
    ]);
    expect(picture('sre', { alice: 4 })).not.toContain('+4 alice retry phone');
  });

  it('by a contact not engaged has no effect', () => {
    const without = picture('sre');
    expect(picture('sre', { bob: 15 })).toEqual(
      without.toSpliced(without.indexOf('+15 plan stage 3'), 0, '+15 bob acknowledge'),
    );
    expect(picture('sre', { alice: 0 })).toEqual(['+0 alice acknowledge', ...without]);
  });

  it('by a contact not essential leaves the plan and the others alone', () => {
    const found = picture('sre', { bob: 16 });
    expect(found).toContain('+16 bob stop');
    expect(found).not.toContain('+16 plan stop');
    expect(found.slice(-3)).toEqual(picture('sre').slice(-3));
  });

  it('leaves engagements of others when it stops the plan', () => {
    expect(picture('all', { carol: 1 })).toEqual([
      '+0 plan stage 1',
      '+0 alice engage',
      '+0 alice stage 1',
      '+0 alice notify phone',
      '+0 carol engage',
      '+0 carol stage 1',
      '+0 carol notify phone',
      '+1 carol acknowledge',
      '+1 carol stop',
      '+1 plan stop',
      '+2 alice retry phone',
      '+4 alice retry phone',
      '+5 alice stage 2',
      '+5 alice notify text',
      '+5 alice notify mail',
    ]);
  });

  it('counts after the own stages have run out', () => {
    const found = picture('all', { carol: 4 });
    expect(found).toContain('+4 plan stop');
    expect(found).not.toContain('+5 bob engage');
  });

  it('ends all engagements of the contact, and is essential where one of them is', () => {
    expect(picture('twice', { alice: 6 }).slice(6)).toEqual([
      '+5 plan stage 2',
      '+5 alice engage',
      '+5 alice stage 1',
      '+5 alice notify phone',
      '+5 alice stage 2',
      '+5 alice notify text',
      '+5 alice notify mail',
      '+6 alice acknowledge',
      '+6 alice stop',
      '+6 plan stop',
    ]);
  });

  it('of seconds falls between minutes', () => {
    const [, , , , answer] = timeline(model, {
      target: { kind: 'plan', name: 'sre' },
      at: monday,
      acknowledgements: [{ contact: 'alice', after: 90 }],
    });
    expect(answer).toMatchObject({ kind: 'acknowledge', offsetMinutes: 1.5, at: monday + 90 });
  });
});

describe('what is paged', () => {
  it('may have nobody on call: the stage waits, and that is an estimate', () => {
    const found = timeline(model, { target: { kind: 'plan', name: 'quiet' }, at: night });
    expect(found[0]?.reason).toBe(
      'quiet is engaged; nobody is on call in office, so it pages nobody (an estimate)',
    );
    expect(found[1]).toMatchObject({ kind: 'stage-start', stage: 2, offsetMinutes: 5 });
  });

  it('may be a schedule', () => {
    const target = { kind: 'schedule', name: 'everyone' } as const;
    expect(picture('', { alice: 1 }, { target })).toEqual([
      '+0 alice engage',
      '+0 alice stage 1',
      '+0 alice notify phone',
      '+0 carol engage',
      '+0 carol stage 1',
      '+0 carol notify phone',
      '+1 alice acknowledge',
      '+1 alice stop',
    ]);
  });

  it('may be a contact, here or elsewhere', () => {
    const bob = { kind: 'contact', name: 'bob' } as const;
    expect(picture('', {}, { target: bob })).toEqual([
      '+0 bob engage',
      '+0 bob stage 1',
      '+0 bob notify phone',
    ]);
    const director = { kind: 'extern', name: 'director' } as const;
    expect(picture('', {}, { target: director })).toEqual(['+0 director engage']);
  });
});
