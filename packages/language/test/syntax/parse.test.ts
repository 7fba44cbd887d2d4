import { describe, expect, it } from 'vitest';
import { analyze, createSourceFile, decodeSourceFile } from '../../src/index.ts';
import { expectMarked } from '../marked.ts';

/** Reaches alice, so that all a test shows is what it is about. */
const alice = `
  contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
  plan all < stage 5m < notify @alice > >
`;

describe('invalid-encoding', () => {
  it('marks the first byte that is not UTF-8, once a file', () => {
    const bytes = Buffer.from('# \xfc\n# \xff\xfe\n', 'latin1');
    const file = decodeSourceFile('main.oncall', bytes);
    const found = analyze([file]).diagnostics;
    expect(found.map(({ code, location }) => [code, location.span])).toEqual([
      ['invalid-encoding', { start: 2, end: 3 }],
    ]);
  });

  it('stands beside what else is wrong, and is told of each file', () => {
    const a = decodeSourceFile('a.oncall', Buffer.from('# \xfc\nplan p <', 'latin1'));
    const b = decodeSourceFile('b.oncall', Buffer.from('# \xfc', 'latin1'));
    const found = analyze([b, a]).diagnostics;
    expect(found.map(({ code, location }) => [location.file.path, code])).toEqual([
      ['a.oncall', 'invalid-encoding'],
      ['a.oncall', 'unclosed-block'],
      ['b.oncall', 'invalid-encoding'],
    ]);
  });

  it.each([
    ['a replacement character that was written', '# \u{fffd}'],
    ['four bytes', '# 🎉'],
    ['a byte-order mark', '\u{feff}# ü'],
  ])('is not %s', (_, text) => {
    expect(analyze([decodeSourceFile('a', Buffer.from(text))]).diagnostics).toEqual([]);
  });
});

describe('unexpected-character', () => {
  it('marks a run of them once', () => {
    expectMarked(`${alice}
    plan sre < stage 5m < notify @alice ;;! > >
    #                                   ^^^ unexpected-character
    `);
  });

  it('marks a no-break space, a comma, a lone @ and $, and a dot', () => {
    expectMarked(`${alice}
    plan sre <
      stage\u{a0}5m < notify @alice >
    #      ^ unexpected-character
      tag a "x",
    #          ^ unexpected-character
      tag b @ "x"
    #       ^ unexpected-character
      tag c $ "x"
    #       ^ unexpected-character
      tag d . "x"
    #       ^ unexpected-character
    >
    `);
  });

  it('marks a byte-order mark that is not the first character', () => {
    expectMarked(`${alice}
    plan sre < \u{feff}stage 5m < notify @alice > >
    #          ^ unexpected-character
    `);
  });

  it('counts characters beyond the first plane as the two units that they are', () => {
    const [found] = analyze([createSourceFile('a', 'plan p < 🎉 stage 5m < > >')]).diagnostics;
    expect(found?.location.span).toEqual({ start: 9, end: 11 });
  });

  it('is no character of a string or of a comment', () => {
    expectMarked(`${alice}
    # ;!\u{a0}🎉 <>"
    plan sre "\u{a0} ü" < stage 5m < notify @alice > >
    `);
  });
});

describe('unterminated-string', () => {
  it('marks the string as far as it goes, without blanks behind it', () => {
    expectMarked(`${alice}
    plan sre <
      tag team "sre   \t
    #          ^^^^ unterminated-string
      stage 5m < notify @alice >
    >
    `);
  });

  it('takes a comment, brackets and names with it, and explains what then seems to lack', () => {
    expectMarked(`${alice}
    plan sre "SRE < stage 5m < notify @alice > > # all
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unterminated-string
    plan other < stage 5m < notify @alice > >
    `);
  });

  it('is told where a quote lacks at the front', () => {
    expectMarked(`${alice}
    plan sre SRE and others" <
    #                      ^^^ unterminated-string
      stage 5m < notify @alice >
    >
    `);
  });

  it('is a string that ends in an escaped quote', () => {
    expectMarked(`${alice}
    plan sre <
      tag team "sre\\"
    #          ^^^^^^ unterminated-string
      stage 5m < notify @alice >
    >
    `);
  });
});

describe('invalid-escape', () => {
  it('marks each escape', () => {
    expectMarked(`${alice}
    plan sre <
      tag a "\\q \\n \\x41"
    #        ^^ invalid-escape
    #              ^^ invalid-escape
      tag b "\\u{110000} \\u{41}"
    #        ^^^^^^^^^^ invalid-escape
      tag c "\\u{d800}"
    #        ^^^^^^^^ invalid-escape
      tag d "\\u41"
    #        ^^ invalid-escape
      stage 5m < notify @alice >
    >
    `);
  });
});

describe('invalid-token', () => {
  it.each([
    ['5x', '^^'],
    ['5m5m', '^^^^'],
    ['30m1h', '^^^^^'],
    ['5', '^'],
    ['09:00', '^^^^^'],
    ['5M', '^^'],
  ])('marks %s as no duration', (written, marks) => {
    expectMarked(`${alice}
    plan sre < stage ${written} < notify @alice > >
    #                ${marks} invalid-token
    `);
  });

  it('marks what is no time, where one is meant', () => {
    expectMarked(`${alice}
    rotation primary <
      zone "America/New_York"
      start 2026-01-05T09:00
      members @alice
      weekly mon 9:00 tue 24:00 wed 09:60 thu 0900 fri 09:00:00 sat 23:59
    #            ^^^^ invalid-token
    #                     ^^^^^ invalid-token
    #                               ^^^^^ invalid-token
    #                                         ^^^^ invalid-token
    #                                                  ^^^^^^^^ invalid-token
    >
    schedule s < rotation @primary >
    `);
  });

  it.each([
    '2026-02-30T09:00',
    '2025-02-29T09:00',
    '2026-13-01T09:00',
    '2026-1-5T09:00',
    '2026-01-05T9:00',
    '2026-01-05T24:00',
    '2026-01-05T09:00z',
    '2026-01-05T09:00-5:00',
    '2026-01-05T09:00:60',
    '2026-01-05',
    '09:00',
    '5m',
  ])('marks %s as no datetime', (written) => {
    expectMarked(`${alice}
    rotation primary <
      zone "America/New_York"
      start ${written}
    #       ${'^'.repeat(written.length)} invalid-token
      members @alice
      daily 09:00
    >
    schedule s < rotation @primary >
    `);
  });

  it.each(['$alice', '$1A', '$A-B', '$Ä', '$_A'])('marks %s as no variable', (written) => {
    expectMarked(`
    contact alice < channel phone voice ${written} stage 5m < notify phone > >
    #                                   ${'^'.repeat(written.length)} invalid-token
    plan sre < stage 5m < notify @alice > >
    `);
  });

  it.each(['1x', '5m', '1_0'])('marks %s as no number', (written) => {
    expectMarked(`${alice}
    rotation primary <
      zone "America/New_York"
      start 2026-01-05T09:00
      members @alice
      every ${written}
    #       ${'^'.repeat(written.length)} invalid-token
      daily 09:00
    >
    schedule s < rotation @primary >
    `);
  });
});

describe('unexpected-token', () => {
  it('marks a misspelt keyword, and names the one meant', () => {
    const [found] = expectMarked(`${alice}
    plan sre < stge 5m < notify @alice > >
    #          ^^^^ unexpected-token
    `);
    expect(found?.message).toBe("stge can't stand here. Did you mean stage?");
  });

  it('lists what may stand there', () => {
    const [found] = expectMarked(`
    contact alice < channel phone "+12065550100" stage 5m < notify phone > >
    #                                            ^^^^^ unexpected-token
    plan sre < stage 5m < notify @alice > >
    `);
    expect(found?.message).toBe("stage can't stand here. Write voice, sms or email here.");
  });

  it('marks what stands outside of declarations, once', () => {
    expectMarked(`
    stage 5m < notify phone >
  # ^^^^^ unexpected-token
    alias "x"
    plan sre < stage 5m < notify @alice > >
    ${alice}`);
  });

  it('marks the last token where something is missing at the end', () => {
    const [found] = expectMarked(`${alice}
    extern contact director
    #              ^^^^^^^^ unexpected-token
    `);
    expect(found?.message).toBe(
      'Something is missing at the end. Add a text in quotes or a $VARIABLE.',
    );
  });

  it.each([
    ['contact "Bob" < >', '        ^^^^^'],
    ['plan < stage 5m < notify @alice > >', '     ^'],
    ['plan sre stage 5m < notify @alice > >', '         ^^^^^'],
    ['extern director "arn:aws:ssm-contacts:us-east-2:111122223333:contact/d"', '       ^^^^^^^^'],
    ['plan sre < stage < notify @alice > >', '                 ^'],
    ['plan sre < stage 5m notify @alice > >', '                    ^^^^^^'],
    ['plan sre < stage 5m < @alice > >', '                      ^^^^^^'],
    ['plan sre < stage 5m < notify > >', '                             ^'],
    [
      'plan sre < stage 5m < notify @alice retry 5m > >',
      '                                    ^^^^^',
    ],
    ['plan sre < stage 5m < notify @alice essential essential > >', `${' '.repeat(46)}^^^^^^^^^`],
    [
      'plan sre < channel a voice "+12065550100" stage 5m < notify @alice > >',
      '           ^^^^^^^',
    ],
    ['plan sre < use paged stage 5m < notify @alice > >', '           ^^^'],
    ['schedule s < stage 5m < notify @alice > >', '             ^^^^^'],
    ['project p < lint unused-contact fatal >', '                                ^^^^^'],
    ['project p < account 111122223333 >', '                    ^^^^^^^^^^^^'],
    ['template t < alias "x" >', '             ^^^^^'],
  ])('%s', (text, marks) => {
    expectMarked(`${alice}\n    ${text}\n    ${marks.replace(/^ /, '#')} unexpected-token\n`);
  });
});

describe('unclosed-block', () => {
  it('marks the < whose > lacks, and relates the next declaration', () => {
    expectMarked(`
    plan sre <
    #        ^ unclosed-block
      stage 5m < notify @alice >

    contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
  # ~~~~~~~~~~~~~ unclosed-block
    `);
  });

  it('has no next declaration at the end of a file', () => {
    expectMarked(`${alice}
    plan sre <
    #        ^ unclosed-block
      stage 5m < notify @alice >
    `);
  });

  it('tells an inner block from the outer one by what follows', () => {
    expectMarked(`${alice}
    plan sre <
      stage 5m < notify @alice
    #          ^ unclosed-block
      stage 5m < notify @alice >
      tag team "sre"
    >
    `);
  });

  it('is told of each block, where several lack theirs', () => {
    expectMarked(`${alice}
    plan sre <
    #        ^ unclosed-block
      stage 5m < notify @alice
    #          ^ unclosed-block
    `);
  });

  it('spoils one declaration alone, be it on a line with others', () => {
    expectMarked(`${alice}
    plan one < stage 5m < notify @alice > plan two < stage 5m < notify @alcie > >
    #        ^ unclosed-block
    #                                     ~~~~~~~~ unclosed-block
    #                                                                  ^^^^^^ dangling-contact
    `);
  });
});

describe('unexpected-close', () => {
  it('marks a > that closes nothing', () => {
    expectMarked(`${alice}
    plan sre < stage 5m < notify @alice > > >
    #                                       ^ unexpected-close
    `);
  });

  it('marks the one that ends a block too early, when more of it follows', () => {
    expectMarked(`${alice}
    plan sre <
      stage 5m < notify @alice > >
    #                            ^ unexpected-close
      stage 5m < notify @alice >
      tag team "sre"
    >
    `);
  });

  it('marks one alone in a file', () => {
    expectMarked(`
    >
  # ^ unexpected-close
    `);
  });
});

describe('declarations keep to themselves', () => {
  it('each mistake is told in the declaration that holds it', () => {
    expectMarked(`
    contact alice <
    #             ^ unclosed-block
      channel phone voice "+12065550100"
      stage 5m < notify phone >
    plan sre < stge 5m < notify @alice > >
  # ~~~~~~~~ unclosed-block
    #          ^^^^ unexpected-token
    plan other < stage 5m < notify @alice > > >
    #                                         ^ unexpected-close
    plan last < stage 5m < notify @alice > >
    `);
  });

  it('its first words on a line of their own end what is open; elsewhere they are names', () => {
    expectMarked(`
    contact alice <
      channel contact voice "+12065550100"
      channel plan sms "+12065550100"
      stage 5m < notify contact notify plan >
      tag test "x"
    >
    plan sre < stage 5m < notify @alice > >
    `);
  });
});
