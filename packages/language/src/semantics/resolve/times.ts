/** Rotations and tests, as the model has them. */
import type * as ast from '../../syntax/ast.ts';
import { mapDefined } from '../../text/exact.ts';
import { isTimeZone } from '../../values/zone.ts';
import { windowsOf } from '../declare/coverage.ts';
import { epochOf } from '../declare/times.ts';
import type * as model from '../model.ts';
import { originOf, tagsOf } from './people.ts';
import { referable } from './referable.ts';
import { type Resolving, resolvePerson } from './references.ts';

/** `undefined` where the rotation lacks what it needs, which is an error elsewhere. */
export function rotationOf(
  to: Resolving,
  rotation: ast.RotationDeclaration,
): model.Rotation | undefined {
  const { piece } = to;
  const { name, label, items } = rotation;
  const zone = items.find((item) => item.kind === 'zone')?.zone;
  const start = items.find((item) => item.kind === 'start')?.at;
  const membersItems = items.filter((item) => item.kind === 'members');
  const members = membersItems.flatMap(({ refs }) => peopleOf(to, refs, 'members'));
  const handOffs = handOffsOf(to, items);
  const zoneName = zone !== undefined && isTimeZone(zone.value) ? zone.value : undefined;
  const overrides = items.flatMap((item) =>
    item.kind === 'override' ? (overrideOf(to, item, zoneName) ?? []) : [],
  );
  const startsAt = epochOf(start, zoneName);
  if (name === undefined || zone === undefined || zoneName === undefined) return undefined;
  if (start === undefined || startsAt === undefined || handOffs === undefined) return undefined;
  return {
    kind: 'rotation',
    name: name.text,
    origin: originOf(piece, name),
    label: label?.value ?? name.text,
    zone: { value: zoneName, origin: originOf(piece, zone) },
    start: { value: startsAt, origin: originOf(piece, start) },
    members,
    onCall: numberOf(items, 'on-call'),
    handOffs,
    every: numberOf(items, 'every'),
    coverage: windowsOf(items).map(({ day, start, end, span }) => ({
      day,
      start,
      end,
      origin: originOf(piece, span),
    })),
    overrides,
    tags: tagsOf(piece, items),
  };
}

function peopleOf(
  to: Resolving,
  refs: readonly ast.Ref[],
  by: 'members' | 'override',
): model.Person[] {
  return mapDefined(refs, (ref) => resolvePerson(to, ref, referable[by]));
}

function numberOf(items: readonly ast.RotationEntry[], kind: ast.NumberItem['kind']): number {
  for (const item of items) {
    if (item.kind === kind && item.value?.value !== undefined) return item.value.value;
  }
  return 1;
}

function handOffsOf(
  { piece }: Resolving,
  items: readonly ast.RotationEntry[],
): model.HandOffs | undefined {
  for (const item of items) {
    const origin = originOf(piece, item);
    switch (item.kind) {
      case 'daily':
        return {
          kind: 'daily',
          times: item.times.flatMap(({ value }) => value ?? []),
          origin,
        };
      case 'weekly':
        return {
          kind: 'weekly',
          times: item.times.flatMap(({ day, time }) =>
            time.value === undefined ? [] : [{ day: day.day, time: time.value }],
          ),
          origin,
        };
      case 'monthly':
        return {
          kind: 'monthly',
          times: item.times.flatMap(({ day, time }) =>
            time.value === undefined || day.value === undefined
              ? []
              : [{ day: day.value, time: time.value }],
          ),
          origin,
        };
    }
  }
  return undefined;
}

function overrideOf(
  to: Resolving,
  item: ast.OverrideItem,
  zone: string | undefined,
): model.Override | undefined {
  const members = peopleOf(to, item.items, item.kind);
  const start = epochOf(item.from, zone);
  const end = epochOf(item.to, zone);
  if (item.from === undefined || item.to === undefined) return undefined;
  if (start === undefined || end === undefined) return undefined;
  return {
    start: { value: start, origin: originOf(to.piece, item.from) },
    end: { value: end, origin: originOf(to.piece, item.to) },
    written: item.from.text,
    members,
    origin: originOf(to.piece, item),
  };
}

export function testOf(to: Resolving, test: ast.TestDeclaration): model.Test | undefined {
  const { piece } = to;
  const page = pageOf(to, test.items);
  const acknowledgements: model.Test['acknowledgements'][number][] = [];
  const expectations: model.Expectation[] = [];
  for (const item of test.items) {
    if (item.kind === 'page' || item.ref === undefined) continue;
    if (item.kind === 'ack') {
      const contact = resolvePerson(to, item.ref, referable.ack);
      if (contact === undefined || item.after?.value === undefined) continue;
      const after = { value: item.after.value, origin: originOf(piece, item.after) };
      acknowledgements.push({ contact, after });
      continue;
    }
    const target = resolvePerson(to, item.ref, referable.expect, !item.never);
    if (target === undefined) continue;
    if (item.never) expectations.push({ kind: 'never', target });
    else if (item.within?.value !== undefined) {
      const within = { value: item.within.value, origin: originOf(piece, item.within) };
      expectations.push({ kind: 'within', target, within });
    }
  }
  if (test.title === undefined || page === undefined) return undefined;
  const origin = originOf(piece, test.title);
  return { title: test.title.value, origin, page, acknowledgements, expectations };
}

function pageOf(to: Resolving, items: readonly ast.TestEntry[]): model.Test['page'] | undefined {
  let found: model.Test['page'] | undefined;
  for (const item of items) {
    if (item.kind !== 'page' || item.ref === undefined) continue;
    const target = resolvePerson(to, item.ref, referable.page);
    const { at, zone } = item;
    if (target === undefined || at === undefined || zone === undefined) continue;
    const instant = isTimeZone(zone.value) ? epochOf(at, zone.value) : undefined;
    if (instant === undefined) continue;
    found ??= {
      target,
      at: { value: instant, origin: originOf(to.piece, at) },
      zone: { value: zone.value, origin: originOf(to.piece, zone) },
    };
  }
  return found;
}
