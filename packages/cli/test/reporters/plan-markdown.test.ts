import type { Change } from '@oncall/compiler';
import { analyze, createSourceFile } from '@oncall/language';
import { impact } from '@oncall/simulator';
import { describe, expect, it } from 'vitest';
import type { PeopleImpact } from '../../src/deployment/people-impact.ts';
import { planMarkdown } from '../../src/reporters/plan-markdown.ts';

const now = Date.UTC(2026, 0, 13, 12) / 1000;

const none: PeopleImpact = {
  ...{ rotations: [], schedules: [], changed: 0, days: 30, hasRotations: false },
  ...{ start: now, end: now },
};

function change(name: string, reason = ''): Change {
  const subject = { kind: 'contact', name } as const;
  const id = `contact/${name}`;
  return {
    ...{ id, of: id, kind: 'contact', action: 'create', subject, owner: subject },
    reasons: reason === '' ? [] : [{ kind: 'note', text: reason }],
    ...{ calls: [], holds: [] },
  };
}

function told(changes: readonly Change[], people = none, place = 'AWS'): string {
  const target = { region: 'us-east-2', place };
  return planMarkdown({ project: 'team', account: '111122223333', target, changes }, people);
}

/** Of rotations that change their members. */
function handedOver(count: number, days: number): PeopleImpact {
  const rules = (members: string) => {
    const rotations = Array.from({ length: count }, (_, index) => {
      return `rotation r${index} < zone "Europe/Paris" start 2026-01-05T09:00 members ${members} daily 09:00 >`;
    });
    const externs = ['a', 'b'].map((name) => {
      return `extern contact ${name} "arn:aws:ssm-contacts:us-east-2:111122223333:contact/${name}"`;
    });
    return analyze([createSourceFile('main.oncall', [...rotations, ...externs].join('\n'))]).model;
  };
  return { ...impact(rules('@a'), rules('@b'), now, days), days, hasRotations: true };
}

describe('planMarkdown', () => {
  it('is one line where there is nothing to do', () => {
    expect(told([])).toBe(
      '**oncall plan**, project `team`, account `111122223333`, `us-east-2`: nothing to do.\n',
    );
  });

  it('is one line, and what would change folded', () => {
    expect(told([change('alice'), change('bob', 'because')])).toBe(
      [
        '**oncall plan**, project `team`, account `111122223333`, `us-east-2`: 2 to create.',
        '',
        '<details>',
        '<summary>What would change, and why</summary>',
        '',
        '```text',
        'contact alice',
        '    + create  contact',
        '',
        'contact bob',
        '    + create  contact  because',
        '',
        '```',
        '',
        '</details>',
        '',
      ].join('\n'),
    );
  });

  it('names the service where it is not AWS', () => {
    expect(told([], none, 'http://127.0.0.1:4580')).toContain('`http://127.0.0.1:4580`');
  });

  it('says in its line whose shifts change, and folds which', () => {
    const text = told([change('a')], handedOver(1, 2));
    expect(text.split('\n')[0]).toMatch(
      /: 1 to create; 3 shifts change hands in the next 2 days, \*\*who is on call at this moment among them\*\*\.$/,
    );
    expect(text.match(/<details>/g)).toHaveLength(2);
    expect(text).toContain('\n! WARNING: on call at this moment will be b instead of a');
    const same = { ...none, hasRotations: true };
    expect(told([change('a')], same).split('\n')[0]).toMatch(
      /; no shift changes hands in the next 30 days\.$/,
    );
  });

  it('lets no text out of its code', () => {
    const hostile = 'x ``` </details> @everyone ````\n```\n# out';
    const lines = told([change('alice', hostile)]).split('\n');
    const fence = lines.findIndex((line) => line.startsWith('```'));
    const [ticks = ''] = /^`+/.exec(lines[fence] ?? '') ?? [];
    const end = lines.indexOf(ticks, fence + 1);
    expect(ticks).toBe('`````');
    expect(lines.slice(fence, end).join('\n')).toContain('@everyone');
    expect(lines.slice(end + 1)).toEqual(['', '</details>', '']);
    const head = told([], none, '` </details> @everyone');
    expect(head).toContain('`` ` </details> @everyone ``');
  });

  it('holds no address', () => {
    const text = told([change('alice', 'address +12065550100 alice@example.com')]);
    expect(text).toContain('+1******0100 a****@example.com');
    const long = told([change('alice', `${'x'.repeat(960)} +12065550100`)]);
    expect(long).not.toContain('+1206');
  });

  it('stays below 65,000 characters, whole, with room for whose shifts change', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      change(`alice${index}`, '…'.repeat(9)),
    );
    const text = told(many, handedOver(400, 30));
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text.length).toBeGreaterThan(60_000);
    expect(text.split('\n')[0]).toContain(': 5000 to create; ');
    expect(text.match(/^```text$/gm)).toHaveLength(2);
    expect(text.match(/^```$/gm)).toHaveLength(2);
    expect(text.match(/^\d+ lines more; `oncall plan` shows all\.$/gm)).toHaveLength(2);
    expect(text).toMatch(/<\/details>\n$/);
    expect(told([change('a', `${'😀'.repeat(3_000)}`)])).not.toContain('\ud83d…');
  });
});
