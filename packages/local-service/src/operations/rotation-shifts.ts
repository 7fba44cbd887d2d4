/**
 * Operations that tell who is on call when. The service documents its rules in words only, so all
 * answers are estimates; so is that a shift which begins before the time asked for is told whole,
 * and that without a StartTime all shifts are told from the rotation's beginning.
 */
import { type RotationRules, type Shift, shifts } from '@oncall/simulator';
import type { Context } from '../context.ts';
import type { Input, Output, Value } from '../model/shapes.ts';
import { readPage } from '../paging.ts';
import { findRotation, settingsOf } from '../resources.ts';
import { overrideEndProblems } from '../rules/override-rules.ts';
import { recurrenceProblems, timeZoneProblems } from '../rules/recurrence-rules.ts';
import { type RotationSettings, rotationRules } from '../rules/rotation-rules.ts';
import { type Field, refuse } from '../service-error.ts';

export function listRotationShifts(
  context: Context,
  input: Input<'ListRotationShifts'>,
): Output<'ListRotationShifts'> {
  const rotation = findRotation(context, input.RotationId);
  refuse(rangeProblems(input));
  return pageOf('ListRotationShifts', settingsOf(context, rotation), input);
}

/** Of a rotation that need not exist; its members may bear any names. */
export function listPreviewRotationShifts(
  context: Context,
  input: Input<'ListPreviewRotationShifts'>,
): Output<'ListPreviewRotationShifts'> {
  const overrides = input.Overrides ?? [];
  refuse([
    ...rangeProblems(input),
    ...timeZoneProblems(input.TimeZoneId),
    ...recurrenceProblems(input.Recurrence),
    ...overrides.flatMap((override, index) => overrideProblems(override, `Overrides[${index}]`)),
  ]);
  const settings: RotationSettings = {
    // As where a rotation is made without a start.
    start: input.RotationStartTime ?? context.now() / 1000,
    zone: input.TimeZoneId,
    recurrence: input.Recurrence,
    members: input.Members,
    overrides: overrides.map(({ StartTime = 0, EndTime = 0, NewMembers = [] }) => ({
      start: StartTime,
      end: EndTime,
      members: NewMembers,
    })),
  };
  return pageOf('ListPreviewRotationShifts', settings, input);
}

interface Range {
  readonly StartTime?: number;
  readonly EndTime: number;
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

function rangeProblems({ StartTime, EndTime }: Range): readonly Field[] {
  const isReversed = StartTime !== undefined && EndTime < StartTime;
  return isReversed ? [{ Name: 'EndTime', Message: 'must not lie before StartTime' }] : [];
}

/** The model requires no member. That an override without time is none is an estimate. */
function overrideProblems(
  { StartTime, EndTime }: Value<'PreviewOverride'>,
  path: string,
): readonly Field[] {
  const fields: Field[] = [];
  if (StartTime === undefined) fields.push({ Name: `${path}.StartTime`, Message: 'is required' });
  if (EndTime === undefined) fields.push({ Name: `${path}.EndTime`, Message: 'is required' });
  else if (StartTime !== undefined && EndTime <= StartTime) {
    fields.push({ Name: `${path}.EndTime`, Message: 'must lie after StartTime' });
  } else fields.push(...overrideEndProblems(EndTime, `${path}.EndTime`));
  return fields;
}

function pageOf(
  operation: 'ListRotationShifts' | 'ListPreviewRotationShifts',
  settings: RotationSettings,
  input: Range,
): Output<'ListRotationShifts'> {
  const rules = rotationRules(settings);
  // Overrides may lie before the rotation's start.
  const beginnings = [settings.start, ...settings.overrides.map(({ start }) => start)];
  const from = Math.max(input.StartTime ?? -Infinity, Math.floor(Math.min(...beginnings)));
  const { rows, token } = readPage(
    operation,
    input,
    Number.MIN_SAFE_INTEGER,
    (after, limit) =>
      firstShifts(rules, Math.max(from, Number(after)), input.EndTime, limit, Number(after)),
    ({ start }) => start,
  );
  return {
    RotationShifts: rows.map(({ contacts, start, end, type, replaced }) => ({
      ContactIds: contacts,
      StartTime: start,
      EndTime: end,
      ...(type === 'regular'
        ? { Type: 'REGULAR' }
        : { Type: 'OVERRIDDEN', ShiftDetails: { OverriddenContactIds: replaced } }),
    })),
    ...token,
  };
}

/** Those that begin after an instant, so many at most; the end asked for may be far away. */
function firstShifts(
  rules: RotationRules,
  from: number,
  to: number,
  limit: number,
  after: number,
): readonly Shift[] {
  const found: Shift[] = [];
  let at = from;
  for (let length = DAY_IN_SECONDS; at < to && found.length < limit; length *= 2) {
    const end = Math.min(at + length, to);
    // One that goes on over the edge is met twice.
    const last = found.at(-1)?.start ?? after;
    for (const shift of shifts(rules, at, end)) if (shift.start > last) found.push(shift);
    at = end;
  }
  return found.slice(0, limit);
}

const DAY_IN_SECONDS = 24 * 60 * 60;
