import { describe, expect, it } from 'vitest';
import { onCall } from '../src/on-call.ts';
import { at, rotationOf } from './projects.ts';

function duty(items: string, instant: string) {
  const rules = { rotations: new Map([['r', rotationOf(items)]]) };
  const [found] = onCall(rules, { rotations: [{ name: 'r' }, { name: 'r' }] }, at(instant));
  const { contacts, until, next } = found ?? expect.fail();
  const text = (instant: number | undefined) =>
    instant === undefined ? undefined : new Date(instant * 1_000).toISOString().slice(0, 16);
  return { contacts, until: text(until), next: next && [text(next.start), ...next.contacts] };
}

const office = `
  zone "UTC" start 2026-01-05T09:00 members @a @b weekly mon 09:00
  cover mon..fri 09:00..17:00`;

describe('who is on call', () => {
  it.each([
    ['in a shift', '2026-01-06T12:00Z', ['a'], '2026-01-06T17:00', ['2026-01-07T09:00', 'a']],
    [
      'at its first second',
      '2026-01-06T09:00Z',
      ['a'],
      '2026-01-06T17:00',
      ['2026-01-07T09:00', 'a'],
    ],
    ['at its end', '2026-01-06T17:00Z', [], '2026-01-07T09:00', ['2026-01-07T09:00', 'a']],
    ['before a weekend', '2026-01-09T16:59Z', ['a'], '2026-01-09T17:00', ['2026-01-12T09:00', 'b']],
    [
      'a year before the start',
      '2025-01-01T00:00Z',
      [],
      '2026-01-05T09:00',
      ['2026-01-05T09:00', 'a'],
    ],
  ] as const)('%s', (_, instant, contacts, until, next) => {
    expect(duty(office, instant)).toEqual({ contacts, until, next });
  });

  it('is nobody where an override says so, and next is someone', () => {
    const items = `${office} override 2026-01-06T10:00..2026-01-08T10:00 < >`;
    expect(duty(items, '2026-01-06T12:00Z')).toEqual({
      contacts: [],
      until: '2026-01-08T10:00',
      next: ['2026-01-08T10:00', 'a'],
    });
  });

  it('is next whoever an override brings before the start', () => {
    const items = `${office} override 2026-01-04T10:00..2026-01-04T12:00 < @x >`;
    expect(duty(items, '2025-06-01T12:00Z').next).toEqual(['2026-01-04T10:00', 'x']);
  });

  it('is told once for a rotation named twice', () => {
    const rules = { rotations: new Map([['r', rotationOf(office)]]) };
    const schedule = { rotations: [{ name: 'r' }, { name: 'r' }, { name: 'gone' }] };
    expect(onCall(rules, schedule, at('2026-01-06T12:00Z'))).toHaveLength(1);
  });
});
