/** The diagnostics of names: what is none, what is given twice, what is missing, what dangles. */
import { describe, expect, it } from 'vitest';
import { expectFix, expectMarked, withoutMarks } from '../marked.ts';

const alice = `
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    plan all < stage 5m < notify @alice > >`;

const rota = `
    rotation primary < zone "UTC" start 2026-01-05T09:00 members @alice daily 09:00 >`;

describe('invalid-name', () => {
  it('is told once for all places of a name, with a fix for all', () => {
    expectFix(
      `
    contact Alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    #       ^^^^^ invalid-name
    plan sre < stage 5m < notify @Alice essential > >
    #                             ~~~~~ invalid-name
    plan two < stage 5m < notify @alice > >
    `,
      'Write alice',
      `
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    plan sre < stage 5m < notify @alice essential > >
    plan two < stage 5m < notify @alice > >
    `,
    );
  });

  it('is told where only a reference is wrong', () => {
    expectFix(
      `${alice}
    plan sre < stage 5m < notify @ALICE > >
    #                             ^^^^^ invalid-name
    `,
      'Write alice',
      `${alice}
    plan sre < stage 5m < notify @alice > >
    `,
    );
  });

  it('has no fix where lower case makes no name', () => {
    const found = expectMarked(`
    contact zoë < channel phone voice "+12065550100" stage 5m < notify phone > >
    #       ^^^ invalid-name
    plan sre < stage 5m < notify @zoë > >
    #                             ~~~ invalid-name
    `);
    expect(found.flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  it.each([
    ['5m', 'it reads as a duration. Take another name, and add alias "5m" if AWS knows it so.'],
    [
      '1h30m',
      'it reads as a duration. Take another name, and add alias "1h30m" if AWS knows it so.',
    ],
    ['42', 'it reads as a number. Add a letter.'],
    ['Ärzte', 'it may hold only a to z, 0 to 9, _ and -. Write it so.'],
  ])('%s is none', (name, why) => {
    const [found] = expectMarked(`${alice}
    plan ${name} < stage 5m < notify @alice > >
    #    ${'^'.repeat(name.length)} invalid-name
    `);
    expect(found?.message).toBe(`${name} is no name: ${why}`);
  });

  it('has 255 characters at most', () => {
    expectMarked(`${alice}
    plan ${'a'.repeat(255)} < stage 5m < notify @alice > >
    plan ${'b'.repeat(256)} < stage 5m < notify @alice > >
    #    ${'^'.repeat(256)} invalid-name
    `);
  });

  it('stands at rotations, templates, channels and projects too, each a set of its own', () => {
    expectMarked(`
    project Acme < >
    #       ^^^^ invalid-name
    template Paged < stage 5m < notify Phone > >
    #        ^^^^^ invalid-name
    #                                  ^^^^^ invalid-name
    contact alice <
      channel Phone voice "+12065550100"
    #         ^^^^^ invalid-name
      use Paged
    #     ~~~~~ invalid-name
    >
    rotation Primary < zone "UTC" start 2026-01-05T09:00 members @alice daily 09:00 >
    #        ^^^^^^^ invalid-name
    schedule s < rotation @Primary >
    #                      ~~~~~~~ invalid-name
    `);
  });

  it('is put in quotes where it is the key of a tag', () => {
    expectFix(
      `${alice}
    plan sre <
      tag Team "sre"
    #     ^^^^ invalid-name
      stage 5m < notify @alice >
    >
    `,
      'Put it in quotes',
      `${alice}
    plan sre <
      tag "Team" "sre"
      stage 5m < notify @alice >
    >
    `,
    );
  });

  it.each(['2nd-line', '5x', '_', '-', 'contact', 'mon', '0x', '1m1m'])('%s is one', (name) => {
    expectMarked(`${alice}
    plan ${name} < stage 5m < notify @alice > >
    `);
  });
});

describe('invalid-alias', () => {
  it.each(['Alice', 'a b', 'zoë', '', 'a.b', 'x'.repeat(256)])('"%s" is none', (alias) => {
    expectMarked(`${alice}
    plan sre <
      alias "${alias}"
    #       ${'^'.repeat(alias.length + 2)} invalid-alias
      stage 5m < notify @alice >
    >
    `);
  });

  it.each(['5m', '42', 'a', 'x'.repeat(255), '_-'])('"%s" is one', (alias) => {
    expectMarked(`${alice}
    plan sre < alias "${alias}" stage 5m < notify @alice > >
    `);
  });
});

describe('duplicate-name', () => {
  it('marks the second of two contacts, and relates the first', () => {
    expectMarked(`
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    #       ~~~~~ duplicate-name
    contact alice < channel mail email "alice@example.com" stage 5m < notify mail > >
    #       ^^^^^ duplicate-name
    plan all < stage 5m < notify @alice > >
    `);
  });

  it('takes files in the order of their paths', () => {
    expectMarked({
      'b.oncall': `
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    #       ^^^^^ duplicate-name
    `,
      'a.oncall': `
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    #       ~~~~~ duplicate-name
    plan all < stage 5m < notify @alice > >
    `,
    });
  });

  it('holds across contacts, plans, schedules and externs', () => {
    const found = expectMarked(`${alice}${rota}
    plan one < stage 5m < notify @alice > >
    #    ~~~ duplicate-name
    #    ~~~ duplicate-name
    #    ~~~ duplicate-name
    schedule one < rotation @primary >
    #        ^^^ duplicate-name
    extern contact one "arn:aws:ssm-contacts:us-east-2:111122223333:contact/one"
    #              ^^^ duplicate-name
    contact one < channel phone voice "+12065550100" stage 5m < notify phone > >
    #       ^^^ duplicate-name
    `);
    expect(found[0]?.message).toBe('There is a plan one already. Give this one another name.');
  });

  it('does not hold across rotations, templates and channels', () => {
    expectMarked(`
    template one < stage 5m < notify one > >
    contact one < channel one voice "+12065550100" use one >
    rotation one < zone "UTC" start 2026-01-05T09:00 members @one daily 09:00 >
    schedule two < rotation @one >
    `);
  });

  it('holds among rotations, among templates, and among channels of a contact', () => {
    expectMarked(`
    template t < stage 5m < notify phone > >
    #        ~ duplicate-name
    template t < stage 5m < notify phone > >
    #        ^ duplicate-name
    contact alice <
      channel phone voice "+12065550100"
    #         ~~~~~ duplicate-name
      channel phone sms "+12065550100"
    #         ^^^^^ duplicate-name
      use t
    >
    contact bob < channel phone voice "+12065550101" use t >
    rotation r < zone "UTC" start 2026-01-05T09:00 members @alice daily 09:00 >
    #        ~ duplicate-name
    rotation r < zone "UTC" start 2026-01-05T09:00 members @bob daily 09:00 >
    #        ^ duplicate-name
    schedule s < rotation @r >
    `);
  });

  it('counts aliases', () => {
    expectMarked(`
    contact alice <
    #       ~~~~~ duplicate-name
      alias "al"
      channel phone voice "+12065550100"
      stage 5m < notify phone >
    >
    plan al < stage 5m < notify @alice > >
    #    ^^ duplicate-name
    `);
  });

  it('lets a name be taken that an alias leaves free', () => {
    const found = expectMarked(`
    contact alice <
      alias "al"
      channel phone voice "+12065550100"
      stage 5m < notify phone >
    >
    plan p < alias "alice" stage 5m < notify @alice > >
    `);
    expect(found).toEqual([]);
  });
});

describe('duplicate-item', () => {
  it('marks what a plan may hold once; of a tag it is the key', () => {
    expectMarked(`${alice}
    plan sre <
      alias "a"
    # ~~~~~ duplicate-item
      alias "b"
    # ^^^^^ duplicate-item
      tag team "a"
    # ~~~ duplicate-item
      tag "team" "b"
    # ^^^ duplicate-item
      stage 5m < notify @alice >
    >
    `);
  });

  it('marks what a rotation may hold once, and hand-offs of whatever kind', () => {
    expectMarked(`${alice}
    rotation r <
      zone "UTC"
    # ~~~~ duplicate-item
      zone "Europe/London"
    # ^^^^ duplicate-item
      start 2026-01-05T09:00
    # ~~~~~ duplicate-item
      start 2026-01-05T09:00
    # ^^^^^ duplicate-item
      members @alice
    # ~~~~~~~ duplicate-item
      members @alice
    # ^^^^^^^ duplicate-item
      on-call 1
    # ~~~~~~~ duplicate-item
      on-call 1
    # ^^^^^^^ duplicate-item
      every 1
    # ~~~~~ duplicate-item
      every 1
    # ^^^^^ duplicate-item
      daily 09:00
    # ~~~~~ duplicate-item
    # ~~~~~ duplicate-item
      weekly mon 09:00
    # ^^^^^^ duplicate-item
      monthly 1 09:00
    # ^^^^^^^ duplicate-item
    >
    schedule s < rotation @r >
    `);
  });

  it('marks what a project may hold once, and a second project', () => {
    expectMarked({
      'a.oncall': `
    project acme <
  # ~~~~~~~ duplicate-item
      account "111122223333"
    # ~~~~~~~ duplicate-item
      account "111122223333"
    # ^^^^^^^ duplicate-item
      region "us-east-2"
    # ~~~~~~ duplicate-item
      region "us-east-2"
    # ^^^^^^ duplicate-item
      tag a "b"
    # ~~~ duplicate-item
      tag a "c"
    # ^^^ duplicate-item
    >
    `,
      'b.oncall': `
    project other < >
  # ^^^^^^^ duplicate-item
    `,
    });
  });

  it('marks a second page of a test', () => {
    expectMarked(`${alice}
    test "t" <
      page @all at 2026-03-02T03:00 "UTC"
    # ~~~~ duplicate-item
      page @all at 2026-03-03T03:00 "UTC"
    # ^^^^ duplicate-item
      expect @alice within 5m
    >
    `);
  });

  it('leaves alone what may stand several times', () => {
    expectMarked(`
    template t < stage 5m < notify phone > >
    contact alice <
      channel phone voice "+12065550100"
      use t
      use t
      tag a "x"
      tag b "x"
    >
    rotation r <
      zone "UTC"
      start 2026-01-05T09:00
      members @alice @alice
      weekly mon 09:00 mon 10:00 tue 09:00
      cover mon 09:00..12:00 13:00..17:00
      cover tue 09:00..12:00
      override 2027-01-05T09:00..2027-01-05T10:00 < >
      override 2027-01-05T10:00..2027-01-05T11:00 < @alice >
    >
    schedule s < rotation @r rotation @r >
    test "t" <
      page @s at 2026-03-02T03:00 "UTC"
      ack @alice after 5m
      ack @alice after 6m
      expect @alice within 0m
      expect @alice within 5m
    >
    `);
  });
});

describe('missing-item', () => {
  it('names all that a rotation lacks', () => {
    const found = expectMarked(`
    rotation r < >
    #        ^ missing-item
    schedule s < rotation @r >
    `);
    expect(found[0]?.message).toBe(
      'Rotation r lacks zone, start, members and a hand-off (daily, weekly or monthly). Add what is missing.',
    );
  });

  it.each([
    ['start 2026-01-05T09:00 members @alice daily 09:00', 'zone'],
    ['zone "UTC" members @alice daily 09:00', 'start'],
    ['zone "UTC" start 2026-01-05T09:00 daily 09:00', 'members'],
    ['zone "UTC" start 2026-01-05T09:00 members @alice', 'a hand-off (daily, weekly or monthly)'],
  ])('of %s', (items, lacking) => {
    const [found] = expectMarked(`${alice}
    rotation r < ${items} >
    #        ^ missing-item
    schedule s < rotation @r >
    `);
    expect(found?.message).toBe(`Rotation r lacks ${lacking}. Add what is missing.`);
  });

  it('is a schedule without a rotation', () => {
    expectMarked(`${alice}
    schedule s < tag a "b" >
    #        ^ missing-item
    `);
  });

  it('is a test without page or expectation, told once', () => {
    const [found] = expectMarked(`${alice}
    test "nothing" < ack @alice after 5m >
    #    ^^^^^^^^^ missing-item
    test "no page" < expect @alice within 5m >
    #    ^^^^^^^^^ missing-item
    test "no expectation" < page @all at 2026-03-02T03:00 "UTC" >
    #    ^^^^^^^^^^^^^^^^ missing-item
    `);
    expect(found?.message).toBe('This test lacks page and an expectation. Add what is missing.');
  });

  it('is not a page that stands behind: that it comes first is told at what stands there', () => {
    expectMarked(`${alice}
    test "late" < expect @alice within 5m page @all at 2026-03-02T03:00 "UTC" >
    #             ^^^^^^ unexpected-token
    `);
  });

  it('is none where what can not be read may be it', () => {
    expectMarked(
      `${alice}
    rotation r <
      zon "UTC"
    # ^^^ unexpected-token
      start 2026-01-05T09:00
      members @alice
      daily 09:00
    >
    schedule s < rotation @r >
    `.replace('  # ##^^^', '    # ^^^'),
    );
  });
});

describe.each([
  ['dangling-contact', 'plan sre < stage 5m < notify @alcie > >', '@alcie', '@alice'],
  ['dangling-contact', 'plan sre < stage 5m < notify @alic essential > >', '@alic', '@alice'],
  ['dangling-rotation', 'schedule s < rotation @primry >', '@primry', '@primary'],
  [
    'dangling-template',
    'contact bob < channel phone voice "+12065550101" use pagde >',
    'pagde',
    'paged',
  ],
  [
    'dangling-channel',
    'contact bob < channel phone voice "+12065550101" stage 5m < notify phoen > >',
    'phoen',
    'phone',
  ],
])('%s in %s', (code, text, wrong, right) => {
  const around = (line: string) => `
    template paged < stage 5m < notify phone > >
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >${rota}
    plan all < stage 5m < notify @alice > stage 5m < notify @bob > >
    ${text.startsWith('contact') ? '' : 'contact bob < channel phone voice "+12065550101" use paged >'}
    schedule main < rotation @primary >
    ${line}
    `;
  it('offers the nearest name', () => {
    const marks = `\n    #${' '.repeat(text.indexOf(wrong) - 1)}${'^'.repeat(wrong.length)} ${code}`;
    expectFix(
      around(text + marks),
      `Write ${right.replace('@', '')}`,
      around(text.replace(wrong, right)),
    );
  });
});

describe('dangling', () => {
  it('offers nothing where nothing is near', () => {
    const found = expectMarked(`${alice}
    plan sre < stage 5m < notify @zebra > >
    #                            ^^^^^^ dangling-contact
    schedule s < rotation @zebra >
    #                     ^^^^^^ dangling-rotation
    contact bob < channel phone voice "+12065550101" use zebra >
    #                                                    ^^^^^ dangling-template
    plan two < stage 5m < notify @bob > >
    contact carol < channel phone voice "+12065550102" stage 5m < notify zebra > >
    #                                                                    ^^^^^ dangling-channel
    plan three < stage 5m < notify @carol > >
    `);
    expect(found.flatMap(({ fixes }) => fixes)).toEqual([]);
    expect(found.map(({ message }) => message)).toEqual([
      'No contact is named zebra. Declare it: contact zebra < … >.',
      'No rotation is named zebra. Declare it: rotation zebra < … >.',
      'No template is named zebra. Declare it: template zebra < … >.',
      'Contact carol has no channel zebra. Add it: channel zebra voice "+…".',
    ]);
  });

  it('is told wherever people are named', () => {
    expectMarked(`${alice}
    rotation r <
      zone "UTC"
      start 2026-01-05T09:00
      members @zebra @alice
    #         ^^^^^^ dangling-contact
      daily 09:00
      override 2027-01-05T09:00..2027-01-05T10:00 < @lion >
    #                                               ^^^^^ dangling-contact
    >
    schedule s < rotation @r >
    test "t" <
      page @tiger at 2026-03-02T03:00 "UTC"
    #      ^^^^^^ dangling-contact
      ack @giraffe after 5m
    #     ^^^^^^^^ dangling-contact
      expect @hippo within 5m
    #        ^^^^^^ dangling-contact
      expect no @monkey
    #           ^^^^^^^ dangling-contact
    >
    `);
  });

  it('marks the use of a template whose channels the contact lacks, each once', () => {
    expectMarked(`
    template paged <
      stage 5m < notify phone >
      stage 5m <
        notify text
    #          ~~~~ dangling-channel
        notify mail
    #          ~~~~ dangling-channel
        notify text
      >
    >
    contact alice < channel phone voice "+12065550100" use paged >
    #                                                      ^^^^^ dangling-channel
    #                                                      ^^^^^ dangling-channel
    plan sre < stage 5m < notify @alice > >
    `);
  });

  it('is none where a channel of that name stands below, or a name in another file', () => {
    expectMarked({
      'b.oncall': 'contact alice < stage 5m < notify phone > channel phone voice "+12065550100" >',
      'a.oncall': 'plan sre < stage 5m < notify @alice > >',
    });
  });

  it('is none where the name may be declared in what can not be read', () => {
    expectMarked(`
    cntact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
  # ^^^^^^ unexpected-token
    plan sre < stage 5m < notify @alice essential > >
    `);
  });
});

describe('wrong-kind', () => {
  it('in a plan: a plan, a rotation, a channel', () => {
    const found = expectMarked(`${alice}${rota}
    schedule s < rotation @primary >
    plan sre <
      stage 5m <
        notify @all
    #          ^^^^ wrong-kind
        notify @primary
    #          ^^^^^^^^ wrong-kind
        notify phone
    #          ^^^^^ wrong-kind
        notify @alice
      >
    >
    `);
    expect(found.map(({ message }) => message)).toEqual([
      "Plan all can't stand here. Name a contact or a schedule.",
      "Rotation primary can't stand here. Name a contact or a schedule.",
      "phone can't stand here. Name a contact or a schedule, with @ before it.",
    ]);
  });

  it('in a contact and a template: a reference', () => {
    expectMarked(`
    template t < stage 5m < notify @alice > >
    #                              ^^^^^^ wrong-kind
    contact alice <
      channel phone voice "+12065550100"
      stage 5m < notify @phone >
    #                   ^^^^^^ wrong-kind
      stage 5m < notify phone >
      use t
    >
    plan sre < stage 5m < notify @alice > >
    `);
  });

  it('in a rotation: a schedule, a plan, a rotation', () => {
    expectMarked(`${alice}${rota}
    schedule s < rotation @primary >
    rotation r <
      zone "UTC"
      start 2026-01-05T09:00
      members @s @all @primary @alice
    #         ^^ wrong-kind
    #            ^^^^ wrong-kind
    #                 ^^^^^^^^ wrong-kind
      daily 09:00
      override 2027-01-05T09:00..2027-01-05T10:00 < @s >
    #                                               ^^ wrong-kind
    >
    schedule s2 < rotation @r >
    `);
  });

  it('in a schedule: a contact, a plan, a schedule', () => {
    expectMarked(`${alice}${rota}
    schedule one < rotation @primary >
    schedule two <
      rotation @alice
    #          ^^^^^^ wrong-kind
      rotation @all
    #          ^^^^ wrong-kind
      rotation @one
    #          ^^^^ wrong-kind
    >
    `);
  });

  it('in a test: a rotation paged, a plan expected, a schedule that acknowledges', () => {
    expectMarked(`${alice}${rota}
    schedule s < rotation @primary >
    test "t" <
      page @primary at 2026-03-02T03:00 "UTC"
    #      ^^^^^^^^ wrong-kind
      ack @s after 5m
    #     ^^ wrong-kind
      expect @all within 5m
    #        ^^^^ wrong-kind
      expect no @primary
    #           ^^^^^^^^ wrong-kind
    >
    `);
  });

  it('is none where a rotation and a person share a name', () => {
    expectMarked(`
    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
    rotation alice < zone "UTC" start 2026-01-05T09:00 members @alice daily 09:00 >
    schedule s < rotation @alice >
    plan sre < stage 5m < notify @alice notify @s > >
    test "t" <
      page @alice at 2026-03-02T03:00 "UTC"
      expect @alice within 0m
      expect no @s
    >
    test "u" < page @s at 2026-03-02T03:00 "UTC" expect @s within 0m >
    `);
  });

  it('an extern is a person', () => {
    expectMarked(`
    extern contact ext "arn:aws:ssm-contacts:us-east-2:111122223333:contact/ext"
    rotation r < zone "UTC" start 2026-01-05T09:00 members @ext daily 09:00 >
    schedule s < rotation @r >
    plan sre < stage 5m < notify @ext essential notify @s > >
    test "t" < page @ext at 2026-03-02T03:00 "UTC" ack @ext after 1m expect no @ext >
    `);
  });
});

it('marks are no part of a text', () => {
  expect(withoutMarks('a\n # ^^ x-y\r\n  #   ~ z\nb # ^ c')).toBe('a\nb # ^ c');
});
