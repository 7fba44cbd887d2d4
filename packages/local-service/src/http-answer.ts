/** Answers in AWS JSON 1.1, before they are sent. */
import { ServiceError } from './service-error.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** What the log says beside the status: never an address or a code. */
  readonly note?: string;
}

export function jsonAnswer(status: number, body: object): HttpAnswer {
  return { status, contentType: 'application/x-amz-json-1.1', body: JSON.stringify(body) };
}

/** The answer to what a request was refused with, or failed with. */
export function errorAnswer(error: unknown): HttpAnswer {
  const { type, message, members } = asServiceError(error);
  const status = type === 'InternalServerException' ? 500 : 400;
  return {
    ...jsonAnswer(status, { __type: type, Message: message, ...members }),
    note: error instanceof ServiceError ? type : `${type} ${origin(error)}`,
  };
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  return new ServiceError('InternalServerException', 'The local service failed: this is its bug');
}

/** Where an unexpected error arose, without its message, which could hold what nobody should see. */
function origin(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return `${error.name} ${frame?.trim() ?? ''}`;
}
