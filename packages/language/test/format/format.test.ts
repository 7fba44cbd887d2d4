import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { createSourceFile, decodeSourceFile } from '../../src/text/source-file.ts';
import { taste } from './taste.ts';

function formatted(text: string): string {
  const result = format(createSourceFile('main.oncall', text));
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.diagnostics));
  return result.text;
}

/** Text of a template string: without its first line end, and the margin that all its lines share. */
function text(written: string): string {
  const lines = written.replace(/^\n/, '').split('\n');
  const last = lines.pop() as string;
  const margin = last.length + 2;
  return lines.map((line) => `${line.slice(margin)}\n`).join('');
}

interface Case {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

function holds(cases: readonly Case[]): void {
  it.each(cases)('$rule', ({ before, after }) => {
    expect(formatted(text(before))).toBe(text(after));
    expect(formatted(text(after))).toBe(text(after));
  });
}

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

describe('blank lines', () => {
  holds([
    {
      rule: 'are kept between items, one where there were more, and not at the edges of a block',
      before: `


        contact a <

          channel phone voice "+12065550100"

        	

          channel mail email "a@example.com"
          stage 5m <

            notify phone


            notify mail

          >

        >



      `,
      after: `
        contact a <
          channel phone voice "+12065550100"

          channel mail email "a@example.com"
          stage 5m <
            notify phone

            notify mail
          >
        >
      `,
    },
    {
      rule: 'part declarations, but for externs',
      before: `
        contact a < > contact b < >
        extern contact c $C
        extern contact d $D extern contact e $E


        extern contact f $F
        plan p < >
        test "t" < page @p at 2026-01-05T09:00 "UTC" >
      `,
      after: `
        contact a < >

        contact b < >

        extern contact c $C
        extern contact d $D
        extern contact e $E

        extern contact f $F

        plan p < >

        test "t" < page @p at 2026-01-05T09:00 "UTC" >
      `,
    },
    {
      rule: 'go between a declaration and the comments directly above the next',
      before: `
        contact a < >
        # Of b.
        # oncall-ignore unused-contact: soon
        contact b < >
        # Behind b.

        # Of c.
        contact c < >
        extern contact d $D
        # Of e.
        extern contact e $E
      `,
      after: `
        contact a < >

        # Of b.
        # oncall-ignore unused-contact: soon
        contact b < >
        # Behind b.

        # Of c.
        contact c < >

        extern contact d $D
        # Of e.
        extern contact e $E
      `,
    },
  ]);
});

describe('a comment', () => {
  holds([
    {
      rule: 'on a line of its own stays before its item, at its indentation, as near as it was',
      before: `
          # The file.


            # More of it.

        # Of a.
        contact a <
        # Of phone.
              # More of phone.
          channel phone voice "+12065550100"

              # Of nothing.

          # oncall-ignore unused-contact: soon
          stage 5m < # Behind the opening.
          # Of notify.
          notify phone
          # At the end of the stage.
          >
          # At the end of the contact.

        >
        # Behind a.


        # At the end of the file.

      `,
      after: `
        # The file.

        # More of it.

        # Of a.
        contact a <
          # Of phone.
          # More of phone.
          channel phone voice "+12065550100"

          # Of nothing.

          # oncall-ignore unused-contact: soon
          stage 5m < # Behind the opening.
            # Of notify.
            notify phone
            # At the end of the stage.
          >
          # At the end of the contact.
        >
        # Behind a.

        # At the end of the file.
      `,
    },
    {
      rule: 'at the end of a line stays at the end of the line of its item',
      before: `
        contact a < alias "b"    # Of alias.
          stage 5m < notify phone >   # Of stage.
          stage 6m < notify phone # Of notify.
          > stage 7m <
           notify phone > # Of the last stage.
          tag a "b" tag c "d"# Of c.
        >#Of a.
      `,
      after: `
        contact a <
          alias "b" # Of alias.
          stage 5m < notify phone > # Of stage.
          stage 6m <
            notify phone # Of notify.
          >
          stage 7m < notify phone > # Of the last stage.
          tag a "b"
          tag c "d" # Of c.
        > #Of a.
      `,
    },
    {
      rule: 'in a block keeps it from standing on one line',
      before: `
        contact a < # Of a.
        >
        contact b <
          # Of b.
        >
        plan p < stage 5m < # Of stage.
          notify @a > >
        plan q < stage 5m < notify @a > # Of stage.
        >
      `,
      after: `
        contact a < # Of a.
        >

        contact b <
          # Of b.
        >

        plan p <
          stage 5m < # Of stage.
            notify @a
          >
        >

        plan q <
          stage 5m < notify @a > # Of stage.
        >
      `,
    },
    {
      rule: 'before the < of a block stays at the end of that line',
      before: `
        contact alice "Alice" # Boss.
        < stage 5m # Five.
          <
          notify phone >
        >
      `,
      after: `
        contact alice "Alice" < # Boss.
          stage 5m < # Five.
            notify phone
          >
        >
      `,
    },
    {
      rule: 'between words ends the line there, and the item goes on in the next',
      before: `
        contact # One.
        alice # Two.
        # Three.
        < # Four.
          channel
        # Five.
          phone voice "+12065550100" # Six.
          deferred
        >
        rotation r <
          members @alice # Till May.
            @bob @carol # Till June.
            @dave
          override 2026-01-05T09:00 # From.
            ..2026-01-06T09:00
            < # Both.
            @alice @bob
            # Nobody else.
            >
          zone "UTC"
        >
        extern contact # A.
        b # B.
        $B # C.
      `,
      after: `
        contact # One.
            alice # Two.
            # Three.
            < # Four.
          channel
              # Five.
              phone voice "+12065550100" # Six.
              deferred
        >

        rotation r <
          members @alice # Till May.
              @bob @carol # Till June.
              @dave
          override 2026-01-05T09:00 # From.
              ..2026-01-06T09:00 < # Both.
              @alice @bob
              # Nobody else.
              >
          zone "UTC"
        >

        extern contact # A.
            b # B.
            $B # C.
      `,
    },
    {
      rule: 'does not count to the columns of what it stands behind',
      before: `
        plan p <
          stage 5m < notify @alice > # This comment goes on and on, past the eightieth column.
        >
      `,
      after: `
        plan p <
          stage 5m < notify @alice > # This comment goes on and on, past the eightieth column.
        >
      `,
    },
  ]);

  it('loses the blanks at its end', () => {
    expect(formatted('# One. \t\r\n#\t\n#  Two\u00a0 \n')).toBe('# One.\n#\n#  Two\u00a0\n');
  });
});

describe('a file', () => {
  it.each(['', ' ', '\n\n', '\r\n\t\r', '\ufeff', '\ufeff\n'])(
    'of nothing is empty: %j',
    (blank) => {
      expect(formatted(blank)).toBe('');
    },
  );

  it('has \\n at each line end, one at its end, and no byte-order mark', () => {
    const lines = ['# One.', 'contact a < >', '', '# Two.', 'contact b < >'];
    const form = `${lines.join('\n')}\n`;
    for (const end of ['\n', '\r\n', '\r']) {
      expect(formatted(lines.join(end))).toBe(form);
      expect(formatted(`\ufeff${lines.join(end)}${end}${end}`)).toBe(form);
    }
  });

  it('of the design is in the form already', () => {
    expect(formatted(taste)).toBe(taste);
  });

  it('is formatted in time linear in its length', { timeout: 20_000 }, () => {
    const declarations = taste.repeat(500);
    expect(formatted(declarations)).toHaveLength(declarations.length + 499);
    const comments = '# c\n'.repeat(200_000);
    expect(formatted(comments)).toBe(comments);
    const oneLine = `rotation r < members${' @a'.repeat(100_000)} >`;
    expect(
      formatted(oneLine)
        .split('\n')
        .every((line) => line.length <= 80),
    ).toBe(true);
    expect(format(createSourceFile('a', `plan p ${'<'.repeat(100_000)}`)).kind).toBe('refused');
  });
});

describe('refusal', () => {
  const refusal = (file: Parameters<typeof format>[0]) => {
    const result = format(file);
    if (result.kind === 'formatted') throw new Error(`formatted:\n${result.text}`);
    return result.diagnostics.map(({ code, location: { span, file: at } }) => {
      expect(at).toBe(file);
      return [code, file.text.slice(span.start, span.end)];
    });
  };

  it('says where the errors of syntax are, in the order of places', () => {
    const wrong = 'contact a < >\n\nplan p < stge 5m < > alias "\\q" >\n\nplan q < ^ > >\n';
    expect(refusal(createSourceFile('main.oncall', wrong))).toEqual([
      ['unexpected-token', 'stge'],
      ['invalid-escape', '\\q'],
      ['unexpected-character', '^'],
      ['unexpected-close', '>'],
    ]);
  });

  it('covers literals that are malformed', () => {
    expect(refusal(createSourceFile('a', 'plan p < stage 5x < > >'))).toEqual([
      ['invalid-token', '5x'],
    ]);
  });

  it('covers bytes that are not UTF-8, wherever they stand', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('contact a < > # '), 0xff, 0x0a]);
    expect(refusal(decodeSourceFile('a', bytes))).toEqual([['invalid-encoding', '\ufffd']]);
  });

  it('does not cover what only semantics minds', () => {
    expect(formatted('plan P<stage 99m<notify @nobody>>')).toBe(
      'plan P < stage 99m < notify @nobody > >\n',
    );
  });
});
