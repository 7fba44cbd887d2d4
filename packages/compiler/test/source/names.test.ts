import { describe, expect, it } from 'vitest';
import { nameTag, projectTag } from '../../src/index.ts';
import { account, fileOf, person, rotation, sourceOf } from './live-account.ts';

/** The first lines of declarations in a file. */
function heads(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^(contact|rotation) /.test(line));
}

const withNames = (...names: readonly string[]) =>
  heads(
    fileOf(
      sourceOf(
        account(
          person('ann'),
          ...names.map((name, index) => rotation(`id-${index}`, ['ann'], { name })),
        ),
      ),
      'rotations',
    ),
  );

describe('names', () => {
  it('are aliases, and where these are none, tell them', () => {
    const made = sourceOf(
      account(person('5m'), person('007'), person('contact-5m'), person('plan')),
    );
    const text = fileOf(made, 'contacts');
    expect(heads(text)).toEqual([
      'contact contact-007 <',
      'contact contact-5m-2 <',
      'contact contact-5m <',
      'contact plan <',
    ]);
    expect(text).toContain('contact contact-5m-2 <\n  alias "5m"\n');
    expect(text.match(/alias/g)).toHaveLength(2);
  });

  it('of rotations are read off theirs, each once', () => {
    expect(withNames('SRE primary', 'sre-primary', 'Eclair  v1.2', '5m', '...', 'a\nb')).toEqual([
      'rotation rotation "..." <',
      'rotation rotation-5m "5m" <',
      'rotation eclair-v1-2 "Eclair  v1.2" <',
      'rotation sre-primary "SRE primary" <',
      'rotation a-b "a\\nb" <',
      'rotation sre-primary-2 "sre-primary" <',
    ]);
  });

  it('of rotations that are ours stay', () => {
    const tags = { [projectTag]: 'acme', [nameTag]: 'primary' };
    const made = sourceOf(account(person('ann'), rotation('x', ['ann'], { name: 'Old', tags })));
    expect(heads(fileOf(made, 'rotations'))).toEqual(['rotation primary "Old" <']);
  });

  it('of channels leave out whose they are', () => {
    const channels = {
      'ann-phone': 'VOICE',
      "Example's": 'VOICE',
      '12065550143': 'VOICE',
      'Ann Example': 'SMS',
      '5m': 'EMAIL',
      mail: 'EMAIL',
    } as const;
    const made = sourceOf(account(person('ann', channels, { displayName: 'Ann Example' })));
    expect(fileOf(made, 'contacts').match(/channel \S+/g)).toEqual([
      'channel phone',
      'channel s',
      'channel phone-2',
      'channel text',
      'channel mail-5m',
      'channel mail',
    ]);
  });

  it('of variables are of both, and of nobody else', () => {
    const made = sourceOf(account(person('a-b'), person('a_b'), person('2nd')), {
      variable: (name) => (name === 'A_B_PHONE' ? '+12065550199' : undefined),
    });
    expect([...made.variables.keys()]).toEqual(['CONTACT_2ND_PHONE', 'A_B_PHONE_2', 'A_B_PHONE_3']);
    const again = sourceOf(account(person('ann')), { variable: () => '+12065550100' });
    expect([...again.variables.keys()]).toEqual(['ANN_PHONE']);
  });
});
