import { describe, expect, it } from 'vitest';
import { formatted, holds } from './cases.ts';

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
