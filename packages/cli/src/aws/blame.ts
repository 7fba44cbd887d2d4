/**
 * A refusal by AWS, in the words of someone who has to act on it, and at the finest place in the
 * source that it can be traced to.
 */
import { type CreateContactChannelInput, maskAddress, type Step } from '@oncall/compiler';
import type { Location, Origin } from '@oncall/language';
import type { Notice } from '../reporters/notice.ts';
import { meansGone, type ServiceError } from './service.ts';

export interface Scene {
  readonly step: Step;
  locate(origin: Origin): Location;
}

/** Without a scene it was a look at the account, and no line of the source is to blame. */
export function blame(error: ServiceError, scene?: Scene): Notice {
  const { operation, code, details } = error;
  const { cause, remedy } = explain(error);
  const subject = scene === undefined ? '' : ` for ${scene.step.change}`;
  const origin = scene === undefined ? undefined : originOf(error, scene.step);
  const fields = details.fields
    .filter(({ message }) => !error.message.includes(message))
    .map(({ name, message }) => `${name}: ${message}`);
  const said = [error.message, ...fields];
  return {
    severity: 'error',
    code,
    title: `AWS refused ${operation}${subject}`,
    location: scene === undefined || origin === undefined ? undefined : scene.locate(origin),
    related: [],
    notes: [
      {
        label: 'AWS said',
        text: withoutAddress(said.filter((text) => text !== '').join('; '), scene),
      },
      { label: 'cause', text: cause },
      { label: 'help', text: remedy },
      ...(details.requestId === undefined ? [] : [{ label: 'request', text: details.requestId }]),
    ],
  };
}

/** A refusal may quote the address in a form that nothing else knows as one. */
function withoutAddress(text: string, scene: Scene | undefined): string {
  const { DeliveryAddress } = (scene?.step.input ?? {}) as Partial<CreateContactChannelInput>;
  const address = DeliveryAddress?.SimpleAddress;
  if (address === undefined) return text;
  const shown = maskAddress(address);
  const bare = /^\+/;
  return text
    .replaceAll(address, shown)
    .replaceAll(address.replace(bare, ''), shown.replace(bare, ''));
}

interface Explanation {
  readonly cause: string;
  readonly remedy: string;
}

function explain(error: ServiceError): Explanation {
  const { code, message, details } = error;
  if (/account not found for the request/i.test(message)) {
    return {
      cause:
        'Incident Manager is not set up in this account and Region: there is no replication set.',
      remedy: 'Set up Incident Manager there, or choose the Region in which it is set up.',
    };
  }
  switch (code) {
    case 'AccessDenied':
    case 'AccessDeniedException':
      return denied(error);
    case 'ConflictException':
      return conflict(error);
    case 'DataEncryptionException':
      return {
        cause: 'The service could not use the KMS key of its replication set.',
        remedy:
          'See that the key exists, is enabled and not to be deleted, and that its policy lets you and Incident Manager use it.',
      };
    case 'InternalServerException':
      return {
        cause: 'The service failed, several times. It is not about your files.',
        remedy: 'Wait some minutes, and run again.',
      };
    case 'ResourceNotFoundException':
      return {
        cause: `${details.resource ?? 'Something that the request names'} does not exist in this account and Region.`,
        remedy: 'Run oncall plan: it reads the account anew. Look at the ARN of an extern contact.',
      };
    case 'ServiceQuotaExceededException':
      return {
        cause: `The account has as many as it may have${details.quota === undefined ? '' : ` (quota ${details.quota})`}.`,
        remedy: 'Delete what is not needed any more, or ask for more in Service Quotas.',
      };
    case 'ThrottlingException':
      return {
        cause:
          'There were more calls in a short time than the account may make, also after pauses.',
        remedy: 'Wait a minute, and run again. Another tool may be at work.',
      };
    case 'ValidationException':
      return validation(error);
    default:
      return other(error);
  }
}

/** A call may need more than the permission of its name, and then the message says which. */
function denied({ operation, message }: ServiceError): Explanation {
  const [, named] = /not authorized to perform:? ([a-z-]+:\w+)/i.exec(message) ?? [];
  const own = `${operation === 'GetCallerIdentity' ? 'sts' : 'ssm-contacts'}:${operation}`;
  const action = named ?? own;
  const cause = `These credentials may not do ${action}.`;
  if (/explicit deny/i.test(message)) {
    const remedy = `A policy denies ${action}: ask whoever keeps it. An Allow elsewhere does not help.`;
    return { cause, remedy };
  }
  return {
    cause,
    remedy:
      named === undefined && needsAssociate.has(operation)
        ? `Allow ${action}, and ssm-contacts:AssociateContact, which it needs too.`
        : `Allow ${action}.`,
  };
}

const needsAssociate: ReadonlySet<string> = new Set(['CreateContact', 'UpdateContact']);

function conflict({ operation, details }: ServiceError): Explanation {
  if (details.dependents.length > 0) {
    return {
      cause: `Something depends on it: ${details.dependents.join(', ')}.`,
      remedy: 'Take it out of what depends on it first, then run again.',
    };
  }
  const what = details.resource ?? 'it';
  return operation.startsWith('Create')
    ? {
        cause: `${what} exists already, or is being changed by someone else.`,
        remedy:
          'Run oncall plan: it reads the account anew, and says whether --adopt can take it over.',
      }
    : {
        cause: `${what} is being changed by someone else, or something depends on it.`,
        remedy: 'Run oncall plan, and apply again.',
      };
}

function validation({ operation, message, details }: ServiceError): Explanation {
  const [, kind] =
    /invalid resource arn\b(?:.*?:(contact|contact-channel|rotation)\/)?/i.exec(message) ?? [];
  if (meansGone('ValidationException', message)) {
    return {
      cause: `A ${kind?.replace('contact-', '') ?? 'resource'} that the request names does not exist in this account and Region.`,
      remedy:
        'Run oncall plan: it reads the account anew. Look at the ARN of an extern contact, and at overrides made by hand.',
    };
  }
  if (isAboutTags(operation, message, details.fields.length)) {
    return {
      cause: 'The service does not accept tags here.',
      remedy:
        'Tags can be set only in the first Region of the replication set: see that region in project is that one.',
    };
  }
  return {
    cause: 'The service does not accept a value.',
    remedy:
      'Mend the value. If oncall lint has nothing against it, please report that: it should have said so first.',
  };
}

/** How AWS words it is documented nowhere: a call that is about tags alone, or says so. */
function isAboutTags(operation: string, message: string, fields: number): boolean {
  if (/\btag/i.test(message) && /\bregion/i.test(message)) return true;
  return /^(Tag|Untag)Resource$/.test(operation) && fields === 0;
}

const credentials =
  /^(ExpiredToken|UnrecognizedClient|InvalidSignature|InvalidClientTokenId|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken)/;

function other({ code, message, details }: ServiceError): Explanation {
  if (
    /^Request(TimeTooSkewed|Expired)/.test(code) ||
    /signature (expired|not yet)/i.test(message)
  ) {
    return {
      cause: 'The clock of this machine is wrong, or the call took very long to arrive.',
      remedy: 'Set the clock, and run again.',
    };
  }
  if (credentials.test(code)) {
    return {
      cause: 'The credentials are expired or not valid, or the clock of this machine is wrong.',
      remedy: 'Log in again, or give --profile NAME.',
    };
  }
  if ((details.httpStatus ?? 0) >= 500) {
    return {
      cause: 'The service, or something between here and it, failed several times.',
      remedy: 'Wait some minutes, and run again.',
    };
  }
  if ((details.httpStatus ?? 400) < 400) {
    return {
      cause: 'Something answered in place of AWS: a proxy, perhaps, or a page to log in on.',
      remedy: 'Look at the network and the address of the service, then run again.',
    };
  }
  return {
    cause: 'This error is not known to oncall.',
    remedy: 'Run again; if it stays, look it up.',
  };
}

/** The place of the field that the service names, as far down as the source goes; else the declaration. */
function originOf({ details, message }: ServiceError, step: Step): Origin | undefined {
  const places = Object.entries(step.origins).map(([path, origin]) => ({
    path: normal(path),
    origin,
  }));
  const named = details.fields.map(({ name }) => normal(name));
  // Some refusals name the field in the message alone: "Value at 'plan.stages.1.member…' failed".
  for (const [, quoted = ''] of message.matchAll(/'([\w.[\]]+)'/g)) named.push(normal(quoted));
  for (const field of named) {
    for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
      const found = places.find((place) => place.path === path);
      if (found !== undefined) return found.origin;
      const within = places.find((place) => place.path.startsWith(`${path}.`));
      if (within !== undefined && (path === field || /\.\d+$/.test(path))) return within.origin;
    }
  }
  return step.origin;
}

/** `plan.stages[0].DurationInMinutes` and `Plan.Stages.1.member.durationInMinutes` are one path. */
function normal(path: string): string {
  return (
    path
      .toLowerCase()
      .replace(/\[(\d+)\]/g, '.$1')
      // Written so, they count from 1.
      .replace(/\.(\d+)\.member\b/g, (_, number: string) => `.${Number(number) - 1}`)
      .replace(/^\.+/, '')
  );
}
