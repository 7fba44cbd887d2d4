/** Calls a service as anyone might, past the tool. */
export type Call = (operation: string, input: object) => Promise<Answer>;

export type Answer = Readonly<Record<string, unknown>>;

/** Throws a Refusal where the service refuses, and what `fetch` throws where it is not there. */
export function callOf(url: () => string): Call {
  return async (operation, input) => {
    const response = await fetch(url(), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `SSMContacts.${operation}`,
      },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as Answer;
    if (!response.ok) throw new Refusal(operation, answer);
    return answer;
  };
}

export class Refusal extends Error {
  readonly type: string;

  constructor(operation: string, answer: Answer) {
    super(`${operation}: ${JSON.stringify(answer)}`);
    this.type = String(answer['__type']);
  }
}

/** All items of a list, page by page. */
export async function listAll(
  call: Call,
  operation: string,
  member: string,
  input: object = {},
): Promise<readonly Answer[]> {
  const items: Answer[] = [];
  for (let token: unknown; ; ) {
    const answer = await call(operation, { ...input, ...(token ? { NextToken: token } : {}) });
    items.push(...((answer[member] ?? []) as Answer[]));
    token = answer['NextToken'];
    if (!token) return items;
  }
}
