/**
 * Time grows with the text and no faster. Clocks of test machines tell little, so each text here is
 * large enough that a look at all of it for each of its parts would take minutes.
 */
import { describe, expect, it } from 'vitest';
import { analyze, createSourceFile, type Diagnostic } from '../src/index.ts';

const limit = { timeout: 20_000 };

function found(text: string): readonly Diagnostic[] {
  return analyze([createSourceFile('main.oncall', text)]).diagnostics;
}

function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

/** Errors within a declaration cost more, for the exceptions behind them. */
const countOf = (part: string): number => (throwing.test(part) ? 20_000 : 100_000);

const throwing = /^(contact|test "x"|extern|project)|ignore\n|channel c $|rotation r $|cover mon $/;

describe('a hundred thousand of', limit, () => {
  it.each([
    '<',
    '>',
    '< ',
    '> <',
    '<\n',
    '>\n',
    '@',
    '@a ',
    '$',
    '$A ',
    '"',
    '"\n',
    '"a" ',
    '\\',
    '..',
    '#',
    '#\n',
    '\r',
    '\r\n',
    ' ',
    ';',
    '; a ',
    'é',
    '🎉',
    '\u{300}',
    'a',
    'a ',
    'a\n',
    '1',
    '1:',
    '1:+',
    '5m ',
    '2026-01-05T09:00 ',
    'contact a < ',
    'contact a <\n',
    'contact a < > ',
    'contact a ',
    'contact a\n',
    'contact\n',
    'contact ',
    'contact a > ',
    'contact a "x" ',
    'plan p < stage 5m < ',
    'plan p < stage 5m <\n',
    'stage 5m < > ',
    'stage ',
    'stage < ',
    'rotation @a ',
    'rotation r < override ',
    'test "x" < ',
    'test "x"\n',
    'extern contact ',
    'extern contact\n',
    'project p\n',
    'template t < stage 5m < notify a > >\n',
    '# oncall-ignore unused-contact: x\n',
    '# oncall-ignore unused-contact: x\n\n',
    '# oncall-ignore\ncontact a\n',
    '"\\u{',
    '"\\q',
  ])('%j', (part) => {
    expect(found(part.repeat(countOf(part)))).toBeDefined();
  });

  it.each([
    ['contact a < ', '>'],
    ['plan p < stage 5m < ', '> >'],
    ['contact a < foo ', '>'],
    ['rotation r < members ', '>'],
  ])('%j within each other', (open, close) => {
    expect(found(open.repeat(100_000) + close.repeat(100_000))).toBeDefined();
  });

  it.each([
    ['contact a <', 'foo '],
    ['contact a <', 'channel c '],
    ['contact a <', 'channel c voice "+12065550100" '],
    ['contact a <', 'stage 5m < '],
    ['contact a <', 'stage 5m < > > '],
    ['contact a <', 'use t '],
    ['contact a <', 'tag a "b" '],
    ['contact a <', 'alias "A" '],
    ['contact a <', 'stage 5m < notify c > '],
    ['contact a <', 'stage 90s < notify c > '],
    ['contact a <', '# oncall-ignore unused-contact: x\nstage 5m < > '],
    ['plan p <', 'stage 45m < > '],
    ['plan p <', 'stage 5m < notify @a > '],
    ['plan p <', 'stage 5m < notify @A > '],
    ['schedule s <', 'rotation @r '],
    ['schedule s <', 'rotation r '],
    ['rotation r < members', '@a '],
    ['rotation r < daily', '09:00 '],
    ['rotation r < daily', '9:00 '],
    ['rotation r < weekly', 'mon 09:00 '],
    ['rotation r < monthly', '1 09:00 '],
    ['rotation r < cover mon..sun', '09:00..10:00 '],
    ['rotation r <', 'cover mon '],
    ['rotation r <', 'override 2026-01-05T09:00..'],
    ['test "t" <', 'expect @a within 5m '],
    ['test "t" <', 'page @a at 2026-01-05T09:00 "UTC" '],
    ['project p <', 'lint unused-contact off '],
    ['project p <', 'lint x off '],
  ])('%s %s', (head, part) => {
    expect(found(`${head} ${part.repeat(countOf(part))}`)).toBeDefined();
    expect(found(`${head}\n${`${part}\n`.repeat(countOf(part) / 2)}>`)).toBeDefined();
  });
});

describe('many', limit, () => {
  it('contacts of one name', () => {
    const text = repeat(20_000, () => 'contact a < >\n');
    expect(found(text).filter(({ code }) => code === 'duplicate-name').length).toBe(19_999);
  });

  it('projects', () => {
    const text = repeat(20_000, () => 'project p < >\n');
    expect(found(text).filter(({ code }) => code === 'duplicate-item').length).toBe(19_999);
  });

  it('channels, tags and aliases of one name', () => {
    const text = `contact a <\n${repeat(20_000, () => 'channel c voice "+12065550100" tag t "x" alias "a"\n')}>`;
    expect(found(text).length).toBeGreaterThanOrEqual(59_997);
  });

  it('references that dangle, with as many names to be meant', () => {
    const names = repeat(10_000, (n) => `contact some-person-${n} < >\n`);
    const text = `${names}plan p <\n${repeat(20_000, (n) => `stage 5m < notify @sme-person-${n}x >\n`)}>`;
    const dangling = found(text).filter(({ code }) => code === 'dangling-contact');
    expect(dangling.length).toBe(20_000);
  });

  it('channels that dangle, with as many names to be meant', () => {
    const names = repeat(5_000, (n) => `channel some-channel-${n} voice $A\n`);
    const text = `contact a <\n${names}${repeat(5_000, (n) => `stage 5m < notify sme-channel-${n}x >\n`)}>`;
    const dangling = found(text).filter(({ code }) => code === 'dangling-channel');
    expect(dangling.length).toBe(5_000);
  });

  it('tags', () => {
    const tags = repeat(50_000, (n) => `tag k${n} "v"\n`);
    const text = `project p <\n${tags}>\n${repeat(2_000, (n) => `plan p${n} < >\n`)}plan q <\n${tags}>`;
    expect(found(text).filter(({ code }) => code === 'invalid-tag').length).toBe(2_001);
  });

  it('coverage windows', () => {
    const text = `rotation r <\n${repeat(20_000, () => 'cover mon..sun 00:00..00:00\n')}>`;
    const overlaps = found(text).filter(({ code }) => code === 'overlapping-coverage');
    expect(overlaps.length).toBe(19_999);
  });

  it('overrides, apart and one over all others', () => {
    const one = (n: number) =>
      `override ${new Date(n * 3_600_000).toISOString().slice(0, 16)}Z..${new Date((n + 1) * 3_600_000).toISOString().slice(0, 16)}Z < >\n`;
    const text = `rotation r < zone "UTC"\n${repeat(20_000, one)}override 1970-01-01T00:00Z..1999-01-01T00:00Z < > >`;
    const overlaps = found(text).filter(({ code }) => code === 'overlapping-overrides');
    expect(overlaps.length).toBeGreaterThan(0);
  });

  it('local times in a zone with changes of its clocks', () => {
    const text = `rotation r < zone "America/New_York"\n${repeat(
      20_000,
      (n) => `override ${2000 + (n % 400)}-03-08T02:30..${2000 + (n % 400)}-03-09T02:30 < >\n`,
    )}>`;
    expect(found(text)).toBeDefined();
  });

  it('zones that are none', () => {
    const text = `rotation r <\n${repeat(20_000, (n) => `zone "Amrica/New_Yorkk${n}"\n`)}>`;
    expect(found(text).filter(({ code }) => code === 'duplicate-item').length).toBe(19_999);
    const tests = repeat(
      2_000,
      (n) => `test "t" < page @a at 2026-01-05T09:00 "Amrica/Nw_York${n}" >\n`,
    );
    expect(found(tests).filter(({ code }) => code === 'unknown-time-zone').length).toBe(2_000);
  });

  it('names in capitals, each different, each twice', () => {
    const text = repeat(
      20_000,
      (n) => `contact A${n} < >\nplan p${n} < stage 5m < notify @A${n} > >\n`,
    );
    expect(found(text).filter(({ code }) => code === 'invalid-name').length).toBe(20_000);
  });

  it('uses of a large template', () => {
    const template = `template t <\n${repeat(300, () => 'stage 5m < notify c notify d >\n')}>\n`;
    const text = template + repeat(300, (n) => `contact c${n} < channel c voice $A use t >\n`);
    expect(found(text).filter(({ code }) => code === 'dangling-channel').length).toBe(300);
  });

  it('declarations on one line, with mistakes in each', () => {
    const text = repeat(20_000, (n) => `contact c${n} < foo > plan p${n} < bar "x > `);
    expect(found(text)).toBeDefined();
    const broken = repeat(
      20_000,
      (n) => `contact c${n} < foo > plan p${n} < stage 5x < notify @z > > `,
    );
    expect(found(broken).length).toBeGreaterThan(40_000);
  });

  it('files', () => {
    const files = Array.from({ length: 5_000 }, (_, n) =>
      createSourceFile(
        `${n}.oncall`,
        `contact c${n} < >\nplan p${n} < stage 5m < notify @c${n} > >`,
      ),
    );
    const first = analyze(files);
    const errors = ({ diagnostics }: typeof first) =>
      diagnostics.filter(({ severity }) => severity === 'error').length;
    expect(errors(first)).toBe(5_000);
    let last = first;
    for (let n = 0; n < 20; n += 1) {
      const changed = files.map((file, at) =>
        at === n ? createSourceFile(file.path, `${file.text} # ${n}`) : file,
      );
      last = analyze(changed, { previous: last });
    }
    expect(errors(last)).toBe(5_000);
  });

  it('nested deep enough to exhaust a stack that recursed', () => {
    expect(found(`plan p ${'< stage 5m '.repeat(100_000)}`)).toBeDefined();
    expect(found(`contact a ${'<'.repeat(100_000)}${'>'.repeat(100_000)}`)).toBeDefined();
  });

  it('characters of one name, one string, one comment, one number', () => {
    const long = 'x'.repeat(2_000_000);
    expect(found(`contact ${long} < channel ${long} voice "${long}" > # ${long}`)).toBeDefined();
    expect(found(`contact a < stage ${'1'.repeat(2_000_000)}m < > >`)).toBeDefined();
    expect(found(`plan p < stage 5m < notify @${long} > >`)).toBeDefined();
    expect(found(`# oncall-ignore ${' '.repeat(1_000_000)}${long}`)).toBeDefined();
    expect(found(`contact a < channel c email "${'@.'.repeat(500_000)}" >`)).toBeDefined();
    expect(found(`extern contact a "${':'.repeat(1_000_000)}"`)).toBeDefined();
    expect(found(`contact a "${'\\u{41}'.repeat(300_000)}" <`)).toBeDefined();
  });
});
