/** What the pages show of the language parses and checks, and is in its form. */
import { analyze, createSourceFile, format } from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import { describe, expect, it } from 'vitest';
import { blocks, pages } from './markdown.ts';

// The pages of diagnostics have a test of their own. A block that is only a part of something is
// marked `oncall fragment` and not run.
const shown = pages()
  .filter(({ path }) => !path.startsWith('docs/diagnostics/'))
  .flatMap(({ path, text }) =>
    blocks(text)
      .filter((block) => block.info === 'oncall')
      .map((block) => ({ at: `${path}:${block.line}`, text: block.text })),
  );

it('the readme and the language page show some', () => {
  expect(shown.filter(({ at }) => at.startsWith('README.md'))).not.toEqual([]);
  expect(shown.filter(({ at }) => at.startsWith('docs/language.md'))).not.toEqual([]);
});

describe.each(shown)('$at', ({ text }) => {
  const file = createSourceFile('main.oncall', text);

  it('has no errors', () => {
    const { diagnostics } = analyze([file], { rules: timeRules(Date.UTC(2026, 1, 2) / 1_000) });
    const errors = diagnostics.filter((it) => it.severity === 'error');
    expect(errors.map((it) => it.message)).toEqual([]);
  });

  it('is formatted', () => {
    expect(format(file)).toEqual({ kind: 'formatted', text });
  });
});
