/** Checks within a contact: its channels, its stages, its head. */
import { finding } from '../../diagnostics/finding.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type * as ast from '../../syntax/ast.ts';
import { isName } from '../../values/alias.ts';
import { mendPhoneNumber } from '../../values/phone-number.ts';
import { quote } from '../../values/string-literal.ts';
import { addressProblem } from '../../values/value-problems.ts';
import { checkAlias, checkLabel, checkTag, onceBy } from './headings.ts';
import { at, checkName, checkOnce, type Local } from './local.ts';
import { checkStage } from './stages.ts';

export function checkContact(local: Local, contact: ast.ContactDeclaration): void {
  checkLabel(local, 'contact', contact.label);
  checkOnce(local, 'a contact', contact.items, onceBy);
  const channels = new Map<string, ast.Name>();
  for (const item of contact.items) {
    if (item.kind !== 'channel') continue;
    checkChannel(local, item);
    if (item.name === undefined) continue;
    const before = channels.get(item.name.text);
    if (before === undefined) channels.set(item.name.text, item.name);
    else {
      const related = [{ origin: at(local, before), message: 'This is the first.' }];
      const parameters = { kind: 'channel', name: item.name.text };
      local.findings.push(finding('duplicate-name', at(local, item.name), parameters, { related }));
    }
  }
  const partial = contact.items.some(isPartialChannel);
  let meant: ReadonlySet<string> | undefined;
  const isMeant = (name: string): boolean => {
    if (channels.has(name)) return true;
    meant ??= meantNames(channels.keys());
    return meant.has(name);
  };
  for (const item of contact.items) {
    if (item.kind === 'stage') {
      checkStage(local, 'person', item);
      if (!partial) checkChannelNames(local, contact, channels, isMeant, item);
    } else if (item.kind === 'alias') checkAlias(local, item);
    else if (item.kind === 'tag') checkTag(local, item);
    else if (item.kind === 'use' && item.name !== undefined)
      checkName(local, 'template', item.name);
  }
}

function checkChannel(local: Local, channel: ast.ChannelItem): void {
  const { name, label, type, address } = channel;
  if (name !== undefined) checkName(local, local.piece, name);
  checkLabel(local, 'channel', label);
  if (type === undefined || address?.kind !== 'string') return;
  const code = addressProblem(type, address.value);
  if (code === undefined) return;
  const origin = at(local, address);
  const mended = type === 'email' ? undefined : mendPhoneNumber(address.value);
  const fixes =
    mended === undefined
      ? []
      : [{ title: 'Write it in digits alone', edits: [{ origin, text: quote(mended) }] }];
  local.findings.push(
    finding(code as 'invalid-email', origin, { subject: 'This address' }, { fixes }),
  );
}

/** Names as they are meant: one declared in capitals is told as that, and found in lower case too. */
export function meantNames(names: Iterable<string>): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const name of names) meant.add(name).add(name.toLowerCase());
  return meant;
}

/** Whether it is a channel that can't be read whole: its name may be any. */
export function isPartialChannel(item: ast.ContactEntry): boolean {
  if (item.kind !== 'channel') return false;
  return item.name === undefined || item.type === undefined || item.address === undefined;
}

/** Far more channels than a person has; each search goes through all. */
const mostCompared = 100;

function checkChannelNames(
  local: Local,
  contact: ast.ContactDeclaration,
  channels: ReadonlyMap<string, ast.Name>,
  isMeant: (name: string) => boolean,
  stage: ast.StageItem,
): void {
  for (const { target } of stage.items) {
    if (target?.kind !== 'name' || isMeant(target.text) || !isName(target.text)) continue;
    // A channel may be declared in what can't be read.
    if (local.piece.skippedNames.has(target.text)) continue;
    const found = channels.size > mostCompared ? undefined : nearest(target.text, channels.keys());
    const origin = at(local, target);
    const fixes =
      found === undefined
        ? []
        : [{ title: `Write ${found}`, isGuess: true as const, edits: [{ origin, text: found }] }];
    const parameters = {
      name: target.text,
      contact: contact.name?.text ?? 'here',
      nearest: found,
    };
    local.findings.push(finding('dangling-channel', origin, parameters, { fixes }));
  }
}
