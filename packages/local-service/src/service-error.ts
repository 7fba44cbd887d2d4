/** The errors of the service as they travel, and the ways to say them. */
export class ServiceError extends Error {
  readonly type: ErrorType;
  /** What the answer holds beside `__type` and `Message`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(type: ErrorType, message: string, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.type = type;
    this.members = members;
  }
}

export type ErrorType =
  | 'ConflictException'
  | 'InternalServerException'
  | 'ResourceNotFoundException'
  | 'ServiceQuotaExceededException'
  | 'ThrottlingException'
  | 'ValidationException'
  // Of all services of AWS, about signatures.
  | 'IncompleteSignatureException'
  | 'InvalidSignatureException'
  | 'MissingAuthenticationTokenException'
  | 'UnrecognizedClientException';

/** A part of a request that is not valid: its path, such as `Plan.Stages[0].Targets`, and why. */
export interface Field {
  readonly Name: string;
  readonly Message: string;
}

/** The service does not document its names of kinds of resources: these are estimates. */
export type ResourceType =
  | 'CONTACT'
  | 'CONTACT_CHANNEL'
  | 'ENGAGEMENT'
  | 'PAGE'
  | 'ROTATION'
  | 'ROTATION_OVERRIDE';

/** Throws where there are fields to refuse: all of them in one error. */
export function refuse(fields: readonly Field[]): void {
  if (fields.length === 0) return;
  const text = fields.map((field) => (field.Name ? `${field.Name}: ` : '') + field.Message);
  throw invalid('FIELD_VALIDATION_FAILED', `Invalid value provided - ${text.join('; ')}`, fields);
}

/** A resource that is missing, where the service answers with a ValidationException. */
export function invalidArn(member: string, arn: string): ServiceError {
  const message = invalidArnMessage(arn);
  return invalid('FIELD_VALIDATION_FAILED', `Invalid value provided - ${message}`, [
    { Name: member, Message: message },
  ]);
}

export function invalidArnMessage(arn: string): string {
  return `Invalid resource Arn ${arn}`;
}

export function unknownOperation(message: string): ServiceError {
  return invalid('UNKNOWN_OPERATION', message);
}

export function cannotParse(message: string): ServiceError {
  return invalid('CANNOT_PARSE', message);
}

export function notFound(type: ResourceType, id: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `There is no such resource: ${id}`, {
    ResourceId: id,
    ResourceType: type,
  });
}

export function conflict(
  message: string,
  type: ResourceType,
  id: string,
  dependents: readonly { readonly RelationType: string; readonly arns: readonly string[] }[] = [],
): ServiceError {
  return new ServiceError('ConflictException', message, {
    ResourceId: id,
    ResourceType: type,
    ...(dependents.length > 0 && {
      DependentEntities: dependents.map(({ RelationType, arns }) => ({
        RelationType,
        DependentResourceIds: arns,
      })),
    }),
  });
}

type Reason = 'UNKNOWN_OPERATION' | 'CANNOT_PARSE' | 'FIELD_VALIDATION_FAILED';

function invalid(reason: Reason, message: string, fields: readonly Field[] = []): ServiceError {
  return new ServiceError('ValidationException', message, {
    Reason: reason,
    ...(fields.length > 0 && { Fields: fields }),
  });
}
