/** Stages of contacts, templates and plans: durations, retries, and which kind of target fits. */

import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import { formatMinutes } from '../../values/duration.ts';
import { at, checkName, type Local } from './local.ts';

/** Seconds; limits of the service. */
const longestStage = 30 * 60;
const longestRetry = 60 * 60;
/** More stages than this are no mend that a person would want. */
const mostSplits = 12;

export function checkStage(local: Local, owner: 'person' | 'plan', stage: ast.StageItem): void {
  const { duration, items } = stage;
  if (duration?.value !== undefined) {
    if (duration.value % 60 !== 0) {
      const least = items.length === 0 ? 1 : 0;
      local.findings.push(fractional(local, duration, duration.value, least, longestStage / 60));
    } else if (duration.value > longestStage) {
      local.findings.push(tooLong(local, stage, duration, duration.value));
    } else if (duration.value === 0 && items.length === 0 && !local.damaged) {
      local.findings.push(finding('empty-zero-stage', at(local, duration)));
    }
  }
  for (const item of items) checkTarget(local, owner, item);
}

function checkTarget(local: Local, owner: 'person' | 'plan', item: ast.TargetItem): void {
  const { target, retry } = item;
  if (retry?.value !== undefined) {
    if (retry.value % 60 !== 0) {
      local.findings.push(fractional(local, retry, retry.value, 0, longestRetry / 60));
    } else if (retry.value > longestRetry) {
      const minutes = retry.value / 60;
      local.findings.push(finding('retry-out-of-range', at(local, retry), { minutes }));
    }
  }
  if (target === undefined) return;
  if (target.kind === 'ref' && owner === 'person') {
    const parameters = {
      found: `@${target.text}`,
      wanted: 'one of its own channels, without @',
    };
    local.findings.push(finding('wrong-kind', at(local, target), parameters));
  } else if (target.kind === 'name' && owner === 'plan') {
    const parameters = { found: target.text, wanted: 'a contact or a schedule, with @ before it' };
    local.findings.push(finding('wrong-kind', at(local, target), parameters));
  } else {
    checkName(local, target.kind === 'ref' ? 'person' : local.piece, target);
  }
}

/** Its fixes round, where that leads to minutes that may stand there. */
function fractional(
  local: Local,
  literal: ast.DurationLiteral,
  seconds: number,
  least: number,
  most: number,
): Finding {
  const origin = at(local, literal);
  const rounded = [Math.floor(seconds / 60), Math.ceil(seconds / 60)];
  const allowed = rounded.filter((minutes) => minutes >= least && minutes <= most);
  const fixes = allowed.map((minutes) => {
    const text = formatMinutes(minutes);
    return { title: `Write ${text}`, edits: [{ origin, text }] };
  });
  return finding('fractional-minutes', origin, { written: literal.text }, { fixes });
}

/** Its fix keeps the targets in a stage of 30 minutes and waits out the rest behind it. */
function tooLong(
  local: Local,
  stage: ast.StageItem,
  duration: ast.DurationLiteral,
  seconds: number,
): Finding {
  const origin = at(local, duration);
  const waits: string[] = [];
  for (let rest = seconds - longestStage; rest > 0; rest -= longestStage) {
    if (waits.length === mostSplits) break;
    const minutes = Math.min(rest, longestStage) / 60;
    waits.push(`${newLine(local, stage)}stage ${formatMinutes(minutes)} < >`);
  }
  const behind = at(local, { start: stage.end, end: stage.end });
  const fixes = [
    {
      title: 'Split it into stages that wait',
      edits: [
        { origin, text: formatMinutes(longestStage / 60) },
        { origin: behind, text: waits.join('') },
      ],
    },
  ];
  const many = waits.length === mostSplits || local.damaged;
  return finding('stage-too-long', origin, { minutes: seconds / 60 }, many ? {} : { fixes });
}

/** A line end and the indentation of an item that begins its line; else a space. */
function newLine({ piece }: Local, { start }: { readonly start: number }): string {
  const before = /(?:^|[\r\n])([ \t]*)$/.exec(piece.text.slice(Math.max(0, start - 200), start));
  return before === null ? ' ' : `\n${before[1]}`;
}
