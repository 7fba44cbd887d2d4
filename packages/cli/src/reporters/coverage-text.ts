import type { Interval, Overlap } from '@oncall/simulator';
import { counted } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';
import { clockText, lengthText } from '../time/clock-text.ts';
import type { PersonLoad, ScheduleCoverage } from '../time/schedule-coverage.ts';

/** Coverage for people: gaps first, then overlaps and what it costs whom. */
export function coverageText(found: readonly ScheduleCoverage[], paint: Paint): string {
  return `${found.map((it) => blockOf(it, paint).join('\n')).join('\n\n')}\n`;
}

function blockOf(it: ScheduleCoverage, paint: Paint): readonly string[] {
  const { schedule, zone, from, to, isWholeCycle, isCut, gaps, overlaps, people } = it;
  const cut = isCut ? ', the first 28 years of a longer cycle' : '';
  const cycle = isWholeCycle ? ', the whole cycle' : cut;
  return [
    `${paint.strong(schedule)}, ${clockText(zone, from)} to ${clockText(zone, to)} ${zone}${cycle}`,
    gaps.length === 0
      ? paint.good('  covered throughout')
      : paint.error(`  ${percent(it.covered)} covered, ${summed(gaps, 'gap')}:`),
    ...gaps.slice(0, mostGaps).map((gap) => `    ${stretch(gap, zone)}`),
    ...(gaps.length > mostGaps
      ? [paint.quiet(`    and ${gaps.length - mostGaps} more, which --format json lists`)]
      : []),
    ...(overlaps.length === 0 ? [] : [`  ${summed(overlaps, 'overlap')}${twice(overlaps)}`]),
    ...(people.length === 0 ? [] : ['', ...loadTable(people, paint), balance(people)]),
  ];
}

const mostGaps = 10;

function stretch({ start, end }: Interval, zone: string): string {
  return `${clockText(zone, start)} to ${clockText(zone, end)}  ${lengthText(end - start)}`;
}

function summed(intervals: readonly Interval[], noun: string): string {
  const seconds = intervals.reduce((sum, { start, end }) => sum + end - start, 0);
  return `${counted(intervals.length, noun)}, ${lengthText(seconds)} in all`;
}

function twice(overlaps: readonly Overlap[]): string {
  const names = [...new Set(overlaps.flatMap((it) => it.twice))];
  return names.length === 0 ? '' : `; twice at once on call: ${names.join(', ')}`;
}

function loadTable(people: readonly PersonLoad[], paint: Paint): readonly string[] {
  const head = ['', 'hours', 'share', 'shifts', 'nights', 'weekends', 'longest', 'shortest rest'];
  const rows = people.map((it) => [
    it.contact,
    (it.seconds / 3_600).toFixed(1),
    `${(it.share * 100).toFixed(1)} %`,
    String(it.shifts),
    String(it.nights),
    String(it.weekends),
    lengthText(it.longestShift),
    it.shortestRest === undefined ? '-' : lengthText(it.shortestRest),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] as string).length)),
  );
  const line = (row: readonly string[]) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] as number;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${cells.join('  ')}`;
  };
  return [paint.quiet(line(head)), ...rows.map(line)];
}

function balance(people: readonly PersonLoad[]): string {
  const hours = people.map(({ seconds }) => seconds / 3_600).sort((a, b) => a - b);
  const [least = 0] = hours;
  const most = hours.at(-1) ?? 0;
  return `  balance: ${least.toFixed(1)} to ${most.toFixed(1)} hours a person`;
}

/** Rounded down, so that what is not whole never shows as 100 %. */
function percent(part: number): string {
  return `${(Math.floor(part * 10_000) / 100).toFixed(2)} %`;
}
