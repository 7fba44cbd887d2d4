/** What the parts of a life share. */
import type { Answer, Client } from './client.ts';
import type { ServiceProcess } from './service-process.ts';

/** When it begins: a Monday, 03:00 UTC. */
export const BIRTH = '2026-03-02T03:00:00Z';

export const PREFIX = 'arn:aws:ssm-contacts:us-east-1:111122223333';

export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface Story extends Client {
  readonly service: ServiceProcess;
}

export function textOf(answer: Answer, member: string): string {
  const text = answer[member];
  if (typeof text !== 'string') throw new Error(`${member} is no text: ${JSON.stringify(answer)}`);
  return text;
}
