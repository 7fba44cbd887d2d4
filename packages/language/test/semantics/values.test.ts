/** The diagnostics of values: durations, addresses, zones, numbers, ranges. */
import { describe, expect, it } from 'vitest';
import { analyze, createSourceFile } from '../../src/index.ts';
import { expectFix, expectMarked } from '../marked.ts';

const alice = `
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    plan all < stage 5m < notify @alice > >`;

describe('empty-zero-stage', () => {
  it('marks the duration, in plans, contacts and templates', () => {
    expectMarked(`
    template t <
      stage 0m < >
    #       ^^ empty-zero-stage
      stage 0s < >
    #       ^^ empty-zero-stage
    >
    contact alice <
      channel phone voice "+12065550100"
      stage 0m < >
    #       ^^ empty-zero-stage
      stage 0m < notify phone >
      use t
    >
    plan sre <
      stage 0m < notify @alice >
      stage 0m < >
    #       ^^ empty-zero-stage
      stage 1m < >
    >
    `);
  });

  it('is none where the target can not be read', () => {
    expectMarked(`${alice}
    plan sre < stage 0m < notfy @alice > stage 5m < notify @alice > >
    #                     ^^^^^ unexpected-token
    `);
  });
});

describe('stage-too-long', () => {
  it('splits into stages that wait, each on a line of its own', () => {
    expectFix(
      `${alice}
    plan sre <
      stage 1h15m <
    #       ^^^^^ stage-too-long
        notify @alice
      >
      tag a "b"
    >
    `,
      'Split it into stages that wait',
      `${alice}
    plan sre <
      stage 30m <
        notify @alice
      >
      stage 30m < >
      stage 15m < >
      tag a "b"
    >
    `,
    );
  });

  it('splits on the line where all is on one', () => {
    expectFix(
      `${alice}
    plan sre < stage 31m < notify @alice > >
    #                ^^^ stage-too-long
    `,
      'Split it into stages that wait',
      `${alice}
    plan sre < stage 30m < notify @alice > stage 1m < > >
    `,
    );
  });

  it.each(['30m', '1800s', '29m60s'])('%s is not', (duration) => {
    expectMarked(`${alice}
    plan sre < stage ${duration} < notify @alice > >
    `);
  });

  it('offers no dozen of stages', () => {
    const found = expectMarked(`${alice}
    plan sre < stage 1w < notify @alice > >
    #                ^^ stage-too-long
    `);
    expect(found.flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});

describe('retry-out-of-range', () => {
  it.each([
    ['61m', false],
    ['60m', true],
    ['0m', true],
    ['1h', true],
    ['1h1m', false],
  ])('%s', (retry, fits) => {
    expectMarked(`
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone retry ${retry} > >${
      fits
        ? ''
        : `
    #                                                                                ${'^'.repeat(retry.length)} retry-out-of-range`
    }
    plan sre < stage 5m < notify @alice > >
    `);
  });
});

describe('fractional-minutes', () => {
  it.each(['Write 1m', 'Write 2m'])('offers to round a stage: %s', (title) => {
    expectFix(
      `${alice}
    plan sre < stage 90s < notify @alice > >
    #                ^^^ fractional-minutes
    `,
      title,
      `${alice}
    plan sre < stage ${title.slice(6)} < notify @alice > >
    `,
    );
  });

  it('offers to round a retry', () => {
    expectFix(
      `
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone retry 2m1s > >
    #                                                                                ^^^^ fractional-minutes
    plan sre < stage 5m < notify @alice > >
    `,
      'Write 3m',
      `
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone retry 3m > >
    plan sre < stage 5m < notify @alice > >
    `,
    );
  });

  it('is not said of what a test waits', () => {
    expectMarked(`${alice}
    test "t" < page @all at 2026-03-02T03:00:30 "UTC" ack @alice after 90s expect @alice within 1s >
    `);
  });
});

describe('addresses', () => {
  it.each([
    ['voice', '+1 206 555 0100', 'invalid-phone-number'],
    ['voice', '12065550100', 'invalid-phone-number'],
    ['sms', '+1206555', 'invalid-phone-number'],
    ['sms', '+1234567890123456', 'invalid-phone-number'],
    ['sms', 'alice@example.com', 'invalid-phone-number'],
    ['voice', '', 'invalid-phone-number'],
    ['email', 'alice', 'invalid-email'],
    ['email', '@example.com', 'invalid-email'],
    ['email', '+12065550100', 'invalid-email'],
    ['email', 'alice @example.com', 'invalid-email'],
  ])('%s "%s" is wrong', (type, address, code) => {
    expectMarked(`
    contact alice < channel c ${type} "${address}" stage 5m < notify c > >
    #                         ${' '.repeat(type.length)} ${'^'.repeat(address.length + 2)} ${code}
    plan sre < stage 5m < notify @alice > >
    `);
  });

  it.each([
    ['voice', '"+12345678"'],
    ['sms', '"+123456789012345"'],
    ['email', '"a+b@mail.example.com"'],
    ['voice', '$ALICE_PHONE'],
    ['email', '"\\u{61}@example.com"'],
  ])('%s %s is right', (type, address) => {
    expectMarked(`
    contact alice < channel c ${type} ${address} stage 5m < notify c > >
    plan sre < stage 5m < notify @alice > >
    `);
  });

  it('offers the digits alone', () => {
    expectFix(
      `
    contact alice < channel c voice "+1 (206) 555-01.00" stage 5m < notify c > >
    #                               ^^^^^^^^^^^^^^^^^^^^ invalid-phone-number
    plan sre < stage 5m < notify @alice > >
    `,
      'Write it in digits alone',
      `
    contact alice < channel c voice "+12065550100" stage 5m < notify c > >
    plan sre < stage 5m < notify @alice > >
    `,
    );
  });

  it('never stand in a message', () => {
    const text = 'contact alice < channel c voice "+1 206 555 0100x" channel d email "alice@ex" >';
    const messages = analyze([createSourceFile('a', text)]).diagnostics.map((it) => it.message);
    expect(messages.join()).not.toMatch(/206|0100|@ex"/);
  });
});

describe('ARN, account, Region', () => {
  it('are marked as written', () => {
    expectMarked(`
    project acme <
      account "11112222333"
    #         ^^^^^^^^^^^^^ invalid-account
      region "us-east"
    #        ^^^^^^^^^ invalid-region
    >
    extern contact a "arn:aws:ssm-contacts:us-east-2:111122223333:rotation/a"
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-arn
    extern contact b ""
    #                ^^ invalid-arn
    `);
  });

  it('may be variables, and are no mistake where right', () => {
    expectMarked(`
    project acme < account $ACCOUNT region $REGION >
    extern contact a $A
    extern contact b "arn:aws-us-gov:ssm-contacts:us-gov-west-1:111122223333:contact/b"
    `);
  });
});

describe('invalid-display-name', () => {
  it('is told of contacts, channels, rotations, plans and schedules', () => {
    expectMarked(`
    contact alice "Alice (SRE)" <
    #             ^^^^^^^^^^^^^ invalid-display-name
      channel phone "Phone #1" voice "+12065550100"
    #               ^^^^^^^^^^ invalid-display-name
      channel text "" sms "+12065550100"
    #              ^^ invalid-display-name
      stage 5m < notify phone notify text >
    >
    plan sre "SRE, all" < stage 5m < notify @alice > >
    #        ^^^^^^^^^^ invalid-display-name
    rotation r "Erste Schicht Süd" <
    #          ^^^^^^^^^^^^^^^^^^^ invalid-display-name
      zone "UTC" start 2026-01-05T09:00 members @alice daily 09:00
    >
    schedule s "A/B" < rotation @r >
    #          ^^^^^ invalid-display-name
    `);
  });

  it('is none in any script, but of rotations', () => {
    expectMarked(`
    contact alice "Алиса 艾丽斯 ١" <
      channel phone "電話" voice "+12065550100"
      stage 5m < notify phone >
    >
    contact bob "" < channel phone voice "+12065550101" stage 5m < notify phone > >
    rotation r "First shift_1.2-3" <
      zone "UTC" start 2026-01-05T09:00 members @alice @bob daily 09:00
    >
    schedule s "\u{a0}" < rotation @r >
    `);
  });

  it('counts characters, not units', () => {
    expectMarked(`${alice}
    plan one "${'𝔞'.repeat(255)}" < stage 5m < notify @alice > >
    plan two "${'𝔞'.repeat(256)}" < stage 5m < notify @alice > >
    #        ${'^'.repeat(514)} invalid-display-name
    `);
  });
});

describe('invalid-tag', () => {
  it('marks the key or the value', () => {
    expectMarked(`${alice}
    plan sre <
      tag "aws:team" "x"
    #     ^^^^^^^^^^ invalid-tag
      tag "oncall/project" "x"
    #     ^^^^^^^^^^^^^^^^ invalid-tag
      tag "a.b" "x"
    #     ^^^^^ invalid-tag
      tag "" "x"
    #     ^^ invalid-tag
      tag a ""
    #       ^^ invalid-tag
      tag b "x*"
    #       ^^^^ invalid-tag
      tag "${'k'.repeat(129)}" "x"
    #     ${'^'.repeat(131)} invalid-tag
      tag c "${'v'.repeat(257)}"
    #       ${'^'.repeat(259)} invalid-tag
      tag "a/b=+-_\\\\Z" "ü 1_.:/=+-@"
      stage 5m < notify @alice >
    >
    `);
  });

  const tags = (count: number, prefix = 'k') =>
    Array.from({ length: count }, (_, index) => `tag ${prefix}${index} "v"`).join(' ');

  it('is told of the fiftieth and first, ours counted in', () => {
    expectMarked(`${alice}
    plan one < ${tags(49)} stage 5m < notify @alice > >
    `);
    expectMarked(`${alice}
    plan one < ${tags(49)} tag z "v" stage 5m < notify @alice > >
    #          ${' '.repeat(tags(49).length)} ^^^^^^^^^ invalid-tag
    `);
  });

  it('counts two of ours on a rotation', () => {
    const rotation = (items: string) => `${alice}
    rotation r < zone "UTC" start 2026-01-05T09:00 members @alice daily 09:00 ${items} >`;
    expectMarked(`${rotation(tags(48))}
    schedule s < rotation @r >
    `);
    const before = ' '.repeat((rotation(tags(48)).split('\n').at(-1) ?? '').length - 6);
    expectMarked(`${rotation(`${tags(48)} tag z "v"`)}
    #${before}^^^^^^^^^ invalid-tag
    schedule s < rotation @r >
    `);
  });

  it('counts those of the project, a key of both once', () => {
    expectMarked(`${alice}
    project p < ${tags(30)} >
    plan one < ${tags(49)} stage 5m < notify @alice > >
    `);
    expectMarked(`${alice}
    project p < tag own "v" >
    plan one < ${tags(49)} stage 5m < notify @alice > >
    #          ${' '.repeat(tags(49).length - 11)}^^^^^^^^^^^ invalid-tag
    `);
  });
});

describe('unknown-time-zone', () => {
  it('offers the nearest', () => {
    expectFix(
      `${alice}
    rotation r <
      zone "America/NewYork"
    #      ^^^^^^^^^^^^^^^^^ unknown-time-zone
      start 2026-01-05T09:00 members @alice daily 09:00
    >
    schedule s < rotation @r >
    `,
      'Write America/New_York',
      `${alice}
    rotation r <
      zone "America/New_York"
      start 2026-01-05T09:00 members @alice daily 09:00
    >
    schedule s < rotation @r >
    `,
    );
  });

  it.each(['america/new_york', 'Etc/GMT+5', '', 'EST+5', 'Mars'])('"%s" is none', (zone) => {
    expectMarked(`${alice}
    test "t" <
      page @all at 2026-03-02T03:00 "${zone}"
    #                               ${'^'.repeat(zone.length + 2)} unknown-time-zone
      expect @alice within 5m
    >
    `);
  });

  it.each(['UTC', 'Asia/Calcutta', 'Asia/Kolkata', 'Etc/GMT-14', 'US/Pacific'])(
    '"%s" is one',
    (zone) => {
      expectMarked(`${alice}
    test "t" < page @all at 2026-03-02T03:00 "${zone}" expect @alice within 5m >
    `);
    },
  );
});

describe('numbers of a rotation', () => {
  it('number-out-of-range marks each', () => {
    expectMarked(`${alice}
    rotation r <
      zone "UTC" start 2026-01-05T09:00 members @alice
      on-call 0
    #         ^ number-out-of-range
      every 101
    #       ^^^ number-out-of-range
      monthly 0 09:00 32 09:00 1 09:00 31 09:00
    #         ^ number-out-of-range
    #                 ^^ number-out-of-range
    >
    rotation q <
      zone "UTC" start 2026-01-05T09:00 members @alice
      on-call 1
      every 0
    #       ^ number-out-of-range
      daily 09:00
    >
    rotation p < zone "UTC" start 2026-01-05T09:00 members @alice every 100 daily 09:00 >
    schedule s < rotation @p rotation @q rotation @r >
    `);
  });

  it('too-many-on-call marks the number', () => {
    expectMarked(`${alice}
    rotation r <
      zone "UTC" start 2026-01-05T09:00 members @alice
      on-call 2
    #         ^ too-many-on-call
      daily 09:00
    >
    schedule s < rotation @r >
    `);
  });

  const people = (count: number) => Array.from({ length: count }, () => '@alice').join(' ');

  it('too-many-members marks the 31st, also of an override', () => {
    expectMarked(`${alice}
    rotation r <
      zone "UTC" start 2026-01-05T09:00
      members ${people(31)}
    #         ${' '.repeat(people(31).length - 6)}^^^^^^ too-many-members
      daily 09:00
      override 2027-01-05T09:00..2027-01-05T10:00 < ${people(31)} >
    #                                               ${' '.repeat(people(31).length - 6)}^^^^^^ too-many-members
      override 2027-01-05T10:00..2027-01-05T11:00 < ${people(30)} >
    >
    rotation q < zone "UTC" start 2026-01-05T09:00 members ${people(30)} daily 09:00 >
    schedule s < rotation @r rotation @q >
    `);
  });

  it('too-many-rotations marks the ninth', () => {
    const one = 'rotation @r';
    expectMarked(`${alice}
    rotation r < zone "UTC" start 2026-01-05T09:00 members @alice daily 09:00 >
    schedule s < ${Array(8).fill(one).join(' ')} >
    schedule t < ${Array(9).fill(one).join(' ')} >
    #            ${' '.repeat(8 * (one.length + 1))}^^^^^^^^^^^ too-many-rotations
    `);
  });
});

describe('coverage', () => {
  const rotation = (items: string) => `${alice}
    rotation r <
      zone "UTC" start 2026-01-05T09:00 members @alice daily 09:00
${items}
    >
    schedule s < rotation @r >
    `;

  it('short-window marks a window of less than half an hour, once for all its days', () => {
    expectMarked(
      rotation(`
      cover mon..fri 09:00..09:29 10:00..10:30
    #                ^^^^^^^^^^^^ short-window
      cover sat 23:45..00:00 01:00..01:30
    #           ^^^^^^^^^^^^ short-window`),
    );
  });

  it('overlapping-coverage marks the one written later', () => {
    expectMarked(
      rotation(`
      cover mon..fri 09:00..17:00
    #                ~~~~~~~~~~~~ overlapping-coverage
      cover wed 16:00..18:00
    #           ^^^^^^^^^^^^ overlapping-coverage
      cover thu 17:00..18:00`),
    );
  });

  it('overlapping-coverage sees past midnight, and past Sunday', () => {
    expectMarked(
      rotation(`
      cover mon 00:00..01:00
    #           ~~~~~~~~~~~~ overlapping-coverage
      cover sun 22:00..00:30
    #           ^^^^^^^^^^^^ overlapping-coverage
      cover tue 22:00..02:00
    #           ~~~~~~~~~~~~ overlapping-coverage
      cover wed 01:00..03:00
    #           ^^^^^^^^^^^^ overlapping-coverage`),
    );
  });

  it('overlapping-coverage takes 00:00..00:00 as a whole day, and fri..mon as four', () => {
    expectMarked(
      rotation(`
      cover fri..mon 00:00..00:00
    #                ~~~~~~~~~~~~ overlapping-coverage
      cover tue..thu 00:00..00:00
      cover sun 12:00..13:00
    #           ^^^^^^^^^^^^ overlapping-coverage`),
    );
  });

  it('windows that touch do not overlap', () => {
    expectMarked(
      rotation(`
      cover mon..sun 00:00..08:00 08:00..16:00 16:00..00:00`),
    );
  });

  it('a window of all days that runs past midnight overlaps itself nowhere', () => {
    expectMarked(
      rotation(`
      cover mon..sun 22:00..06:00`),
    );
  });
});

describe('overrides', () => {
  const rotation = (zone: string, items: string) => `${alice}
    rotation r <
      zone "${zone}" start 2026-01-05T09:00 members @alice daily 09:00
${items}
    >
    schedule s < rotation @r >
    `;

  it('reversed-range marks both ends', () => {
    expectMarked(
      rotation(
        'UTC',
        `
      override 2027-01-05T10:00..2027-01-05T09:00 < >
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reversed-range
      override 2027-01-06T10:00 .. 2027-01-06T10:00 < >
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reversed-range
      override 2027-01-07T10:00..2027-01-07T10:29:59 < >
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reversed-range
      override 2027-01-08T10:00..2027-01-08T10:30 < >`,
      ),
    );
  });

  it('reversed-range counts in instants', () => {
    expectMarked(
      rotation(
        'America/New_York',
        `
      override 2027-03-14T01:50..2027-03-14T03:10 < >
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reversed-range
      override 2027-06-01T10:00Z..2027-06-01T05:00 < >
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reversed-range
      override 2027-07-01T10:00+02:00..2027-07-01T05:00 < >`,
      ),
    );
  });

  it('overlapping-overrides marks the one written later, wherever it lies', () => {
    expectMarked(
      rotation(
        'UTC',
        `
      override 2027-01-05T09:00..2027-01-05T12:00 < >
    #          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ overlapping-overrides
      override 2027-01-05T12:00..2027-01-05T13:00 < >
      override 2027-01-05T08:00..2027-01-05T09:30 < @alice >
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ overlapping-overrides
      override 2027-01-05T13:00Z..2027-01-05T14:00Z < >`,
      ),
    );
  });
});

describe('clock changes', () => {
  it('time-does-not-exist and time-is-ambiguous mark starts, overrides and pages', () => {
    const found = expectMarked(`${alice}
    rotation r <
      zone "America/New_York"
      start 2026-03-08T02:30
    #       ^^^^^^^^^^^^^^^^ time-does-not-exist
      members @alice
      daily 02:30
      override 2026-11-01T01:30..2026-11-01T02:30 < >
    #          ^^^^^^^^^^^^^^^^ time-is-ambiguous
    >
    schedule s < rotation @r >
    test "t" <
      page @all at 2026-10-25T02:30 "Europe/Berlin"
    #              ^^^^^^^^^^^^^^^^ time-is-ambiguous
      expect @alice within 5m
    >
    `);
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      [
        'warning',
        'Clocks in America/New_York skip 2026-03-08T02:30, so 2026-03-08T03:30-04:00 is taken. Write a time that exists, or one with its offset.',
      ],
      [
        'warning',
        'Clocks in America/New_York show 2026-11-01T01:30 twice, and the first, 2026-11-01T01:30-04:00, is taken. Write the offset to say which.',
      ],
      [
        'warning',
        'Clocks in Europe/Berlin show 2026-10-25T02:30 twice, and the first, 2026-10-25T02:30+02:00, is taken. Write the offset to say which.',
      ],
    ]);
  });

  it('say nothing of instants with an offset, nor of the minutes around', () => {
    expectMarked(`${alice}
    rotation r <
      zone "America/New_York"
      start 2026-03-08T02:30-05:00
      members @alice
      daily 09:00
      override 2026-11-01T01:30-05:00..2026-11-01T02:00 < >
      override 2027-03-14T01:29..2027-03-14T03:00 < >
    >
    schedule s < rotation @r >
    `);
  });
});
