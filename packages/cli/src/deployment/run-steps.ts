import { randomUUID } from 'node:crypto';
import { resolve, type Step } from '@oncall/compiler';
import type { Answer, Operation, Service } from '../aws/service.ts';
import type { OverrideRecords } from './override-records.ts';

export interface Outcome {
  readonly done: readonly Step[];
  /** The step at which it ended, where one failed, and why. */
  readonly failed: { readonly step: Step; readonly error: unknown } | undefined;
  readonly notDone: readonly Step[];
  readonly interrupted: boolean;
}

/**
 * Sends steps in order, and stops at the first that fails: what comes after may page people by
 * what went before. An interrupt ends it after the call under way.
 */
export async function runSteps(
  steps: readonly Step[],
  service: Service,
  records: OverrideRecords,
  signal: AbortSignal,
  onStep: (step: Step, index: number) => void,
): Promise<Outcome> {
  const arns = new Map<string, string>();
  const arnOf = (id: string): string => {
    const arn = arns.get(id);
    if (arn === undefined) throw new Error(`the ARN of ${id} is not known yet`);
    return arn;
  };
  for (const [index, step] of steps.entries()) {
    const end = { done: steps.slice(0, index), notDone: steps.slice(index) };
    if (signal.aborted) return { ...end, failed: undefined, interrupted: true };
    onStep(step, index);
    try {
      const input = resolve(step.input, arnOf);
      if (step.operation === 'CreateRotationOverride' && !step.handMade) record(records, input);
      // One token for all attempts: a lost answer must not make a second resource.
      const token = step.operation.startsWith('Create') ? { IdempotencyToken: randomUUID() } : {};
      const answer = await service.call(step.operation as Operation, { ...input, ...token });
      const arn = arnIn(answer);
      if (arn !== undefined) arns.set(step.id, arn);
    } catch (error) {
      if (signal.aborted && (error as Error).name === 'AbortError') {
        return { ...end, failed: undefined, interrupted: true };
      }
      return { ...end, failed: { step, error }, interrupted: false };
    }
  }
  return { done: steps, failed: undefined, notDone: [], interrupted: signal.aborted };
}

function record(records: OverrideRecords, input: object): void {
  const { RotationId, StartTime, EndTime } = input as {
    RotationId: string;
    StartTime: number;
    EndTime: number;
  };
  records.add(RotationId, StartTime, EndTime);
}

function arnIn(answer: Answer): string | undefined {
  const { ContactArn, ContactChannelArn, RotationArn } = answer;
  const arn = ContactChannelArn ?? ContactArn ?? RotationArn;
  return typeof arn === 'string' ? arn : undefined;
}
