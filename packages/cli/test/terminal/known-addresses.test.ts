import { describe, expect, it } from 'vitest';
import { hideKnown, learnAddress } from '../../src/terminal/known-addresses.ts';

describe('hideKnown', () => {
  it('leaves all as it is where nothing is known', () => {
    expect(hideKnown('12065550142')).toBe('12065550142');
  });

  it('hides a number in any spelling, but for its last digits', () => {
    learnAddress('+12065550142');
    expect(hideKnown('to 12065550142!')).toBe('to *******0142!');
    expect(hideKnown('%2B12065550142')).toBe('%2B*******0142');
    expect(hideKnown('(206) 555-0142')).toBe('(***) ***-0142');
    expect(hideKnown('0012065550142, 2065550142')).toBe('00*******0142, ******0142');
    expect(hideKnown('12065550143 and 1764000000')).toBe('12065550143 and 1764000000');
  });

  it('hides a mail address that is escaped', () => {
    learnAddress('Zoe.Kestrel@example.org');
    expect(hideKnown('to zoe.kestrel%40example.org')).toBe(`to ${'*'.repeat(25)}`);
    expect(hideKnown('to other%40example.org')).toBe('to other%40example.org');
  });

  it.each(['', 'a', 'ab', 'abc'])('hides what is encoded behind %j', (before) => {
    for (const address of ['+12065550142', 'zoe.kestrel@example.org']) {
      for (const encoding of ['base64', 'base64url'] as const) {
        const text = Buffer.from(`${before}${address} is gone`).toString(encoding);
        expect(hideKnown(`<${text}>`)).toBe(`<${'*'.repeat(text.length)}>`);
      }
    }
    const other = Buffer.from(`${before}+12065550143 is here`).toString('base64');
    expect(hideKnown(other)).toBe(other);
  });

  it('takes no account for a number, and no time for long texts', () => {
    learnAddress('111122223333');
    expect(hideKnown('111122223333')).toBe('111122223333');
    const started = performance.now();
    for (const part of ['1', '1 ', 'a', 'a%40', '%40', 'A/', '1(']) hideKnown(part.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
