import type { TerminalSettings } from '../terminal/terminal.ts';
import type { OptionSpec } from './command.ts';

/** What every command takes. */
export const globalOptions: readonly OptionSpec[] = [
  { name: 'quiet', text: 'says nothing but results and errors' },
  {
    name: 'color',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    text: 'colours always, never, or on a terminal (auto)',
  },
  { name: 'no-color', text: 'as --color never; so does NO_COLOR in the environment' },
];

/** Read before all else, since also what is wrong with the other words is told so. */
export function terminalSettings(words: readonly string[]): TerminalSettings {
  const end = words.indexOf('--');
  const options = end === -1 ? words : words.slice(0, end);
  let color: TerminalSettings['color'] = 'auto';
  for (const [position, word] of options.entries()) {
    const value = word === '--color' ? options[position + 1] : /^--color=(.*)$/.exec(word)?.[1];
    if (word === '--no-color' || value === 'never') color = 'never';
    else if (value === 'always' || value === 'auto') color = value;
  }
  return { quiet: options.includes('--quiet'), color };
}

/** The same words, those of these options that stand before the command moved behind it. */
export function commandFirst(words: readonly string[]): readonly string[] {
  let at = 0;
  for (;;) {
    const word = words[at] ?? '';
    const option = globalOptions.find(({ name }) => word.replace(/=.*$/, '') === `--${name}`);
    if (option === undefined) break;
    at += option.value === undefined || word.includes('=') ? 1 : 2;
  }
  const [command, ...rest] = words.slice(at);
  return command === undefined ? [] : [command, ...words.slice(0, at), ...rest];
}
