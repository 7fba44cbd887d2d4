import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/query/meaning.ts';
import { keywords } from '../../src/syntax/tokens.ts';

describe('meaningOf', () => {
  it('knows every word of the language', () => {
    expect(Object.keys(keywords).filter((word) => meaningOf(word) === undefined)).toEqual([]);
  });

  it('knows no other word', () => {
    expect(meaningOf('alice')).toBeUndefined();
    expect(meaningOf('toString')).toBeUndefined();
  });

  it.each([
    ['contact', undefined, 'contact NAME [STRING] < … >'],
    [
      'channel',
      'contact',
      'channel NAME [STRING] (voice | sms | email) (STRING | VARIABLE) [deferred]',
    ],
    ['rotation', 'schedule', 'rotation REF'],
    ['rotation', undefined, 'rotation NAME [STRING] < … >'],
    ['members', 'rotation', 'members REF …'],
    ['cover', 'rotation', 'cover DAY [..DAY] TIME..TIME …'],
    ['override', 'rotation', 'override DATETIME..DATETIME < … >'],
    ['expect', 'test', 'expect (no REF | REF within DURATION)'],
    ['voice', 'contact', undefined],
  ] as const)('tells the form of %s in %s', (word, of, form) => {
    expect(meaningOf(word, of)?.form).toBe(form);
  });

  it('tells apart what a word means in several places', () => {
    expect(meaningOf('notify', 'plan')?.text).not.toBe(meaningOf('notify', 'contact')?.text);
    expect(meaningOf('tag', 'project')?.text).not.toBe(meaningOf('tag', 'contact')?.text);
  });
});
