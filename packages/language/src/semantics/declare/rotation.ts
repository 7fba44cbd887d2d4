/** Checks within a rotation: what it needs, its numbers, its times. */
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import { checkCoverage } from './coverage.ts';
import { checkLabel, checkTag, onceBy } from './headings.ts';
import { at, checkComplete, checkOnce, type Local } from './local.ts';
import { checkOverrides } from './overrides.ts';
import { checkPeople } from './people.ts';
import { checkDateTime, checkZone } from './times.ts';

export function checkRotation(local: Local, rotation: ast.RotationDeclaration): void {
  const { items } = rotation;
  checkLabel(local, 'rotation', rotation.label);
  checkOnce(local, 'a rotation', items, onceBy);
  const has = (...kinds: ast.RotationEntry['kind'][]): boolean =>
    items.some(({ kind }) => kinds.includes(kind));
  if (rotation.name !== undefined) {
    checkComplete(local, `Rotation ${rotation.name.text}`, rotation.name, [
      !has('zone') && 'zone',
      !has('start') && 'start',
      !has('members') && 'members',
      !has('daily', 'weekly', 'monthly') && 'a hand-off (daily, weekly or monthly)',
    ]);
  }
  const zone = checkZone(local, items.find((item) => item.kind === 'zone')?.zone);
  const members = items.find((item) => item.kind === 'members')?.refs ?? [];
  for (const item of items) checkItem(local, item, zone, members.length);
  checkCoverage(local, items);
  checkOverrides(
    local,
    items.filter((item) => item.kind === 'override'),
    zone,
  );
}

function checkItem(
  local: Local,
  item: ast.RotationEntry,
  zone: string | undefined,
  members: number,
): void {
  switch (item.kind) {
    case 'start':
      checkDateTime(local, zone, item.at);
      break;
    case 'members':
      checkPeople(local, item.refs);
      break;
    case 'every':
      checkRange(local, 'every', item.value, 1, 100);
      break;
    case 'on-call':
      checkRange(local, 'on-call', item.value, 1);
      if (
        item.value?.value !== undefined &&
        item.value.value > members &&
        members > 0 &&
        !local.damaged
      ) {
        const parameters = { onCall: item.value.value, members };
        local.findings.push(finding('too-many-on-call', at(local, item.value), parameters));
      }
      break;
    case 'monthly':
      for (const { day } of item.times) checkRange(local, 'The day of a month', day, 1, 31);
      break;
    case 'tag':
      checkTag(local, item);
      break;
  }
}

function checkRange(
  local: Local,
  item: string,
  literal: ast.IntegerLiteral | undefined,
  least: number,
  most = Number.POSITIVE_INFINITY,
): void {
  if (literal?.value === undefined) return;
  if (literal.value >= least && literal.value <= most) return;
  const range = most === Number.POSITIVE_INFINITY ? `${least} or more` : `${least} to ${most}`;
  const parameters = { item, written: literal.text, range };
  local.findings.push(finding('number-out-of-range', at(local, literal), parameters));
}
