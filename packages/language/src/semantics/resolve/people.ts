/** Contacts, plans and schedules, as the model has them. */
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import { exact, mapDefined } from '../../text/exact.ts';
import type { Origin } from '../../text/piece.ts';
import { anyWithin } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { isName } from '../../values/alias.ts';
import { isPartialChannel, meantNames } from '../declare/contact.ts';
import { aliasOf } from '../declare/declare.ts';
import { keyOf } from '../declare/headings.ts';
import type * as model from '../model.ts';
import type { Named } from './names.ts';
import { referable } from './referable.ts';
import {
  namedWithoutAt,
  type Resolving,
  resolvePerson,
  resolveRotation,
  resolveTemplate,
} from './references.ts';

export function contactOf(
  to: Resolving,
  contact: ast.ContactDeclaration,
): model.Contact | undefined {
  const { name } = contact;
  const channels = mapDefined(contact.items, (item) =>
    item.kind === 'channel' ? channelOf(to.piece, item) : undefined,
  );
  const uses = contact.items.some(({ kind }) => kind === 'use');
  const has = uses ? channelNames(contact) : undefined;
  const stages: model.ContactStage[] = [];
  for (const item of contact.items) {
    if (item.kind === 'stage') addStage(stages, to.piece, item, undefined);
    else if (item.kind === 'use' && item.name !== undefined) {
      const found = resolveTemplate(to, item.name);
      if (found === undefined) continue;
      const via = originOf(to.piece, item.name);
      if (has !== undefined) checkTemplateChannels(to, contact, has, found, via);
      for (const stage of found.declaration.items) {
        addStage(stages, found.piece, stage, via);
      }
    }
  }
  if (name === undefined) return undefined;
  return {
    kind: 'contact',
    name: name.text,
    origin: originOf(to.piece, name),
    alias: aliasOf(contact) as string,
    displayName: sourced(to.piece, contact.label),
    channels,
    stages: exact(stages),
    tags: tagsOf(to.piece, contact.items),
  };
}

export function templateOf(
  { piece }: Resolving,
  { name, items }: ast.TemplateDeclaration,
): model.Template | undefined {
  if (name === undefined) return undefined;
  const stages: model.ContactStage[] = [];
  for (const stage of items) addStage(stages, piece, stage, undefined);
  return {
    kind: 'template',
    name: name.text,
    origin: originOf(piece, name),
    stages: exact(stages),
  };
}

/** `undefined` where a channel can't be read whole: its name may be any. */
function channelNames({ items }: ast.ContactDeclaration): ReadonlySet<string> | undefined {
  if (items.some(isPartialChannel)) return undefined;
  return meantNames(
    items.flatMap((item) => (item.kind === 'channel' ? (item.name?.text ?? []) : [])),
  );
}

/** A channel that a template notifies and this contact lacks is told where the template is used. */
function checkTemplateChannels(
  to: Resolving,
  contact: ast.ContactDeclaration,
  has: ReadonlySet<string>,
  { piece, declaration }: Named<ast.TemplateDeclaration>,
  via: Origin,
): void {
  const told = new Set<string>();
  for (const { items } of declaration.items) {
    for (const { target } of items) {
      if (target?.kind !== 'name' || has.has(target.text) || told.has(target.text)) continue;
      if (!isName(target.text)) continue;
      told.add(target.text);
      if (anyWithin(piece.misread, target.start, target.end)) continue;
      if (to.piece.skippedNames.has(target.text)) continue;
      const related = [{ origin: originOf(piece, target), message: 'It is notified here.' }];
      const parameters = {
        name: target.text,
        contact: contact.name?.text ?? 'here',
        nearest: undefined,
      };
      to.findings.push(finding('dangling-channel', via, parameters, { related }));
    }
  }
}

function channelOf(piece: ParsedPiece, item: ast.ChannelItem): model.Channel | undefined {
  const { name, label, type, address, deferred } = item;
  if (name === undefined || type === undefined || address === undefined) return undefined;
  return {
    name: name.text,
    origin: originOf(piece, name),
    label: label?.value ?? name.text,
    type,
    address: valueIn(piece, address),
    deferred,
  };
}

function addStage(
  stages: model.ContactStage[],
  piece: ParsedPiece,
  stage: ast.StageItem,
  via: Origin | undefined,
): void {
  const { duration } = stage;
  if (duration?.value === undefined) return;
  const targets = mapDefined(stage.items, ({ target, retry }) =>
    target?.kind === 'name'
      ? { channel: target.text, origin: originOf(piece, target), retry: retryOf(piece, retry) }
      : undefined,
  );
  stages.push({ minutes: duration.value / 60, origin: originOf(piece, duration), targets, via });
}

function retryOf(
  piece: ParsedPiece,
  retry: ast.DurationLiteral | undefined,
): model.Sourced<number> | undefined {
  if (retry?.value === undefined) return undefined;
  return { value: retry.value / 60, origin: originOf(piece, retry) };
}

export function planOf(to: Resolving, plan: ast.PlanDeclaration): model.Plan | undefined {
  const stages: model.PlanStage[] = [];
  for (const item of plan.items) {
    if (item.kind !== 'stage') continue;
    const targets = mapDefined(item.items, ({ target, essential }) => {
      if (target?.kind === 'name') namedWithoutAt(to, target.text);
      if (target?.kind !== 'ref') return undefined;
      const found = resolvePerson(to, target, referable.notify);
      return found && { to: found, essential };
    });
    if (item.duration?.value === undefined) continue;
    const origin = originOf(to.piece, item.duration);
    stages.push({ minutes: item.duration.value / 60, origin, targets });
  }
  if (plan.name === undefined) return undefined;
  return {
    kind: 'plan',
    name: plan.name.text,
    origin: originOf(to.piece, plan.name),
    alias: aliasOf(plan) as string,
    displayName: sourced(to.piece, plan.label),
    stages: exact(stages),
    tags: tagsOf(to.piece, plan.items),
  };
}

export function scheduleOf(
  to: Resolving,
  schedule: ast.ScheduleDeclaration,
): model.Schedule | undefined {
  const rotations = mapDefined(schedule.items, (item) =>
    item.kind === 'rotation-reference' && item.ref !== undefined
      ? resolveRotation(to, item.ref)
      : undefined,
  );
  if (schedule.name === undefined) return undefined;
  return {
    kind: 'schedule',
    name: schedule.name.text,
    origin: originOf(to.piece, schedule.name),
    alias: aliasOf(schedule) as string,
    displayName: sourced(to.piece, schedule.label),
    rotations,
    tags: tagsOf(to.piece, schedule.items),
  };
}

export function originOf(piece: ParsedPiece, { start, end }: Span): Origin {
  return { piece, start, end };
}

export function valueIn(piece: ParsedPiece, value: ast.ValueLiteral): model.Value {
  const origin = originOf(piece, value);
  return value.kind === 'string'
    ? { kind: 'text', text: value.value, origin }
    : { kind: 'variable', name: value.name, origin };
}

export function tagsOf(piece: ParsedPiece, items: readonly ast.Item[]): model.Tag[] {
  return mapDefined(items, (item) =>
    item.kind === 'tag' && item.key !== undefined && item.value !== undefined
      ? { key: keyOf(item.key), value: item.value.value, origin: originOf(piece, item) }
      : undefined,
  );
}

function sourced(
  piece: ParsedPiece,
  literal: ast.StringLiteral | undefined,
): model.Sourced<string> | undefined {
  return literal && { value: literal.value, origin: originOf(piece, literal) };
}
