import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import { listed } from '../../diagnostics/listed.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin } from '../../text/piece.ts';
import type { Span } from '../../text/span.ts';
import { isName } from '../../values/alias.ts';
import { hasDurationForm } from '../../values/duration.ts';
import { quote } from '../../values/string-literal.ts';

/** What the checks within one declaration write to. */
export interface Local {
  readonly piece: ParsedPiece;
  /** Whether something in the declaration can't be read, so that what seems missing may be written. */
  readonly damaged: boolean;
  readonly findings: Finding[];
  readonly wrongNames: WrongName[];
}

/** A word that stands as a name and is none; told once for all its places. */
export interface WrongName {
  /** The names that it stands among: the same word in another set is another name. */
  readonly set: 'person' | 'rotation' | 'template' | 'project' | Origin['piece'];
  readonly text: string;
  readonly origin: Origin;
  readonly why: string;
}

export function at({ piece }: Pick<Local, 'piece'>, { start, end }: Span): Origin {
  return { piece, start, end };
}

/** The first word of an item or a declaration. */
export function wordOf(local: Local, item: { readonly start: number }): Origin {
  const word = /^[a-z-]+/.exec(local.piece.text.slice(item.start, item.start + 16))?.[0] ?? '';
  return at(local, { start: item.start, end: item.start + word.length });
}

/** Notes a name that is none; `@` belongs to a reference's span and not to its name. */
export function checkName(local: Local, set: WrongName['set'], name: ast.Name | ast.Ref): void {
  if (isName(name.text)) return;
  const start = 'kind' in name && name.kind === 'ref' ? name.start + 1 : name.start;
  const origin = at(local, { start, end: name.end });
  local.wrongNames.push({ set, text: name.text, origin, why: whyNoName(name.text) });
}

/** Why a word is no name, as the end of a sentence, and what to do. */
export function whyNoName(text: string, advice?: string): string {
  const length = [...text].length;
  if (length > 255) return `it has ${length} characters. ${advice ?? 'Shorten it to 255.'}`;
  if (/^[0-9]+$/.test(text)) return `it reads as a number. ${advice ?? 'Add a letter.'}`;
  if (hasDurationForm(text)) {
    const other = `Take another name, and add alias ${quote(text)} if AWS knows it so.`;
    return `it reads as a duration. ${advice ?? other}`;
  }
  return `it may hold only a to z, 0 to 9, _ and -. ${advice ?? 'Write it so.'}`;
}

/** Marks items that may stand once and stand again. */
export function checkOnce<Item extends { readonly kind: string; readonly start: number }>(
  local: Local,
  block: string,
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): void {
  if (items.length < 2) return;
  let first: Map<string, Item> | undefined;
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    first ??= new Map();
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, item);
      continue;
    }
    const related = [{ origin: wordOf(local, before), message: 'It stands here already.' }];
    local.findings.push(
      finding('duplicate-item', wordOf(local, item), { item: key, block }, { related }),
    );
  }
}

/** Says in one breath what a declaration lacks; one that can't be read whole may well have it. */
export function checkComplete(
  local: Local,
  block: string,
  place: Span,
  missing: readonly (string | false)[],
): void {
  const lacking = missing.filter((item) => item !== false);
  if (lacking.length === 0 || local.damaged) return;
  const parameters = { block, missing: listed(lacking, 'and') };
  local.findings.push(finding('missing-item', at(local, place), parameters));
}
