/** Completions, in the shells themselves. */
import { describe, expect, it } from 'vitest';
import { programPath } from '../editors/what-is-missing.ts';
import { output, place, typed } from './shell.ts';

/** A line as far as the cursor, and what the shell offers in the place of its last word. */
const lines = [
  ['oncall verif', ['verify']],
  ['oncall lint --fo', ['--format']],
  ['oncall lint --format s', ['sarif']],
  ['oncall simulate @p', ['@payments']],
  ['oncall who @', ['@sre-oncall']],
  ['oncall shifts @', ['@primary', '@sre-oncall']],
  ['oncall simulate @payments --ack @b', ['@bob=5m']],
  ['oncall explain dangling-r', ['dangling-rotation']],
  ['oncall --color never plan --lo', ['--local']],
  // An error stays one.
  ['oncall lint --rule dangling-', []],
  ['oncall lint n', ['notes.txt']],
  ['oncall init p', ['people/']],
  ['oncall completion ', ['bash', 'fish', 'powershell', 'zsh']],
  ['oncall nonsense ', []],
] as const;

function suite(shell: string, tests: () => void): void {
  const isMissing = programPath(shell) === undefined;
  describe.skipIf(isMissing)(
    isMissing ? `skipped, since not installed here: ${shell}` : shell,
    tests,
  );
}

suite('bash', () => {
  it.each(lines)('%s', async (line, words) => {
    const script = `source <(oncall completion bash)
COMP_LINE=$1 COMP_POINT=\${#1}
compopt() { [[ $2 == default ]] && kind=-f || kind=-d; }
_oncall
if [[ -n \${kind-} ]]; then
  for path in $(compgen $kind -- "\${1##* }"); do [[ -d $path ]] && echo "$path/" || echo "$path"; done
else
  printf '%s\\n' "\${COMPREPLY[@]}"
fi`;
    const found = await output(['bash', '--norc', '-c', script, 'bash', line], place());
    expect(found.split('\n').filter(Boolean).sort()).toEqual(words);
  });

  it.each([
    ['say simulate @p', '<simulate><@payments>'],
    ['say lint --format=sar', '<lint><--format=sarif>'],
    ['say lint no', '<lint><notes.txt>'],
    ['say simulate @payments --ack @b', '<simulate><@payments><--ack><@bob=5m>'],
  ])('typed: %s', async (line, said) => {
    const setUp = 'source <(oncall completion bash); complete -F _oncall say';
    expect(await typed('bash --norc -i', setUp, line, place())).toBe(said);
  });
});

suite('zsh', () => {
  it.each([
    ['say verif', '<verify>'],
    ['say simulate @p', '<simulate><@payments>'],
    ['say simulate @payments --ack @b', '<simulate><@payments><--ack><@bob=5m>'],
    ['say lint --format=sar', '<lint><--format=sarif>'],
    ['say lint no', '<lint><notes.txt>'],
    ['say init p', '<init><people>'],
  ])('typed: %s', async (line, said) => {
    const setUp =
      'autoload -U compinit; compinit -u -D; source <(oncall completion zsh); compdef _oncall say';
    expect(await typed('zsh -f -i', setUp, line, place())).toBe(said);
  });

  it('is a function that zsh loads by itself', async () => {
    const script =
      'oncall completion zsh > _oncall; fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; echo $_comps[oncall]';
    expect(await output(['zsh', '-f', '-c', script], place())).toBe('_oncall\n');
  });
});

suite('fish', () => {
  it.each(lines)('%s', async (line, words) => {
    const script = 'oncall completion fish | source; complete -C "$argv[1]"';
    const found = await output(['fish', '--no-config', '-c', script, line], place());
    const values = found.split('\n').filter(Boolean);
    expect(values.map((each) => each.split('\t')[0]).sort()).toEqual(words);
  });
});

it('PowerShell is told to ask the same way', async () => {
  const script = await output(['oncall', 'completion', 'powershell'], place());
  expect(script).toContain('Register-ArgumentCompleter -Native -CommandName oncall');
  expect(script).toContain(`oncall complete "--current=$typed" '--' @words`);
  // Each bracket outside of strings is closed.
  const code = script.replace(/#.*$|'[^']*'|"[^"]*"/gm, '');
  for (const pair of ['()', '{}', '[]']) {
    const count = (bracket: string | undefined) => code.split(bracket ?? '').length;
    expect(count(pair[0]), pair).toBe(count(pair[1]));
  }
});
