import { describe, expect, it } from 'vitest';
import { formatted, holds } from './cases.ts';

describe('words', () => {
  holds([
    {
      rule: 'stand with one space between them, items two spaces a level',
      before: `
        contact   alice"Alice Example"<channel phone	voice "+12065550100"   deferred
             channel mail email"alice@example.com"
        stage 5m<notify phone retry 2m
          notify mail>>
      `,
      after: `
        contact alice "Alice Example" <
          channel phone voice "+12065550100" deferred
          channel mail email "alice@example.com"
          stage 5m <
            notify phone retry 2m
            notify mail
          >
        >
      `,
    },
    {
      rule: 'have no space about ..',
      before: `
        rotation r <
          cover mon .. fri 09:00 ..17:00 18:00.. 19:00
          override 2026-01-05T09:00 .. 2026-01-06T09:00Z <@a   @b>
        >
      `,
      after: `
        rotation r <
          cover mon..fri 09:00..17:00 18:00..19:00
          override 2026-01-05T09:00..2026-01-06T09:00Z < @a @b >
        >
      `,
    },
    {
      rule: 'stay as written',
      before: `
        contact 2nd-line "\\u{41} \\"B\\"  # < >" < alias "007" tag "a  b" "" stage 05m < > stage 60s < > >
      `,
      after: `
        contact 2nd-line "\\u{41} \\"B\\"  # < >" <
          alias "007"
          tag "a  b" ""
          stage 05m < >
          stage 60s < >
        >
      `,
    },
    {
      rule: 'of one item stand on one line, wherever they stood',
      before: `
        project acme <
          lint
            unused-contact
            off
          region "us-east-2"
        >
      `,
      after: `
        project acme <
          lint unused-contact off
          region "us-east-2"
        >
      `,
    },
  ]);
});

describe('a block', () => {
  holds([
    {
      rule: 'of one item stands on one line, its inner block too',
      before: `
        plan sre <
          stage 5m <
            notify @alice essential
          >
        >
      `,
      after: `
        plan sre < stage 5m < notify @alice essential > >
      `,
    },
    {
      rule: 'of no item stands on one line',
      before: `
        template x<
        >
        contact a <>
        plan p < stage 0m <

        > >
      `,
      after: `
        template x < >

        contact a < >

        plan p < stage 0m < > >
      `,
    },
    {
      rule: 'of two items does not, nor does the one around it',
      before: `
        plan sre < stage 5m < notify @alice notify @bob > >
        plan ops < stage 5m < notify @alice > stage 5m < > >
      `,
      after: `
        plan sre <
          stage 5m <
            notify @alice
            notify @bob
          >
        >

        plan ops <
          stage 5m < notify @alice >
          stage 5m < >
        >
      `,
    },
    {
      rule: 'fills 80 columns and no more',
      before: `
        plan sre "1234567890123456789012345678" < stage 5m < notify @alice essential > >
        plan sre "12345678901234567890123456789" < stage 5m < notify @alice essential > >
        contact a <
          stage 5m < notify a-name-of-many-characters-a-name-of-many-charactx retry 2m >
          stage 5m < notify a-name-of-many-characters-a-name-of-many-charactex retry 2m >
        >
      `,
      after: `
        plan sre "1234567890123456789012345678" < stage 5m < notify @alice essential > >

        plan sre "12345678901234567890123456789" <
          stage 5m < notify @alice essential >
        >

        contact a <
          stage 5m < notify a-name-of-many-characters-a-name-of-many-charactx retry 2m >
          stage 5m <
            notify a-name-of-many-characters-a-name-of-many-charactex retry 2m
          >
        >
      `,
    },
    {
      rule: 'breaks at each level that is too wide, and an item alone may be wider',
      before: `
        template t < stage 5m < notify a-name-so-long-that-no-line-of-eighty-columns-can-hold-it-with-its-stage > >
        contact wide "12345678901234567890123456789012345678901234567890123456789012345678" < >
      `,
      after: `
        template t <
          stage 5m <
            notify a-name-so-long-that-no-line-of-eighty-columns-can-hold-it-with-its-stage
          >
        >

        contact wide "12345678901234567890123456789012345678901234567890123456789012345678" <
        >
      `,
    },
    {
      rule: 'never breaks between the people of an override',
      before: `
        rotation r <
          override 2026-01-05T09:00..2026-01-06T09:00 <
            @alice @bob @carol @dave
            @erin @frank @grace @heidi
          >
          override 2026-01-05T09:00..2026-01-06T09:00 <
          >
        >
      `,
      after: `
        rotation r <
          override 2026-01-05T09:00..2026-01-06T09:00 < @alice @bob @carol @dave @erin @frank @grace @heidi >
          override 2026-01-05T09:00..2026-01-06T09:00 < >
        >
      `,
    },
  ]);

  const plan = (label: string): string => `plan p "${label}" < stage 5m < notify @alice > >\n`;

  it.each([
    ['a', 1],
    ['ü', 1],
    ['🎉', 1],
  ])('is measured in characters, %s being one', (character) => {
    const fits = plan(character.repeat(80 - (plan('').length - 1)));
    expect([...fits]).toHaveLength(81);
    expect(formatted(fits)).toBe(fits);
    const wider = plan(character.repeat(81 - (plan('').length - 1)));
    expect(formatted(wider).split('\n')).toHaveLength(4);
  });
});

describe('members', () => {
  holds([
    {
      rule: 'go on in the next line where they would pass 80 columns',
      before: `
        rotation r <
          zone "UTC"
          members @amelia-example @benjamin-example @charlotte-example @dominic-abcd @ed @f
          members @amelia-example @benjamin-example @charlotte-example @dominic-abcd @edg @f
            @g
            @amelia-example @benjamin-example @charlotte-example @dominic @h
        >
      `,
      after: `
        rotation r <
          zone "UTC"
          members @amelia-example @benjamin-example @charlotte-example @dominic-abcd @ed
              @f
          members @amelia-example @benjamin-example @charlotte-example @dominic-abcd
              @edg @f @g @amelia-example @benjamin-example @charlotte-example @dominic
              @h
        >
      `,
    },
  ]);
});
