/** What the catalogue says of a code, and the three ways to say it. */

export type Severity = 'error' | 'warning' | 'info';

export interface Entry<Parameters> {
  readonly severity: Severity;
  readonly message: (parameters: Parameters) => string;
}

type Message<P> = Entry<P>['message'];

export const error = <P = void>(message: Message<P>): Entry<P> => ({ severity: 'error', message });
export const warning = <P = void>(message: Message<P>): Entry<P> => ({
  severity: 'warning',
  message,
});
export const info = <P = void>(message: Message<P>): Entry<P> => ({ severity: 'info', message });
