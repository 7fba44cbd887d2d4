/** What stands at the head of blocks of several kinds: display names, aliases, tags. */
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import { isAlias, isName } from '../../values/alias.ts';
import { displayNameProblem } from '../../values/display-name.ts';
import { quote } from '../../values/string-literal.ts';
import { tagProblem } from '../../values/tag.ts';
import { at, type Local, whyNoName } from './local.ts';

export function checkLabel(
  local: Local,
  kind: Parameters<typeof displayNameProblem>[1],
  label: ast.StringLiteral | undefined,
): void {
  const why = label && displayNameProblem(label.value, kind);
  if (!label || why === undefined) return;
  const written = label.value === '' ? 'An empty text' : quote(label.value);
  local.findings.push(finding('invalid-display-name', at(local, label), { written, why }));
}

export function checkAlias(local: Local, { value }: ast.AliasItem): void {
  if (value === undefined || isAlias(value.value)) return;
  const alias = quote(value.value).slice(1, -1);
  local.findings.push(finding('invalid-alias', at(local, value), { alias }));
}

export function checkTag(local: Local, { key, value }: ast.TagItem): void {
  if (key === undefined || value === undefined) return;
  const text = keyOf(key);
  const ofKey = tagProblem(text, 'x');
  if (ofKey === undefined && !('kind' in key) && !isName(text)) {
    const origin = at(local, key);
    const fixes = [{ title: 'Put it in quotes', edits: [{ origin, text: quote(text) }] }];
    const parameters = { name: text, why: whyNoName(text, 'Put it in quotes.') };
    local.findings.push(finding('invalid-name', origin, parameters, { fixes }));
  }
  const why = ofKey ?? tagProblem(text, value.value);
  if (why !== undefined) {
    local.findings.push(
      finding('invalid-tag', at(local, ofKey === undefined ? value : key), { why }),
    );
  }
}

export function keyOf(key: ast.Name | ast.StringLiteral): string {
  return 'kind' in key ? key.value : key.text;
}

/** Under which name an item may stand once; `undefined` where it may stand again. */
export function onceBy(item: { readonly kind: string }): string | undefined {
  switch (item.kind) {
    case 'tag': {
      const { key } = item as ast.TagItem;
      return key === undefined ? undefined : `tag ${keyOf(key)}`;
    }
    case 'lint': {
      const { code } = item as ast.LintItem;
      return code === undefined ? undefined : `lint ${code.text}`;
    }
    case 'daily':
    case 'weekly':
    case 'monthly':
      return 'A hand-off (daily, weekly or monthly)';
    case 'alias':
    case 'account':
    case 'region':
    case 'zone':
    case 'start':
    case 'members':
    case 'on-call':
    case 'every':
    case 'page':
      return item.kind;
    default:
      return undefined;
  }
}
