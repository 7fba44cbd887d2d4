/** Cuts a list into pages. */
import type { OperationName } from './model/shapes.ts';
import { refuse } from './service-error.ts';

interface Request {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

/** What the rows are in order of: a name, or the number of a row. */
type Key = string | number;

/**
 * One page of the list that `read` gives: rows behind the key `after` in order, at most `limit`.
 * The token holds the last key of a page, so a list that changes meanwhile loses no row.
 */
export function readPage<Row>(
  operation: OperationName,
  request: Request,
  first: Key,
  read: (after: Key, limit: number) => readonly Row[],
  keyOf: (row: Row) => Key,
): { readonly rows: readonly Row[]; readonly token: { readonly NextToken?: string } } {
  const after =
    request.NextToken === undefined ? first : decode(operation, request.NextToken, typeof first);
  const size = request.MaxResults || DEFAULT_PAGE_SIZE;
  const found = read(after, size + 1);
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return {
    rows,
    token: found.length > size && last ? { NextToken: encode(operation, keyOf(last)) } : {},
  };
}

/** An estimate: the service documents neither the size of a page nor what 0 means. */
const DEFAULT_PAGE_SIZE = 100;

function encode(operation: OperationName, key: Key): string {
  return Buffer.from(JSON.stringify([operation, key])).toString('base64url');
}

function decode(operation: OperationName, token: string, type: string): Key {
  try {
    const content: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (Array.isArray(content) && content[0] === operation && typeof content[1] === type) {
      return content[1];
    }
  } catch {
    // Refused below, as every other token that this list did not give out.
  }
  refuse([{ Name: 'NextToken', Message: 'is not a token of this list' }]);
  throw new Error('unreachable');
}
