/** The service as the rest of the command line sees it: operations by name, plain data both ways. */
export interface Service {
  /**
   * Instants are epoch seconds. Retries what is worth it; what stays refused is thrown as a
   * ServiceError, and a service not reached as an OperationalError.
   */
  call(operation: Operation, input: object): Promise<Answer>;
  close(): void;
}

export type Answer = Readonly<Record<string, unknown>>;

export const operations = [
  'ActivateContactChannel',
  'CreateContact',
  'CreateContactChannel',
  'CreateRotation',
  'CreateRotationOverride',
  'DeleteContact',
  'DeleteContactChannel',
  'DeleteRotation',
  'DeleteRotationOverride',
  'DescribeEngagement',
  'GetContact',
  'GetContactChannel',
  'GetRotation',
  'GetRotationOverride',
  'ListContactChannels',
  'ListContacts',
  'ListPageReceipts',
  'ListPagesByEngagement',
  'ListPreviewRotationShifts',
  'ListRotationOverrides',
  'ListRotations',
  'ListTagsForResource',
  'SendActivationCode',
  'StartEngagement',
  'StopEngagement',
  'TagResource',
  'UntagResource',
  'UpdateContact',
  'UpdateContactChannel',
  'UpdateRotation',
] as const;

export type Operation = (typeof operations)[number];

/** A refusal by AWS, without the SDK's types. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly operation: string;
  /** `ValidationException` and the like. */
  readonly code: string;
  readonly details: ServiceErrorDetails;

  constructor(operation: string, code: string, message: string, details: ServiceErrorDetails) {
    super(message);
    this.operation = operation;
    this.code = code;
    this.details = details;
  }
}

/** Whether an error says that a resource isn't there; of a rotation it does so in a way of its own. */
export function meansGone(code: string, message: string): boolean {
  return (
    code === 'ResourceNotFoundException' ||
    (code === 'ValidationException' && /invalid resource arn/i.test(message))
  );
}

export interface ServiceErrorDetails {
  readonly reason?: string;
  readonly fields: readonly { readonly name: string; readonly message: string }[];
  readonly resource?: string;
  readonly quota?: string;
  /** ARNs of what depends on the resource. */
  readonly dependents: readonly string[];
  readonly retryAfterSeconds?: number;
  readonly httpStatus?: number;
  readonly requestId?: string;
}
