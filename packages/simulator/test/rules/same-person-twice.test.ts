import { expect, it } from 'vitest';
import { codesIn, expectSilenceable, told } from './told.ts';

function rotation(name: string, members: string, items = 'weekly mon 09:00'): string {
  return `rotation ${name} <
  zone "Europe/London"
  start 2026-01-05T09:00
  members ${members}
  ${items}
>`;
}

const both = `schedule both <
  rotation @primary
  rotation @backup
>`;

it('nobody is on call in two rotations of a schedule at once', () => {
  const text = [both, rotation('primary', '@a @b'), rotation('backup', '@c @b @a')].join('\n');
  expect(told('same-person-twice', text)).toEqual([
    '1: both: b is on call in both primary and backup, first Mon 2026-01-12 09:00 to Mon 2026-01-19 09:00 (Europe/London)',
  ]);
  expectSilenceable('same-person-twice', text);
});

it('turns that go round behind each other do not meet', () => {
  const text = [both, rotation('primary', '@a @b'), rotation('backup', '@b @a')].join('\n');
  expect(codesIn(text)).toEqual([]);
});

it('nor do windows of one person that touch', () => {
  const day = rotation('primary', '@a @b', 'daily 09:00 cover mon..sun 09:00..17:00');
  const night = rotation('backup', '@a @b', 'daily 09:00 cover mon..sun 17:00..09:00');
  expect(codesIn([both, day, night].join('\n'))).toEqual([]);
});

it('an override may bring someone who is on call already', () => {
  const stands = 'weekly mon 09:00 override 2026-06-09T12:00..2026-06-09T18:00 < @c >';
  const text = [both, rotation('primary', '@a @b', stands), rotation('backup', '@c @d')].join('\n');
  expect(told('same-person-twice', text)).toEqual([
    '1: both: c is on call in both primary and backup, first Tue 2026-06-09 12:00 to 18:00 (Europe/London)',
  ]);
  const past = text.replaceAll('2026-06-09', '2026-01-06');
  expect(codesIn(past)).not.toContain('same-person-twice');
});

it('the first of several pairs is told, once', () => {
  const three = 'schedule three < rotation @one rotation @two rotation @six >';
  const text = [
    three,
    rotation('one', '@a @b'),
    rotation('two', '@c @a'),
    rotation('six', '@c @b @d'),
  ].join('\n');
  expect(told('same-person-twice', text)).toEqual([
    '1: three: c is on call in both two and six, first Mon 2026-01-05 09:00 to Mon 2026-01-12 09:00 (Europe/London)',
  ]);
});

const plan = `schedule first < rotation @primary >
schedule second < rotation @backup >
plan sre <
  stage 5m < notify @first essential >
  stage 5m < notify @second >
>`;

it('a later stage of a plan finds someone else', () => {
  const text = [plan, rotation('primary', '@a @b'), rotation('backup', '@a @c')].join('\n');
  expect(told('same-person-twice', text)).toEqual([
    '5: @second: a is on call in both first and second, first Mon 2026-01-05 09:00 to Mon 2026-01-12 09:00 (Europe/London)',
  ]);
  expectSilenceable('same-person-twice', text);
  const apart = [plan, rotation('primary', '@a @b'), rotation('backup', '@b @a')].join('\n');
  expect(codesIn(apart)).toEqual([]);
});

it('a stage may page several schedules at once, and a schedule again', () => {
  const rotations = [rotation('primary', '@a @b'), rotation('backup', '@a @c')];
  const oneStage = plan.replace(/ essential >\n {2}stage 5m </, '');
  expect(codesIn([oneStage, ...rotations].join('\n'))).toEqual([]);
  const again = plan.replace('@second >', '@first >').replace(/^schedule second.*\n/m, '');
  expect(codesIn([again, ...rotations].join('\n'))).toEqual([]);
});

it('a wider circle may hold the first, not be no more than it', () => {
  const rotations = [rotation('primary', '@a @b'), rotation('backup', '@c @d')].join('\n');
  const wider = plan.replace('< rotation @backup >', '< rotation @primary rotation @backup >');
  expect(codesIn(`${wider}\n${rotations}`)).toEqual([]);
  const same = plan.replace('< rotation @backup >', '< rotation @primary >');
  expect(codesIn(`${same}\n${rotations}`)).toEqual(['same-person-twice']);
  const met = rotations.replace('@c @d', '@c @a');
  expect(codesIn(`${wider}\n${met}`)).toEqual([]);
  const meets = rotations.replace('@c @d', '@a @d');
  expect(codesIn(`${wider}\n${meets}`)).toEqual(['same-person-twice', 'same-person-twice']);
});
