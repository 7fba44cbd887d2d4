/** What the catalogue says of a code, and the ways to say it. */

export type Severity = 'error' | 'warning' | 'info';

export interface Entry<Parameters> {
  readonly severity: Severity;
  readonly message: (parameters: Parameters) => string;
  /** Whether it is told only where a project sets its level. */
  readonly offUnlessSet?: true;
}

type Message<P> = Entry<P>['message'];

export const error = <P = void>(message: Message<P>): Entry<P> => ({ severity: 'error', message });
export const warning = <P = void>(message: Message<P>): Entry<P> => ({
  severity: 'warning',
  message,
});
export const info = <P = void>(message: Message<P>): Entry<P> => ({ severity: 'info', message });

export const offUnlessSet = <P>(entry: Entry<P>): Entry<P> => ({
  ...entry,
  offUnlessSet: true,
});
