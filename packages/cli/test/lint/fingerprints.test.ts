import { analyze, createSourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../src/lint/fingerprints.ts';

function prints(...texts: readonly string[]) {
  const files = texts.map((text, index) => createSourceFile(`${index}.oncall`, text));
  const found = fingerprints(analyze(files));
  return [...found].map(([{ code }, { within, fingerprint }]) => ({ code, within, fingerprint }));
}

const contact = 'contact alice < channel phone voice "12065550100" stage 5m < notify phone > >\n';
const plan = 'plan sre < stage 45m < notify @alice notify @nobody > >\n';

describe('fingerprints', () => {
  it('name the declaration, and stay where all else moves', () => {
    const before = prints(contact + plan);
    expect(before.map(({ code, within }) => `${code} in ${within}`)).toEqual(
      expect.arrayContaining([
        'invalid-phone-number in contact alice',
        'stage-too-long in plan sre',
        'dangling-contact in plan sre',
      ]),
    );
    const sorted = (all: typeof before) => all.map(({ fingerprint }) => fingerprint).sort();
    expect(sorted(prints(plan, `\n\n# moved\n${contact}`))).toEqual(sorted(before));
    expect(new Set(sorted(before)).size).toBe(before.length);
  });

  it('tell apart what is alike by its order', () => {
    const twice = prints('plan sre < stage 5m < notify @x notify @y notify @x > >\n');
    const dangling = twice.filter(({ code }) => code === 'dangling-contact');
    expect(dangling.length).toBe(3);
    expect(new Set(dangling.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it('are the same for all addresses that look alike when masked', () => {
    const before = prints(contact);
    expect(before.map(({ code }) => code)).toContain('invalid-phone-number');
    expect(prints(contact.replace('12065550100', '12099990100'))).toEqual(before);
  });

  it('name no declaration where there is none', () => {
    expect(prints('> \n')[0]).toMatchObject({ code: 'unexpected-close', within: '' });
  });
});
