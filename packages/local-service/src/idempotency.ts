/** Gives a request that was sent twice with one token the answer that it got the first time. */
import { createHash } from 'node:crypto';
import type { Context } from './context.ts';
import type { OperationName } from './model/shapes.ts';
import { conflict, type ResourceType, refuse } from './service-error.ts';

/** How long a token is known. This, and all that the service does with tokens, is an estimate. */
const LIFETIME_IN_SECONDS = 24 * 60 * 60;

export function answerOnce<Answer extends object>(
  context: Context,
  operation: OperationName,
  input: { readonly IdempotencyToken?: string },
  create: () => Answer,
): Answer {
  const { IdempotencyToken: token, ...rest } = input;
  // A token that is not there and an empty one tell nothing.
  if (!token) return create();
  const { database } = context;
  const now = context.now() / 1000;
  const request = createHash('sha256').update(canonical(rest)).digest('hex');
  database.run('DELETE FROM idempotency_token WHERE time <= ?', now - LIFETIME_IN_SECONDS);
  const known = database.get<{ request: string; answer: string }>(
    'SELECT request, answer FROM idempotency_token WHERE operation = ? AND token = ?',
    operation,
    token,
  );
  if (known) {
    const answer: Answer = JSON.parse(known.answer);
    if (known.request !== request) refuseReuse(operation, answer);
    return answer;
  }
  const answer = create();
  database.run(
    'INSERT INTO idempotency_token (operation, token, request, answer, time) VALUES (?, ?, ?, ?, ?)',
    operation,
    token,
    request,
    JSON.stringify(answer),
    now,
  );
  return answer;
}

/** Of the operations that take tokens, these alone may answer with a ConflictException. */
const CONFLICTS: { readonly [O in OperationName]?: ResourceType } = {
  CreateContact: 'CONTACT',
  CreateContactChannel: 'CONTACT_CHANNEL',
};

function refuseReuse(operation: OperationName, answer: object): void {
  const message = 'was sent before with another request';
  const type = CONFLICTS[operation];
  const made: unknown = Object.values(answer)[0];
  if (type && typeof made === 'string') throw conflict(`IdempotencyToken: ${message}`, type, made);
  refuse([{ Name: 'IdempotencyToken', Message: message }]);
}

/** JSON in which the order of members does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
