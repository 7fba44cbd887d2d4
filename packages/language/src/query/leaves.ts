/** All that a tree holds besides words of the language: names, references, literals, in order. */
import type * as ast from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

export interface Leaf extends Span {
  readonly value: LeafValue;
  /** The declaration or item that it is a part of. */
  readonly node: ast.Declaration | ast.Item;
  readonly declaration: ast.Declaration;
}

export type LeafValue =
  /** Given to a declaration, or to a channel. */
  | { readonly kind: 'name'; readonly name: string }
  /** Referred to, with the `@` that makes it a reference. */
  | { readonly kind: 'person' | 'rotation'; readonly name: string }
  | { readonly kind: 'channel' | 'template' | 'code' | 'tag-key'; readonly name: string }
  | { readonly kind: 'string' | 'label' | 'zone' | 'address'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  /** In seconds; the values of malformed ones are `undefined`. */
  | { readonly kind: 'duration'; readonly seconds: number | undefined }
  | { readonly kind: 'time'; readonly time: ast.TimeLiteral['value'] }
  | { readonly kind: 'date-time'; readonly at: ast.DateTimeLiteral['value'] }
  | { readonly kind: 'integer'; readonly number: number | undefined }
  | { readonly kind: 'day'; readonly day: ast.DayLiteral['day'] };

export function leavesOf(declaration: ast.Declaration): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let node: ast.Declaration | ast.Item = declaration;
  const add = (span: Span | undefined, value: LeafValue): void => {
    if (span === undefined) return;
    leaves.push({ start: span.start, end: span.end, value, node, declaration });
  };
  const name = (it: ast.Name | undefined, kind: 'name' | 'channel' | 'template' | 'code'): void =>
    add(it, { kind, name: it?.text ?? '' });
  const ref = (it: ast.Ref | undefined): void => add(it, { kind: 'person', name: it?.text ?? '' });
  const text = (
    it: ast.ValueLiteral | undefined,
    kind: 'string' | 'label' | 'zone' | 'address' = 'string',
  ): void => {
    if (it?.kind === 'variable') add(it, { kind: 'variable', name: it.name });
    else add(it, { kind, text: it?.value ?? '' });
  };
  const duration = (it: ast.DurationLiteral | undefined): void =>
    add(it, { kind: 'duration', seconds: it?.value });
  const time = (it: ast.TimeLiteral | undefined): void =>
    add(it, { kind: 'time', time: it?.value });
  const dateTime = (it: ast.DateTimeLiteral | undefined): void =>
    add(it, { kind: 'date-time', at: it?.value });
  const integer = (it: ast.IntegerLiteral | undefined): void =>
    add(it, { kind: 'integer', number: it?.value });
  const day = (it: ast.DayLiteral | undefined): void => {
    if (it !== undefined) add(it, { kind: 'day', day: it.day });
  };

  if (declaration.kind === 'test') text(declaration.title, 'label');
  else name(declaration.name, 'name');
  if ('label' in declaration) text(declaration.label, 'label');
  if (declaration.kind === 'extern') text(declaration.arn);
  else for (const item of declaration.items) visit(item);
  return leaves;

  function visit(item: ast.Item): void {
    node = item;
    switch (item.kind) {
      case 'account':
      case 'region':
      case 'alias':
        text(item.value);
        break;
      case 'lint':
        name(item.code, 'code');
        break;
      case 'tag':
        if (item.key !== undefined && 'kind' in item.key) text(item.key);
        else add(item.key, { kind: 'tag-key', name: item.key?.text ?? '' });
        text(item.value);
        break;
      case 'channel':
        name(item.name, 'name');
        text(item.label, 'label');
        text(item.address, 'address');
        break;
      case 'stage':
        duration(item.duration);
        all(item.items, visit);
        break;
      case 'notify':
        if (item.target?.kind === 'ref') ref(item.target);
        else name(item.target, 'channel');
        duration(item.retry);
        break;
      case 'use':
        name(item.name, 'template');
        break;
      case 'rotation-reference':
        add(item.ref, { kind: 'rotation', name: item.ref?.text ?? '' });
        break;
      case 'zone':
        text(item.zone, 'zone');
        break;
      case 'start':
        dateTime(item.at);
        break;
      case 'members':
        all(item.refs, ref);
        break;
      case 'on-call':
      case 'every':
        integer(item.value);
        break;
      case 'daily':
        all(item.times, time);
        break;
      case 'weekly':
        for (const each of item.times) {
          day(each.day);
          time(each.time);
        }
        break;
      case 'monthly':
        for (const each of item.times) {
          integer(each.day);
          time(each.time);
        }
        break;
      case 'cover':
        day(item.from);
        day(item.to);
        for (const each of item.windows) {
          time(each.start);
          time(each.end);
        }
        break;
      case 'override':
        dateTime(item.from);
        dateTime(item.to);
        all(item.items, ref);
        break;
      case 'page':
        ref(item.ref);
        dateTime(item.at);
        text(item.zone, 'zone');
        break;
      case 'ack':
        ref(item.ref);
        duration(item.after);
        break;
      case 'expect':
        ref(item.ref);
        duration(item.within);
        break;
    }
  }
}

function all<T>(items: readonly T[], visit: (item: T) => void): void {
  for (const item of items) visit(item);
}
