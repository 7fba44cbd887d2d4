import { describe, expect, it } from 'vitest';
import { commands } from '../../src/command-line/commands.ts';
import { helpOf, overview } from '../../src/command-line/help.ts';
import { parse } from '../../src/command-line/parse.ts';
import { OperationalError } from '../../src/exit.ts';

const spec = (name: string) => {
  const found = commands.find((command) => command.name === name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
};

describe('parse', () => {
  it('tells arguments from options', () => {
    const invocation = parse(spec('lint'), ['a', '--format', 'json', 'b', '--max-warnings=3']);
    expect(invocation.arguments).toEqual(['a', 'b']);
    expect(invocation.value('format')).toBe('json');
    expect(invocation.value('max-warnings')).toBe('3');
    expect(invocation.has('stdin')).toBe(false);
  });

  it('takes a value that may be left away', () => {
    expect(parse(spec('plan'), ['p', '--local']).has('local')).toBe(true);
    expect(parse(spec('plan'), ['p', '--local']).value('local')).toBeUndefined();
    expect(parse(spec('plan'), ['p', '--local', 'dir']).value('local')).toBe('dir');
    expect(parse(spec('plan'), ['p', '--local=dir']).value('local')).toBe('dir');
    const followed = parse(spec('plan'), ['--local', '--json', 'p']);
    expect(followed.value('local')).toBeUndefined();
    expect(followed.arguments).toEqual(['p']);
  });

  it('takes no @NAME for such a value', () => {
    const verify = parse(spec('verify'), ['--local', '@primary', 'p']);
    expect(verify.value('local')).toBeUndefined();
    expect(verify.subjects).toEqual(['@primary']);
    expect(verify.arguments).toEqual(['p']);
    expect(parse(spec('verify'), ['--local=@primary']).value('local')).toBe('@primary');
  });

  it('gathers an option that stands several times', () => {
    const invocation = parse(spec('compile'), ['--var', 'A=1', '--var=B=-2']);
    expect(invocation.values('var')).toEqual(['A=1', 'B=-2']);
  });

  it('takes --json for --format json', () => {
    for (const name of [
      'lint',
      'test',
      'who',
      'shifts',
      'simulate',
      'coverage',
      'plan',
      'verify',
    ]) {
      const words = name === 'shifts' || name === 'simulate' ? ['@a', '--json'] : ['--json'];
      expect(parse(spec(name), words).value('format'), name).toBe('json');
      expect(parse(spec(name), [...words, '--format', 'json']).value('format'), name).toBe('json');
    }
  });

  it('takes everywhere what every command takes', () => {
    for (const { name, subject, argument } of commands) {
      const needed = [subject, argument].flatMap((it) =>
        it?.count === 'one' ? (it.choices?.[0] ?? '@a') : [],
      );
      expect(parse(spec(name), [...needed, '--quiet', '--color', 'never']).has('quiet')).toBe(true);
    }
  });

  it('takes all words after -- as arguments', () => {
    expect(parse(spec('lint'), ['--', '--format']).arguments).toEqual(['--format']);
  });

  it.each([
    ['lint', ['--fromat', 'json'], 'oncall lint has no option --fromat', 'Did you mean --format?'],
    [
      'shifts',
      ['--format', 'xml'],
      "--format can't be xml",
      'Choose one of: table, json, ics, svg.',
    ],
    ['lint', ['--format'], '--format needs a value: --format FORMAT', undefined],
    ['lint', ['--stdin=x'], '--stdin takes no value', undefined],
    ['lint', ['-q'], 'oncall lint has no option -q', /^It has: --help, --format/],
    ['compile', ['a', 'b'], 'oncall compile takes one PATH, not also b', undefined],
    ['local-service', ['a'], 'oncall local-service takes no argument, not also a', undefined],
    ['explain', [], 'oncall explain needs a CODE', 'Write: oncall explain CODE.'],
  ] as const)('refuses oncall %s %j', (name, words, message, help) => {
    let thrown: unknown;
    try {
      parse(spec(name), words);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(OperationalError);
    const error = thrown as OperationalError;
    expect(error.exitCode).toBe(64);
    expect(error.message).toBe(message);
    if (typeof help === 'object') expect(error.help).toMatch(help);
    else expect(error.help).toBe(help);
  });
});

describe('help', () => {
  it('fits in 80 columns', () => {
    for (const text of [overview(commands), ...commands.map(helpOf)]) {
      for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  it('has examples of commands as they are, before all else', () => {
    const shown = commands.filter(({ hidden }) => hidden !== true);
    for (const command of shown) {
      expect(command.examples.length, command.name).toBeGreaterThan(0);
      expect(helpOf(command).split('\n').slice(1, 3)).toEqual(['', `  ${command.examples[0]}`]);
      for (const example of command.examples) {
        const [program, name, ...words] = (example.split(/ [<>]/)[0] ?? '').split(' ');
        expect([program, name]).toEqual(['oncall', command.name]);
        expect(() => parse(command, words), example).not.toThrow();
      }
    }
  });

  it('is silent about what is for programs', () => {
    const hidden = commands.filter((command) => command.hidden === true);
    expect(hidden.map(({ name }) => name)).toEqual(['complete', 'manual']);
    for (const { name } of hidden)
      expect(overview(commands)).not.toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it('names every option', () => {
    for (const command of commands) {
      for (const option of command.options) expect(helpOf(command)).toContain(`--${option.name}`);
    }
  });
});
