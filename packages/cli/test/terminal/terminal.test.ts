import { describe, expect, it } from 'vitest';
import { createStream } from '../../src/terminal/terminal.ts';

function written(options: { interactive: boolean; colour: boolean }, exact = false) {
  return (text: string) => {
    let found = '';
    const stream = createStream(
      (part) => {
        found += part;
      },
      { ...options, columns: 80 },
    );
    if (exact) stream.writeExact(text);
    else stream.write(text);
    return found;
  };
}

describe('createStream', () => {
  const hostile = 'a\u001b[31mb\u001b]0;title\u0007\u009b2J\u202e\rc\n';

  it('lets no control character through', () => {
    expect(written({ interactive: false, colour: false })(hostile)).toBe(
      'a\\u{1b}[31mb\\u{1b}]0;title\\u{7}\\u{9b}2J\\u{202e}\\u{d}c\n',
    );
  });

  it('lets colours through where there are some, and nothing else', () => {
    expect(written({ interactive: true, colour: true })(hostile)).toBe(
      'a\u001b[31mb\\u{1b}]0;title\\u{7}\\u{9b}2J\\u{202e}\\u{d}c\n',
    );
  });

  it('masks addresses', () => {
    expect(written({ interactive: false, colour: false })('to +12065550100')).toBe(
      'to +1******0100',
    );
  });

  it('writes exact text as it is, but not to a terminal', () => {
    expect(written({ interactive: false, colour: false }, true)(hostile)).toBe(hostile);
    expect(written({ interactive: true, colour: true }, true)('\u001b[2J+12065550100\n')).toBe(
      '\\u{1b}[2J+12065550100\n',
    );
  });
});

describe('notes and progress', () => {
  const collect = (options: { interactive: boolean; quiet: boolean }) => {
    let seen = '';
    const sink = (text: string) => {
      seen += text;
    };
    const stream = createStream(sink, { ...options, colour: false, columns: 20 });
    stream.note('note\n');
    stream.progress('Reading a project of many files');
    stream.progress('Checking');
    stream.write('error\n');
    return seen;
  };

  it('are shown on a terminal, progress in one line that what follows replaces', () => {
    const erase = '\r\u001b[K';
    expect(collect({ interactive: true, quiet: false })).toBe(
      `note\nReading a project o${erase}Checking${erase}error\n`,
    );
  });

  it('leave no progress where nobody looks', () => {
    expect(collect({ interactive: false, quiet: false })).toBe('note\nerror\n');
  });

  it('are not there with --quiet', () => {
    expect(collect({ interactive: true, quiet: true })).toBe('error\n');
  });
});
