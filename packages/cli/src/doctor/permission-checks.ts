/** What these credentials may do, as far as reading tells: nothing is written to find out. */
import { contactArn } from '@oncall/compiler';
import type { Listing } from '../aws/live-state.ts';
import { type Operation, operations, ServiceError } from '../aws/service.ts';
import type { Target } from '../deployment/target.ts';
import { OperationalError } from '../exit.ts';
import type { Check } from './check.ts';

export async function permissionChecks(
  target: Target,
  listing: Listing | undefined,
): Promise<readonly Check[]> {
  const probes = probesOf(target, listing);
  const answers = await Promise.all(probes.map((probe) => isAllowed(probe, target)));
  const refused = probes
    .filter((_, index) => answers[index] === false)
    .map(({ operation }) => operation);
  const unknown = probes
    .filter((_, index) => answers[index] === undefined)
    .map(({ operation }) => operation);
  const tried = new Set(probes.map(({ operation }) => operation));
  const untried = operations.filter((operation) => !tried.has(operation));
  return [
    {
      name: 'may read',
      result: refused.length > 0 ? 'failed' : unknown.length > 0 ? 'warning' : 'ok',
      says:
        refused.length > 0
          ? `missing: ${service} ${refused.join(', ')}`
          : unknown.length > 0
            ? `not known: ${service} ${unknown.join(', ')}`
            : `${service} ${[...tried].join(', ')}`,
      help: refused.length > 0 ? 'Allow these actions to the role or user.' : undefined,
    },
    {
      name: 'may write',
      result: 'skipped',
      says: `not tried, and needed: ${service} ${[...untried, 'AssociateContact'].join(', ')}`,
    },
  ];
}

interface Probe {
  readonly operation: Operation;
  readonly input: object;
}

/** Reads, on what is there where there is something: a policy may allow no other. */
function probesOf(
  { account = '000000000000', region }: Target,
  listing: Listing | undefined,
): readonly Probe[] {
  const person = listing?.contacts.find(({ Type }) => Type === 'PERSONAL')?.ContactArn;
  const ContactId = person ?? contactArn('oncall-doctor', account, region);
  const rotation = listing?.rotations[0]?.RotationArn;
  const now = Math.floor(Date.now() / 1_000);
  const window = { StartTime: now, EndTime: now + 86_400 };
  return [
    { operation: 'ListContacts', input: {} },
    { operation: 'ListRotations', input: {} },
    { operation: 'GetContact', input: { ContactId } },
    { operation: 'ListContactChannels', input: { ContactId } },
    { operation: 'ListTagsForResource', input: { ResourceARN: ContactId } },
    ...(rotation === undefined
      ? []
      : [
          {
            operation: 'ListRotationOverrides',
            input: { RotationId: rotation, ...window },
          } as const,
        ]),
    {
      operation: 'ListPreviewRotationShifts',
      input: {
        ...window,
        Members: ['oncall-doctor'],
        TimeZoneId: 'UTC',
        Recurrence: {
          NumberOfOnCalls: 1,
          RecurrenceMultiplier: 1,
          DailySettings: [{ HourOfDay: 9, MinuteOfHour: 0 }],
        },
      },
    },
  ];
}

/** Undefined where no answer tells. Any other refusal comes after permission was given (an estimate). */
async function isAllowed({ operation, input }: Probe, target: Target) {
  try {
    await target.connection.call(operation, input);
    return true;
  } catch (error) {
    if (error instanceof OperationalError) return undefined;
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'AccessDeniedException') return false;
    return error.details.httpStatus === 400 && error.code !== 'ThrottlingException'
      ? true
      : undefined;
  }
}

/** What the names of actions begin with in a policy. */
const service = 'ssm-contacts:';
