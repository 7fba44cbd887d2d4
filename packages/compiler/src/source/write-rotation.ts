import { instantOf, isTimeZone, localAt, quote } from '@oncall/language';
import { coverageRows, handOffWords, instant } from '../difference/words.ts';
import type { LiveOverride, LiveRotation } from '../live-state.ts';
import { block, type Line } from './line.ts';
import { overridesToCome } from './selection.ts';
import { writeTags } from './write-tags.ts';
import type { Writing } from './writing.ts';

/** A rotation, with its overrides to come. */
export function writeRotation(live: LiveRotation, writing: Writing): readonly Line[] {
  const { arn: owner, name, recurrence, timeZoneId: zone } = live;
  const NAME = writing.names.of.get(owner);
  const { NumberOfOnCalls: onCall, RecurrenceMultiplier: every } = recurrence;
  const handOffs = handOffWords(recurrence);
  const people = peopleIn(live.contactIds, writing);
  const item = (text: string): Line => ({ owner, text });
  return block(owner, `rotation ${NAME}${NAME === name ? '' : ` ${quote(name)}`}`, [
    item(`zone ${quote(zone)}`),
    item(`start ${dateTime(zone, live.startTime)}`),
    ...(people.length === 0 ? [] : [item(`members ${people.join(' ')}`)]),
    ...(onCall === 1 ? [] : [item(`on-call ${onCall}`)]),
    ...(handOffs === '' ? [] : [item(handOffs)]),
    ...(every === 1 ? [] : [item(`every ${every}`)]),
    ...coverageRows(recurrence).map((row) => item(`cover ${row}`)),
    ...overridesToCome(live).map((each) => writeOverride(live, each, writing)),
    ...writeTags(owner, live.tags, writing.commonTags),
  ]);
}

/** What an override is known by here, as it has no ARN. */
export function overrideKey(rotation: LiveRotation, { id }: LiveOverride): string {
  return `${rotation.arn} ${id}`;
}

function writeOverride(rotation: LiveRotation, live: LiveOverride, writing: Writing): Line {
  const { timeZoneId: zone } = rotation;
  const range = `${dateTime(zone, live.startTime)}..${dateTime(zone, live.endTime)}`;
  const people = peopleIn(live.contactIds, writing);
  const who = people.length === 0 ? '< >' : `< ${people.join(' ')} >`;
  return { owner: overrideKey(rotation, live), text: `override ${range} ${who}` };
}

function peopleIn(arns: readonly string[], writing: Writing): readonly string[] {
  return arns.flatMap((arn) => writing.refer(arn) ?? []);
}

/**
 * An instant by the clocks of a zone; in UTC where these show the time twice and could mean
 * another, or are not known here.
 */
function dateTime(zone: string, epochSeconds: number): string {
  const seconds = Math.floor(epochSeconds);
  if (!isTimeZone(zone)) return instant(seconds);
  const local = localAt(zone, seconds);
  const meant = instantOf(zone, local);
  if (meant.kind !== 'exact' || meant.epochSeconds !== seconds) return instant(seconds);
  const { year, month, day, hour, minute, second } = local;
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
}
