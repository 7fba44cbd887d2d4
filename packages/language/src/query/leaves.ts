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
  const ref = (it: ast.Ref | undefined, kind: 'person' | 'rotation' = 'person'): void =>
    add(it, { kind, name: it?.text ?? '' });
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
        return text(item.value);
      case 'lint':
        return name(item.code, 'code');
      case 'tag':
        if (item.key !== undefined && 'kind' in item.key) text(item.key);
        else add(item.key, { kind: 'tag-key', name: item.key?.text ?? '' });
        return text(item.value);
      case 'channel':
        name(item.name, 'name');
        text(item.label, 'label');
        return text(item.address, 'address');
      case 'stage':
        duration(item.duration);
        return item.items.forEach(visit);
      case 'notify':
        if (item.target?.kind === 'ref') ref(item.target);
        else name(item.target, 'channel');
        return duration(item.retry);
      case 'use':
        return name(item.name, 'template');
      case 'rotation-reference':
        return ref(item.ref, 'rotation');
      case 'zone':
        return text(item.zone, 'zone');
      case 'start':
        return dateTime(item.at);
      case 'members':
        return item.refs.forEach((it) => ref(it));
      case 'on-call':
      case 'every':
        return integer(item.value);
      case 'daily':
        return item.times.forEach(time);
      case 'weekly':
        for (const each of item.times) {
          day(each.day);
          time(each.time);
        }
        return;
      case 'monthly':
        for (const each of item.times) {
          integer(each.day);
          time(each.time);
        }
        return;
      case 'cover':
        day(item.from);
        day(item.to);
        for (const each of item.windows) {
          time(each.start);
          time(each.end);
        }
        return;
      case 'override':
        dateTime(item.from);
        dateTime(item.to);
        return item.items.forEach((it) => ref(it));
      case 'page':
        ref(item.ref);
        dateTime(item.at);
        return text(item.zone, 'zone');
      case 'ack':
        ref(item.ref);
        return duration(item.after);
      case 'expect':
        ref(item.ref);
        return duration(item.within);
    }
  }
}
