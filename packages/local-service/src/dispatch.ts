/** Finds the operation that a request asks for, holds the request against the model, and runs it. */
import type { Context } from './context.ts';
import { isOperation, type OperationName } from './model/shapes.ts';
import { validate } from './model/validate.ts';
import { operations } from './operations/table.ts';
import { cannotParse, refuse, unknownOperation } from './service-error.ts';

/** An operation on its request, to be run in a transaction; may throw a ServiceError. */
export type Call = (context: Context) => object;

/** The call that a request asks for: nothing of it has run yet. Throws a ServiceError. */
export function dispatch(name: OperationName | undefined, body: string): Call {
  if (name === undefined) {
    throw unknownOperation('The header X-Amz-Target names no operation of ssm-contacts');
  }
  // The table gives each operation the type of its own request, which the validation below proves.
  const operation = operations[name] as (context: Context, input: unknown) => object;
  const input = parse(body);
  refuse(validate(`${name}Request`, input));
  return (context) => operation(context, input);
}

const TARGET_PREFIX = 'SSMContacts.';

/** The operation that the header X-Amz-Target names, where the model has it. */
export function operationOf(target: unknown): OperationName | undefined {
  if (typeof target !== 'string' || !target.startsWith(TARGET_PREFIX)) return undefined;
  const name = target.slice(TARGET_PREFIX.length);
  return isOperation(name) ? name : undefined;
}

function parse(body: string): unknown {
  if (body === '') return {};
  try {
    // A member that is null is a member that is not there.
    return JSON.parse(body, (_key, value: unknown) => (value === null ? undefined : value));
  } catch {
    // The parser's own message would show a piece of the body, which may be an address.
    throw cannotParse('The body is not JSON');
  }
}
