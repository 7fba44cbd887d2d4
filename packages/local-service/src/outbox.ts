/** What people would get on their channels: nothing leaves this machine, all of it is kept here. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Context } from './context.ts';
import type { Value } from './model/shapes.ts';
import type { ChannelRow } from './resources.ts';
import type { Database } from './store/database.ts';

export interface Message {
  readonly id: string;
  /** Epoch seconds. */
  readonly time: number;
  readonly kind: 'activation' | 'page';
  /** ARNs. */
  readonly contact: string;
  readonly channel: string;
  /** Of a page. */
  readonly page: string | null;
  readonly channelName: string;
  readonly type: Value<'ChannelType'>;
  readonly address: string;
  readonly text: string;
  /** The activation code, or the accept code of the page. */
  readonly code: string;
}

type Content = Pick<Message, 'kind' | 'time' | 'text' | 'code' | 'page'>;

/** Puts a message to a channel into the outbox. Returns its id. */
export function send(
  { database, log }: Context,
  channel: ChannelRow,
  { kind, time, text, code, page }: Content,
): string {
  const uuid = randomUUID();
  database.run(
    `INSERT INTO message
       (uuid, time, kind, contact_arn, channel_arn, page_arn, name, type, address, text, code)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uuid,
    time,
    kind,
    channel.contact_arn,
    channel.arn,
    page,
    channel.name,
    channel.type,
    channel.address,
    text,
    code,
  );
  const alias = channel.contact_arn.split('contact/')[1];
  const what = kind === 'page' ? 'page, accept' : 'activation';
  log(`to ${alias}, ${channel.name} (${channel.type}): ${what} code ${code}`);
  return uuid;
}

/** In the order in which they were sent. */
export function sentMessages(database: Database): readonly Message[] {
  return database.all<Message>(
    `SELECT uuid AS id, time, kind, contact_arn AS contact, channel_arn AS channel,
       page_arn AS page, name AS channelName, type, address, text, code
     FROM message ORDER BY time, message.id`,
  );
}

/** Six digits, as AWS sends them. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
