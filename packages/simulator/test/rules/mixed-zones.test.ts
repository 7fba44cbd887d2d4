import { expect, it } from 'vitest';
import { at } from '../projects.ts';
import { codesIn, expectSilenceable, told } from './told.ts';

function schedule(...zones: readonly string[]): string {
  const rotations = zones.map(
    (zone, index) => `rotation r${index} <
  zone "${zone}"
  start 2026-01-05T09:00
  members @${'abcdefgh'[2 * index]} @${'abcdefgh'[2 * index + 1]}
  weekly mon 09:00
>`,
  );
  const names = zones.map((_, index) => `rotation @r${index}`).join(' ');
  return [`schedule both < ${names} >`, ...rotations].join('\n');
}

it('zones of one schedule stay the same time apart', () => {
  const text = schedule('America/New_York', 'Europe/London');
  expect(told('mixed-zones', text)).toEqual([
    '1: both: America/New_York and Europe/London are 5h apart, but 4h from Sun 2026-03-08 on, so shifts drift',
  ]);
  expectSilenceable('mixed-zones', text);
});

it('the next change is told, of the pair that has it', () => {
  const text = schedule('America/New_York', 'America/Chicago', 'Europe/London');
  expect(told('mixed-zones', text, at('2026-06-01T00:00Z'))[0]).toContain(
    'America/New_York and Europe/London are 5h apart, but 4h from Sun 2026-10-25 on',
  );
  expect(told('mixed-zones', schedule('Asia/Tokyo', 'Australia/Sydney'))[0]).toContain(
    'Asia/Tokyo and Australia/Sydney are 2h apart, but 1h from Sun 2026-04-05 on',
  );
});

it.each([
  [['America/New_York', 'America/New_York']],
  [['America/New_York', 'America/Chicago', 'America/Los_Angeles']],
  [['Europe/London', 'Europe/Helsinki']],
  [['Asia/Singapore', 'Africa/Johannesburg', 'America/Phoenix']],
])('%j keep step', (zones) => {
  expect(codesIn(schedule(...zones))).toEqual([]);
});
