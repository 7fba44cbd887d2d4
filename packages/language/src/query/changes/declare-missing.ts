/** A declaration, or a channel, of a name that something refers to and nothing declares. */
import { type Analysis, stateOf } from '../../analysis.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../../syntax/ast.ts';
import { isName } from '../../values/alias.ts';
import { type PieceAt, pieceAt } from '../pieces.ts';
import { type Thing, thingAt } from '../thing-at.ts';
import { written } from '../vocabulary.ts';
import { below, type Change, inserted, rewritten } from './change.ts';

export function declareMissing(analysis: Analysis, diagnostic: Diagnostic): readonly Change[] {
  const { code, location, related } = diagnostic;
  const at = pieceAt(analysis, location.file.path, location.span.start);
  if (at === undefined) return [];
  const thing = thingIn(analysis, location);
  const name = thing !== undefined && 'name' in thing ? thing.name : '';
  const change = (title: string, edits: Change['edits']): readonly Change[] =>
    edits.length === 0 || !isName(name) ? [] : [{ kind: 'mend', title, diagnostic, edits }];
  switch (code) {
    case 'dangling-contact':
      return change(`Declare contact ${name}`, below(at, contactText(name)));
    case 'dangling-rotation':
      return change(`Declare rotation ${name}`, below(at, rotationText(analysis, name)));
    case 'dangling-template':
      return change(`Declare template ${name}`, below(at, templateText(at, location.span.start)));
    case 'dangling-channel': {
      // A channel that a template notifies is missing where the template is used.
      const inTemplate = related[0] && thingIn(analysis, related[0].location);
      const channel = inTemplate?.kind === 'channel' ? inTemplate.name : name;
      const title = `Add channel ${channel}`;
      return change(title, withChannel(at, location.span.start, channel));
    }
    default:
      return [];
  }

  function templateText(place: PieceAt, offset: number): string {
    const contact = contactAround(place, offset);
    const channel = contact?.items.find((item) => item.kind === 'channel')?.name?.text ?? 'phone';
    return `template ${name} < stage 5m < notify ${channel} > >`;
  }
}

function thingIn(analysis: Analysis, { file, span }: Diagnostic['location']): Thing | undefined {
  return thingAt(analysis, file.path, span.end)?.thing;
}

/** Complete, with numbers that come from elsewhere. */
function contactText(name: string): string {
  const channel = channelText('phone', name);
  return `contact ${name} <\n${channel}\nstage 5m < notify phone >\n>`;
}

export function channelText(channel: string, contact: string): string {
  const words = `${contact}_${channel}`.toUpperCase().replaceAll('-', '_');
  return `channel ${channel} voice $${/^[A-Z]/.test(words) ? words : `X${words}`}`;
}

/** Begun as the project's others are; who takes turns is to be filled in. */
function rotationText(analysis: Analysis, name: string): string {
  const zone = written(analysis, 'zone')[0]?.text ?? 'UTC';
  const time = written(analysis, 'time')[0]?.text ?? '09:00';
  const lines = [
    `zone "${zone}"`,
    `start 2026-01-05T${time}`,
    `members @${firstContact(analysis)}`,
  ];
  return `rotation ${name} <\n${lines.join('\n')}\nweekly mon ${time}\n>`;
}

/** By the alphabet. */
function firstContact(analysis: Analysis): string {
  let first: string | undefined;
  for (const { declaration, name } of stateOf(analysis).scope.people.values()) {
    if (declaration.kind !== 'contact') continue;
    if (first === undefined || name.text < first) first = name.text;
  }
  return first ?? 'name';
}

function withChannel(at: PieceAt, offset: number, channel: string): Change['edits'] {
  const contact = contactAround(at, offset);
  if (contact === undefined) return [];
  const text = channelText(channel, contact.name?.text ?? '');
  const last = contact.items.findLast((item) => item.kind === 'channel');
  const before = last?.end ?? contact.open?.end;
  if (before === undefined) return [];
  return rewritten(at, contact, [inserted(at, before, text)]);
}

export function contactAround(
  { piece, start }: PieceAt,
  offset: number,
): ast.ContactDeclaration | undefined {
  const within = offset - start;
  const found = piece.declarations.findLast((each) => each.start <= within);
  return found?.kind === 'contact' ? found : undefined;
}
