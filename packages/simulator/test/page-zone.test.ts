import { analyze, createSourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { pageZone } from '../src/index.ts';

const { model } = analyze([
  createSourceFile(
    'main.oncall',
    `contact a < channel p voice "+12065550100" stage 5m < notify p > >
rotation paris < zone "Europe/Paris" start 2026-01-05T09:00 members @a daily 09:00 >
rotation rome < zone "Europe/Rome" start 2026-01-05T09:00 members @a daily 09:00 >
schedule one < rotation @paris >
schedule two < rotation @paris rotation @rome >
plan p < stage 5m < notify @one essential notify @a > >
plan q < stage 5m < notify @one essential > stage 5m < notify @two > >
`,
  ),
]);

describe('pageZone', () => {
  it.each([
    ['plan', 'p', 'Europe/Paris'],
    ['plan', 'q', undefined],
    ['schedule', 'one', 'Europe/Paris'],
    ['schedule', 'two', undefined],
    ['contact', 'a', undefined],
    ['plan', 'nobody', undefined],
  ] as const)('of %s %s is %s', (kind, name, expected) => {
    expect(pageZone({ kind, name }, model)).toBe(expected);
  });
});
