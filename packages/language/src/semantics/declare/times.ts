/** Zones, and local times that their clocks skip or show twice. */
import { finding } from '../../diagnostics/finding.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type * as ast from '../../syntax/ast.ts';
import { epochOfLocal } from '../../values/date-time.ts';
import { quote } from '../../values/string-literal.ts';
import { instantOf, isTimeZone, localAt } from '../../values/zone.ts';
import { zoneNames } from '../../values/zone-names.ts';
import { at, type Local } from './local.ts';

/** The zone's name, if it is one. */
export function checkZone(
  local: Local,
  literal: ast.StringLiteral | undefined,
): string | undefined {
  if (literal === undefined) return undefined;
  const name = literal.value;
  if (isTimeZone(name)) return name;
  // Etc/GMT-5 lies ten hours from Etc/GMT+5, which the service refuses.
  const found = name.includes('+') ? undefined : nearest(name, zoneNames());
  const origin = at(local, literal);
  // Letters of the wrong case leave nothing to guess.
  const isGuess = found?.toLowerCase() === name.toLowerCase() ? undefined : (true as const);
  const fixes =
    found === undefined
      ? []
      : [{ title: `Write ${found}`, isGuess, edits: [{ origin, text: quote(found) }] }];
  const shown = quote(name).slice(1, -1);
  local.findings.push(
    finding('unknown-time-zone', origin, { name: shown, nearest: found }, { fixes }),
  );
  return undefined;
}

/** Epoch seconds of a datetime in a zone, or of one with an offset of its own. */
export function epochOf(
  literal: ast.DateTimeLiteral | undefined,
  zone: string | undefined,
): number | undefined {
  const value = literal?.value;
  if (value === undefined) return undefined;
  if (value.offset !== undefined) return epochOfLocal(value.local) - value.offset;
  return zone === undefined ? undefined : instantOf(zone, value.local).epochSeconds;
}

/** Warns of a time that clocks in the zone skip or show twice. */
export function checkDateTime(
  local: Local,
  zone: string | undefined,
  literal: ast.DateTimeLiteral | undefined,
): void {
  if (zone === undefined || literal?.value === undefined) return;
  const { local: clock, offset } = literal.value;
  if (offset !== undefined) return;
  const instant = instantOf(zone, clock);
  if (instant.kind === 'exact') return;
  const code = instant.kind === 'skipped' ? 'time-does-not-exist' : 'time-is-ambiguous';
  const taken = localAt(zone, instant.epochSeconds);
  const two = (number: number): string => String(number).padStart(2, '0');
  const sign = instant.offset < 0 ? '-' : '+';
  const distance = Math.floor(Math.abs(instant.offset) / 60);
  local.findings.push(
    finding(code, at(local, literal), {
      written: literal.text,
      zone,
      taken:
        `${String(taken.year).padStart(4, '0')}-${two(taken.month)}-${two(taken.day)}T${two(taken.hour)}:${two(taken.minute)}` +
        `${sign}${two(Math.floor(distance / 60))}:${two(distance % 60)}`,
    }),
  );
}
