/** What can be made to go wrong. */
export const faultKinds = {
  throttle: 'ThrottlingException, before anything is done',
  error: 'InternalServerException, before anything is done',
  html: 'a page of a proxy, HTTP 502, before anything is done',
  reset: 'the connection breaks before anything is done',
  'lost-response': 'the connection breaks after all is done',
  slow: 'the answer takes long',
} as const;

export type FaultKind = keyof typeof faultKinds;

export function isFaultKind(word: string): word is FaultKind {
  return Object.hasOwn(faultKinds, word);
}

export interface Faults {
  /** The share of calls that each kind befalls, 0 to 1. A call has one fault at most. */
  readonly shares: { readonly [K in FaultKind]?: number };
  /** Of two services with one seed, the n-th calls have the same fault. 1 unless given. */
  readonly seed?: number;
  /** What ThrottlingException and InternalServerException ask to wait, in whole seconds; 1 unless given. */
  readonly retryAfter?: number;
  /** How long a slow answer takes, in seconds; 5 unless given. */
  readonly delay?: number;
}
