/** What may stand in each kind of block: told apart by first words, which recovery looks for. */
import type { TokenType } from 'chevrotain';
import { CloseToken, keywords as k, RefToken } from './tokens.ts';

/** The words that begin the items of each kind of block. */
const itemsOf = {
  project: [k.account, k.region, k.tag, k.lint],
  contact: [k.channel, k.stage, k.use, k.alias, k.tag],
  template: [k.stage],
  plan: [k.stage, k.alias, k.tag],
  schedule: [k.rotation, k.alias, k.tag],
  rotation: [
    k.zone,
    k.start,
    k.members,
    k['on-call'],
    k.daily,
    k.weekly,
    k.monthly,
    k.every,
    k.cover,
    k.override,
    k.tag,
  ],
  test: [k.page, k.ack, k.expect],
  stage: [k.notify],
  override: [RefToken],
  file: [k.project, k.contact, k.template, k.plan, k.schedule, k.rotation, k.extern, k.test],
} as const;

export type BlockKind = keyof typeof itemsOf;

export const startersOf = mapKinds<ReadonlySet<TokenType>>((_kind, types) => new Set(types));

/** What to write, where something else stands. */
export const expectedIn = mapKinds((kind, types) =>
  labelsOf(kind === 'file' ? types : [...types, CloseToken]),
);

/** What people call tokens, each once. */
export function labelsOf(types: readonly TokenType[]): readonly string[] {
  return [...new Set(types.map((type) => type.LABEL ?? type.name))];
}

function mapKinds<T>(
  of: (kind: BlockKind, types: readonly TokenType[]) => T,
): Readonly<Record<BlockKind, T>> {
  const kinds = Object.keys(itemsOf) as BlockKind[];
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind, itemsOf[kind])])) as Record<
    BlockKind,
    T
  >;
}
