import { expect, it } from 'vitest';
import { analyze, createSourceFile } from '../../../src/index.ts';
import { codesIn, expectNoFix, expectSilenceable, pair, told } from './told.ts';

const same = pair.replace('+12065550101', '+12065550100');

it('the second of two is told at its address, and no address in words', () => {
  expect(told('same-address', same)).toEqual([
    '9: "+12065550100": alice has this address too, so one page may reach another',
  ]);
  expect(codesIn(same)).toEqual(['same-address']);
  expectSilenceable('same-address', same);
  expectNoFix('same-address', same);
  const [found] = analyze([createSourceFile('main.oncall', same)]).diagnostics;
  expect(found?.message).not.toMatch(/\+|@/);
  expect(found?.related.map(({ location: { span } }) => same.slice(span.start, span.end))).toEqual([
    '"+12065550100"',
  ]);
});

it('addresses of mail are the same in any case', () => {
  expect(codesIn(pair.replace('bob@example.com', 'Alice@Example.com'))).toEqual(['same-address']);
});

it('a variable is an address', () => {
  const variables = pair.replaceAll(/"\+120655501\d\d"/g, '$PHONE');
  expect(codesIn(variables)).toEqual(['same-address']);
  expect(codesIn(variables.replace('$PHONE', '$OTHER'))).toEqual([]);
});

it('two channels of one contact may have one address, and are one mistake in another', () => {
  const text = (number: string) =>
    pair
      .replace(
        /(contact bob <\n {2}channel phone voice) .*\n/,
        `$1 "${number}"\n  channel text sms "${number}"\n`,
      )
      .replaceAll('notify phone retry 2m', 'notify phone')
      .replace(/(contact bob[^<]*<[^<]*<) /, '$1 notify text ');
  expect(codesIn(text('+12065550101'))).toEqual([]);
  expect(codesIn(text('+12065550100'))).toEqual(['same-address']);
});

it('a second contact of a name is one mistake', () => {
  const [contact = ''] = /^contact alice[\s\S]*?\n>\n/.exec(pair) ?? [];
  expect(codesIn(`${pair}${contact}`)).toEqual(['duplicate-name']);
});

it('an address that is none is one mistake', () => {
  const text = pair.replaceAll(/\+120655501\d\d/g, '5550100');
  expect(codesIn(text)).toEqual(['invalid-phone-number', 'invalid-phone-number']);
});

it('it follows from one edit to the next, whichever of the two changes', () => {
  const [alice, bob] = [
    pair.split(/(?=contact bob)/)[0] as string,
    pair.split(/(?=contact bob)/)[1] as string,
  ];
  const files = (one: string, other: string) => [
    createSourceFile('a.oncall', one),
    createSourceFile('b.oncall', other),
  ];
  let last = analyze(files(alice, bob));
  const steps: readonly (readonly [string, string, readonly string[]])[] = [
    [alice.replace('50100', '50101'), bob, ['same-address']],
    [`# Alice\n${alice.replace('50100', '50101')}`, bob, ['same-address']],
    [alice, bob, []],
    [alice, bob.replace('50101', '50100'), ['same-address']],
    [
      alice.replace('contact alice', 'contact carol'),
      bob.replace('50101', '50100'),
      ['same-address', 'dangling-contact'],
    ],
    [alice, bob, []],
  ];
  for (const [one, other, codes] of steps) {
    last = analyze(files(one, other), { previous: last });
    expect(
      last.diagnostics.map(({ code }) => code).filter((code) => !code.startsWith('unused')),
    ).toEqual(codes);
    expect(last.diagnostics).toEqual(analyze(files(one, other)).diagnostics);
  }
});
