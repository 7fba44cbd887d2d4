import { expect, it } from 'vitest';
import { analyze, createSourceFile } from '../../../src/index.ts';
import { codesIn, expectNoFix, pair, told } from './told.ts';

const asked = `${pair.replace('"+12065550100"', '$ALICE_PHONE')}project p < lint literal-address warning >\n`;

it('an address in the file is told at it, where the project asks', () => {
  expect(told('literal-address', asked)).toEqual([
    '3: "alice@example.com": This address stands in the file',
    '9: "+12065550101": This address stands in the file',
    '10: "bob@example.com": This address stands in the file',
  ]);
  expectNoFix(
    'literal-address',
    asked.replaceAll(/"[a-z]+@example.com"/g, '$MAIL').replace('$MAIL', '$A'),
  );
});

it('it is not told where the project does not ask', () => {
  expect(codesIn(pair)).toEqual([]);
  expect(codesIn(asked.replace('warning', 'off'))).toEqual([]);
});

it('it can be an error', () => {
  const { diagnostics } = analyze([
    createSourceFile('main.oncall', asked.replace('warning', 'error')),
  ]);
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['error', 'error', 'error']);
});

it('a comment silences it, and is not idle where nobody asks', () => {
  const commented = asked.replace(
    'contact bob',
    '# oncall-ignore literal-address: his own wish\ncontact bob',
  );
  expect(codesIn(commented)).toEqual(['literal-address']);
  expect(codesIn(commented.replace('warning', 'off'))).toEqual([]);
  expect(codesIn(commented.replace(/project.*\n/, ''))).toEqual([]);
  const idle = commented.replaceAll(
    /"[^"]*"/g,
    (address) => `$V${address.replaceAll(/\W/g, '').toUpperCase()}`,
  );
  expect(codesIn(idle)).toEqual(['unused-ignore']);
});

it('it comes and goes as the project changes', () => {
  const files = (level: string) => [
    createSourceFile('people.oncall', pair),
    createSourceFile('project.oncall', `project p < lint literal-address ${level} >`),
  ];
  let last = analyze(files('off'));
  for (const [level, count] of [
    ['warning', 4],
    ['error', 4],
    ['off', 0],
    ['warning', 4],
  ] as const) {
    last = analyze(files(level), { previous: last });
    expect(last.diagnostics).toHaveLength(count);
  }
});
