/** A stage, where a contact has none that notifies a channel. */
import type { Analysis } from '../../analysis.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { pieceAt } from '../pieces.ts';
import { thingAt } from '../thing-at.ts';
import { type Change, endOfItems, inserted, rewritten } from './change.ts';
import { channelText, contactAround } from './declare-missing.ts';

export function addStage(analysis: Analysis, diagnostic: Diagnostic): readonly Change[] {
  const { file, span } = diagnostic.location;
  const at = pieceAt(analysis, file.path, span.start);
  const contact = at && contactAround(at, span.start);
  if (at === undefined || contact === undefined) return [];
  const put = (title: string, items: string): readonly Change[] => {
    const end = endOfItems(contact);
    if (end === undefined) return [];
    const edits = rewritten(at, contact, [inserted(at, end, items)]);
    return [{ kind: 'mend', title, diagnostic, edits }];
  };
  const stage = (channel: string): string => `stage 5m < notify ${channel} >`;
  switch (diagnostic.code) {
    case 'contact-without-channel': {
      const channel = channelText('phone', contact.name?.text ?? '');
      return put('Add a channel and a stage that notifies it', `${channel}\n${stage('phone')}`);
    }
    case 'contact-without-stage':
      return contact.items.flatMap((item) =>
        item.kind === 'channel' && item.name !== undefined
          ? put(`Add a stage that notifies ${item.name.text}`, stage(item.name.text))
          : [],
      );
    case 'unused-channel': {
      const found = thingAt(analysis, file.path, span.end)?.thing;
      if (found?.kind !== 'channel') return [];
      return put(`Add a stage that notifies ${found.name}`, stage(found.name));
    }
    default:
      return [];
  }
}
