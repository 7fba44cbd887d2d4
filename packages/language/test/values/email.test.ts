import { assert, constantFrom, emailAddress, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmail } from '../../src/values/email.ts';

describe('isEmail', () => {
  it.each([
    'alice@example.com',
    'a@b.co',
    'alice.b-c_d+pager@mail.example.co.uk',
    "o'brien@example.com",
    '!#$%&*/=?^`{|}~@example.com',
    'алиса@пример.рф',
    'हिन्दी@उदाहरण.भारत',
    'alice@xn--e1afmkfd.xn--p1ai',
    'alice@123.example',
    `${'a'.repeat(64)}@example.com`,
    `a@${'b'.repeat(63)}.com`,
  ])('takes %s', (text) => {
    expect(isEmail(text)).toBe(true);
  });

  it.each([
    '',
    '@',
    'alice',
    'alice@',
    '@example.com',
    'alice@example',
    'alice@@example.com',
    'alice@bob@example.com',
    '.alice@example.com',
    'alice.@example.com',
    'al..ice@example.com',
    'alice@.example.com',
    'alice@example.com.',
    'alice@example..com',
    'alice@-example.com',
    'alice@example-.com',
    'alice@exam_ple.com',
    'alice@192.0.2.1',
    'alice@[192.0.2.1]',
    '"alice b"@example.com',
    'alice b@example.com',
    'Alice <alice@example.com>',
    'alice@example.com, bob@example.com',
    'mailto:alice@example.com',
    ' alice@example.com',
    'alice@example.com\n',
    'alice\u0000@example.com',
    'ali\u200Bce@example.com',
    'alice@exam\u202Eple.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b'.repeat(60)}.${'b'.repeat(60)}.${'b'.repeat(60)}.${'b'.repeat(60)}.${'b'.repeat(20)}`,
  ])('refuses %j', (text) => {
    expect(isEmail(text)).toBe(false);
  });

  it('takes what others write', () => {
    assert(
      property(emailAddress(), (text) => {
        expect(isEmail(text)).toBe(true);
      }),
    );
  });

  it('refuses white space and control characters anywhere', () => {
    const text = 'alice@example.com';
    assert(
      property(
        integer({ min: 0, max: text.length }),
        constantFrom(' ', '\t', '\n', '\r', '\u0000', '\u001B', '\u007F', '\u0085', '\u00A0'),
        (at, character) => {
          expect(isEmail(text.slice(0, at) + character + text.slice(at))).toBe(false);
        },
      ),
    );
  });

  it('refuses a megabyte at once', () => {
    const started = performance.now();
    expect(isEmail('a@'.repeat(1_000_000))).toBe(false);
    expect(isEmail(`a@${'b.'.repeat(1_000_000)}`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
