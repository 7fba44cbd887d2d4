import type { Answer, Operation, Service } from './service.ts';

/** All items of a list, page by page. */
export async function pages<T>(
  service: Service,
  operation: Operation,
  input: object,
  member: string,
): Promise<readonly T[]> {
  const items: T[] = [];
  let token: unknown;
  do {
    const answer: Answer = await service.call(
      operation,
      token === undefined ? input : { ...input, NextToken: token },
    );
    items.push(...((answer[member] as readonly T[] | undefined) ?? []));
    token = answer['NextToken'];
  } while (typeof token === 'string' && token !== '');
  return items;
}
