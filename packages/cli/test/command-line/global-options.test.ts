import { describe, expect, it } from 'vitest';
import { commandFirst, terminalSettings } from '../../src/command-line/global-options.ts';

describe('terminalSettings', () => {
  it.each([
    ['lint', { quiet: false, color: 'auto' }],
    ['lint --quiet', { quiet: true, color: 'auto' }],
    ['--quiet lint', { quiet: true, color: 'auto' }],
    ['lint --no-color', { quiet: false, color: 'never' }],
    ['lint --color always', { quiet: false, color: 'always' }],
    ['lint --color=always', { quiet: false, color: 'always' }],
    ['lint --color=always --color never', { quiet: false, color: 'never' }],
    ['lint --color sometimes', { quiet: false, color: 'auto' }],
    ['lint -- --quiet --no-color', { quiet: false, color: 'auto' }],
  ])('%s', (line, settings) => {
    expect(terminalSettings(line.split(' '))).toEqual(settings);
  });
});

describe('commandFirst', () => {
  it.each([
    ['lint a --quiet', 'lint a --quiet'],
    ['--quiet lint a', 'lint --quiet a'],
    ['--color always --no-color lint', 'lint --color always --no-color'],
    ['--color=always lint', 'lint --color=always'],
    ['--fast lint', '--fast lint'],
    ['--quiet', ''],
  ])('%s', (line, words) => {
    expect(commandFirst(line.split(' ')).join(' ')).toBe(words);
  });
});
