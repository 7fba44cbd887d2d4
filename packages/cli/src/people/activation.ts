/** Channels that wait for their codes, and what AWS is asked about them. No code is ever shown. */
import { nearest } from '@oncall/language/suggest';
import { meansGone, ServiceError } from '../aws/service.ts';
import { exitCodes, OperationalError, usageError } from '../exit.ts';
import { renderNotice } from '../reporters/notice.ts';
import type { Stream } from '../terminal/terminal.ts';
import { visible } from '../terminal/visible.ts';
import type { OpenPeople } from './open-people.ts';
import { type ChannelStatus, readinessOf } from './readiness.ts';

/** A channel that is deployed. */
export interface Channel extends ChannelStatus {
  /** NAME of its contact. */
  readonly contact: string;
  readonly arn: string;
}

export function isCode(word: string): boolean {
  return /^\d{6,10}$/.test(word);
}

/** Those of the project that are not activated, in the order of the files. */
export function notActivated(found: OpenPeople): readonly Channel[] {
  return channelsOf(found).filter((each): each is Channel => each.state === 'not-activated');
}

/** What `@CONTACT.CHANNEL` means; usage errors tell what there is. */
export function channelNamed(word: string, found: OpenPeople): Channel {
  const [, contact = '', name = ''] = /^(?:@|contact\/)([^.]*)\.(.*)$/.exec(word) ?? [];
  const all = channelsOf(found);
  const channel = all.find((each) => each.contact === contact && each.name === name);
  if (channel === undefined) {
    const names = all.map((each) => `@${each.contact}.${each.name}`);
    const near = nearest(`@${contact}.${name}`, names);
    throw usageError(
      `the project has no channel ${visible(word)}`,
      near === undefined
        ? 'Write @CONTACT.CHANNEL, such as @alice.phone; oncall status lists all.'
        : `Did you mean ${near}?`,
    );
  }
  if (channel.arn !== undefined) return { ...channel, arn: channel.arn };
  throw new OperationalError(
    exitCodes.failed,
    `@${contact}.${name} is not deployed yet`,
    'Run oncall apply: it makes the channel, and AWS sends the code.',
  );
}

function channelsOf(found: OpenPeople) {
  return readinessOf(found).people.flatMap(({ name, channels }) =>
    channels.map((channel) => ({ ...channel, contact: name })),
  );
}

/** Asks AWS to send a code, whatever it sent before. */
export async function sendCode({ arn }: Channel, { target }: OpenPeople): Promise<void> {
  await target.connection.call('SendActivationCode', { ContactChannelId: arn });
}

/** Whether AWS took the code; why not is told. */
export async function activateChannel(
  channel: Channel,
  code: string,
  { target, loaded: { analysis } }: OpenPeople,
  err: Stream,
): Promise<boolean> {
  const { contact, name: own, arn } = channel;
  try {
    const input = { ContactChannelId: arn, ActivationCode: code };
    await target.connection.call('ActivateContactChannel', input);
    return true;
  } catch (error) {
    if (!isWrongCode(error)) throw withoutCode(error, code);
    const { model, locate } = analysis;
    const origin = model.contacts.get(contact)?.channels.find((it) => it.name === own)?.origin;
    const fields = error.details.fields.filter(({ message }) => !error.message.includes(message));
    const said = [error.message, ...fields.map(({ name, message }) => `${name}: ${message}`)];
    err.write(
      renderNotice(
        {
          severity: 'error',
          code: error.code,
          title: `AWS does not take this code for @${contact}.${own}`,
          location: origin === undefined ? undefined : locate(origin),
          related: [],
          notes: [
            { label: 'AWS said', text: hidden(said.join('; '), code) },
            {
              label: 'help',
              text: `Only the code that was sent last counts. Look at it again, or have a new one sent: oncall activate --resend @${contact}.${own}`,
            },
          ],
        },
        err,
      ),
    );
    return false;
  }
}

/** What AWS says of a wrong code is documented nowhere: that it is a ValidationException is an estimate. */
function isWrongCode(error: unknown): error is ServiceError {
  return (
    error instanceof ServiceError &&
    error.code === 'ValidationException' &&
    !meansGone(error.code, error.message) &&
    !/account not found for the request/i.test(error.message)
  );
}

/** The same refusal, with no code in it. */
function withoutCode(error: unknown, code: string): unknown {
  if (!(error instanceof ServiceError)) return error;
  const { operation, details } = error;
  const fields = details.fields.map(({ name, message }) => ({
    name,
    message: hidden(message, code),
  }));
  return new ServiceError(operation, error.code, hidden(error.message, code), {
    ...details,
    fields,
  });
}

function hidden(text: string, code: string): string {
  return text.replaceAll(code, '*'.repeat(code.length));
}
