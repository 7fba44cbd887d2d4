/** Contacts, channels and templates in words. */
import { maskAddress } from '@oncall/compiler';
import {
  type Channel,
  type Contact,
  type Extern,
  formatMinutes,
  type TemplateStage,
  type Value,
} from '@oncall/language';
import type { ProjectSnapshot } from '../../workspace/snapshot.ts';
import { blocks, code, list, plain } from './markdown.ts';

export function contactWords(contact: Contact, snapshot: ProjectSnapshot): string {
  const { channels, stages } = contact;
  const ways =
    channels.length === 0
      ? 'Has no channel, so nothing reaches this contact.'
      : list(channels.map((it) => channelLine(it, snapshot)));
  return blocks(ways, stages.length === 0 ? 'Has no stages.' : stagesWords(stages));
}

export function channelWords(channel: Channel, owner: Contact, snapshot: ProjectSnapshot): string {
  const stages = owner.stages.flatMap(({ targets }, index) =>
    targets.some((target) => target.channel === channel.name) ? [index + 1] : [],
  );
  const tried =
    stages.length === 0
      ? 'No stage notifies it.'
      : `Tried in stage ${stages.join(' and ')} of ${code(owner.name)}.`;
  return blocks(channelLine(channel, snapshot), tried);
}

/** When engaged, what is tried when. */
export function stagesWords(stages: readonly TemplateStage[]): string {
  let start = 0;
  const lines = stages.map(({ minutes, targets }) => {
    const when = start === 0 ? 'at once' : `after ${formatMinutes(start)}`;
    start += minutes;
    return `${when}: ${targets.length === 0 ? 'waits' : targets.map(tryWords).join(', ')}`;
  });
  return blocks(`When engaged, for ${formatMinutes(start)}:`, list(lines));
}

export function externWords({ arn }: Extern, snapshot: ProjectSnapshot): string {
  const what = arn.kind === 'text' ? code(arn.text) : valueWords(arn, snapshot);
  return blocks('Looked after elsewhere: nothing is made, changed or deleted for it.', what);
}

/** Whether a variable is set, and what to, masked. */
export function variableWords(name: string, snapshot: ProjectSnapshot): string {
  const value = snapshot.variable(name);
  return value === undefined ? 'not set here' : code(maskAddress(value));
}

function tryWords({ channel, retry }: TemplateStage['targets'][number]): string {
  const again = retry && `, again every ${formatMinutes(retry.value)} where sending fails`;
  return code(channel) + (again ?? '');
}

function channelLine(channel: Channel, snapshot: ProjectSnapshot): string {
  const { name, label, type, address, deferred } = channel;
  const known = label === name ? '' : ` (${plain(label)})`;
  const later = deferred ? ', code not sent yet' : '';
  return `${code(name)}${known} ${verbs[type]} ${valueWords(address, snapshot)}${later}`;
}

const verbs = { voice: 'calls', sms: 'texts', email: 'mails' } as const;

function valueWords(value: Value, snapshot: ProjectSnapshot): string {
  if (value.kind === 'text') return code(maskAddress(value.text));
  return `${code(`$${value.name}`)}, ${variableWords(value.name, snapshot)}`;
}
