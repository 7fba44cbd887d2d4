/** Projects whose pictures tests look at. */
import fc from 'fast-check';
import { externsOf, modelOf } from '../projects.ts';

export const team = modelOf(`
contact alice "Alice Example" <
  channel phone voice "+12065550100"
  channel text sms "+12065550100"
  stage 5m < notify phone retry 2m >
  stage 5m < notify text >
>
contact bob <
  channel phone voice "+12065550101"
  stage 5m < notify phone >
>
rotation primary "Primary" <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
  override 2026-03-04T09:00..2026-03-05T17:00 < >
  override 2026-03-11T09:00..2026-03-13T17:00 < @boss >
>
rotation office <
  zone "Europe/London"
  start 2026-01-05T09:00
  members @bob
  daily 09:00
  cover mon..fri 09:00..17:00
>
schedule sre < rotation @primary >
schedule both <
  rotation @primary
  rotation @office
>
plan page <
  stage 5m < notify @sre essential >
  stage 10m < notify @bob essential >
  stage 5m < >
  stage 0m < notify @boss >
>
extern contact boss "arn:aws:ssm-contacts:us-east-2:111122223333:contact/boss"
`);

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/);

/** Plans of up to 20 stages of 0 to 30 minutes, with people of long and short names. */
export const randomPlan = fc
  .record({
    people: fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
    stages: fc.array(
      fc.record({
        minutes: fc.constantFrom(0, 1, 1, 2, 5, 10, 30),
        targets: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }),
        essential: fc.boolean(),
      }),
      { minLength: 1, maxLength: 20 },
    ),
    own: fc.array(
      fc.record({ minutes: fc.constantFrom(1, 5, 30), retry: fc.constantFrom(0, 1, 2, 10) }),
      { maxLength: 4 },
    ),
    answers: fc.array(
      fc.record({ who: fc.nat({ max: 5 }), after: fc.integer({ min: 0, max: 7_200 }) }),
      { maxLength: 3 },
    ),
  })
  .map(({ people, stages, own, answers }) => {
    const nameAt = (at: number) => people[at % people.length] as string;
    const steps = own.map(({ minutes, retry }) => {
      return `stage ${minutes}m < notify phone${retry === 0 ? '' : ` retry ${retry}m`} >`;
    });
    const contacts = people.map((it) => {
      return `contact ${it} < channel phone voice "+12065550100"\n${steps.join('\n')} >`;
    });
    const written = stages.map(({ minutes, targets, essential }) => {
      const names = [...new Set(targets.map(nameAt))];
      const notify = names.map((it) => `notify @${it}${essential ? ' essential' : ''}`);
      return `stage ${minutes}m < ${notify.join('\n')} >`;
    });
    const text = [...contacts, `plan the-plan < ${written.join('\n')} >`].join('\n');
    return {
      text,
      acknowledgements: answers.map(({ who, after }) => ({ contact: nameAt(who), after })),
    };
  });

/** Schedules of up to four rotations of people of long and short names. */
export const randomSchedule = fc
  .array(
    fc.record({
      people: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,16}$/), { minLength: 1, maxLength: 8 }),
      onCall: fc.integer({ min: 1, max: 6 }),
      zone: fc.constantFrom('America/New_York', 'Europe/London', 'Australia/Lord_Howe'),
      handOff: fc.constantFrom('daily 09:00', 'daily 00:00 06:00 12:00 18:00', 'weekly mon 09:00'),
      cover: fc.constantFrom('', 'cover mon..fri 09:00..17:00', 'cover mon..sun 20:00..04:00'),
      override: fc.constantFrom('', '< >', '< @zzz >'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rotations) => {
    const written = rotations.map(({ people, onCall, zone, handOff, cover, override }, index) => {
      return `rotation r${index} <
  zone "${zone}"
  start 2026-02-25T09:00
  members ${people.map((it) => `@${it}`).join(' ')}
  on-call ${Math.min(onCall, people.length)}
  ${handOff}
  ${cover}
  ${override === '' ? '' : `override 2026-03-06T10:00..2026-03-07T15:00 ${override}`}
>`;
    });
    const names = rotations.map((_, index) => `rotation @r${index}`);
    const people = externsOf(written.join('\n'));
    return [...written, people, `schedule the-schedule < ${names.join('\n')} >`].join('\n');
  });
