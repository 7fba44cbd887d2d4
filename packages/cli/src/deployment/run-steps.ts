import { resolve, type Step } from '@oncall/compiler';
import {
  type Answer,
  meansGone,
  type Operation,
  type Service,
  ServiceError,
} from '../aws/service.ts';
import { type Guard, MovedOn } from './guard.ts';
import type { Journal } from './journal.ts';
import { madeBy } from './made-by.ts';

export interface Outcome {
  /** In the order in which they were done. */
  readonly done: readonly Step[];
  /** The steps at which it ended, where any failed, and why. */
  readonly failed: readonly { readonly step: Step; readonly error: unknown }[];
  /** What failed is among them. */
  readonly notDone: readonly Step[];
  readonly interrupted: boolean;
}

export interface Run {
  readonly service: Service;
  readonly journal: Pick<Journal, 'begin' | 'forget'>;
  readonly guard: Guard;
  readonly signal: AbortSignal;
  /** How many calls may be under way at a time. */
  readonly width: number;
  /** Called when a step is done, with how many are done by then. */
  onDone(step: Step, count: number): void;
}

/**
 * Sends steps: those of a wave at once, as far as none waits for another and no two are about the
 * same person or rotation. At the first that fails nothing new begins, for what comes after may
 * page people by what went before; what is under way is finished. So it is at an interrupt.
 */
export async function runSteps(steps: readonly Step[], run: Run): Promise<Outcome> {
  const { signal, width, onDone } = run;
  const send = createSender(run);
  const done = new Set<Step>();
  const doneIds = new Set<string>();
  const failed: { readonly step: Step; readonly error: unknown }[] = [];
  const stops = () => signal.aborted || failed.length > 0;

  const runWave = (wave: readonly Step[]) =>
    new Promise<void>((finish) => {
      const waiting = new Set(wave);
      const busy = new Set<string>();
      const isReady = ({ of, after }: Step) =>
        !busy.has(of) && after.every((id) => doneIds.has(id));
      const begin = () => {
        for (const step of waiting) {
          if (stops() || busy.size >= width) break;
          if (!isReady(step)) continue;
          waiting.delete(step);
          busy.add(step.of);
          void carry(step);
        }
        if (busy.size === 0) finish();
      };
      const carry = async (step: Step) => {
        try {
          await send(step);
          done.add(step);
          doneIds.add(step.id);
          onDone(step, done.size);
        } catch (error) {
          const wasInterrupted = signal.aborted && (error as Error).name === 'AbortError';
          if (!wasInterrupted) failed.push({ step, error });
        }
        busy.delete(step.of);
        begin();
      };
      begin();
    });

  for (let from = 0; from < steps.length && !stops(); ) {
    const wave = steps[from]?.wave;
    const end = steps.findIndex((step, index) => index > from && step.wave !== wave);
    const to = end === -1 ? steps.length : end;
    await runWave(steps.slice(from, to));
    from = to;
  }
  const notDone = steps.filter((step) => !done.has(step));
  return { done: [...done], failed, notDone, interrupted: signal.aborted };
}

/** Sends a step once, as far as the service can tell, and learns the ARN that its answer holds. */
function createSender({ service, journal, guard }: Run): (step: Step) => Promise<void> {
  const arns = new Map<string, string>();
  const arnOf = (id: string): string => {
    const arn = arns.get(id);
    if (arn === undefined) throw new Error(`the ARN of ${id} is not known yet`);
    return arn;
  };
  const attempt = async (operation: Operation, input: object, handMade: boolean) => {
    const call = await journal.begin(operation, input, { handMade });
    const token = call.token === undefined ? {} : { IdempotencyToken: call.token };
    try {
      const answer = await service.call(operation, { ...input, ...token });
      // A token known to the service gets the answer of then, whatever has happened since.
      if (call.isRepeated && !(await isThere(service, input, answer))) {
        call.refused();
        return undefined;
      }
      call.done(answer);
      return answer;
    } catch (error) {
      const { httpStatus = 0 } = error instanceof ServiceError ? error.details : {};
      if (httpStatus >= 400 && httpStatus < 500) call.refused();
      throw error;
    }
  };
  return async (step) => {
    const input = resolve(step.input, arnOf);
    try {
      await guard.check(step, input);
    } catch (error) {
      if (error instanceof MovedOn) journal.forget(error.arn);
      throw error;
    }
    const send = () => attempt(step.operation as Operation, input, step.handMade);
    const answer = (await send()) ?? (await send()) ?? {};
    const made = madeBy(answer);
    if (made !== '') arns.set(step.id, made);
    guard.did(step, input, made);
  };
}

async function isThere(service: Service, input: object, answer: Answer): Promise<boolean> {
  const { ContactArn, ContactChannelArn, RotationArn, RotationOverrideId } = answer;
  try {
    if (ContactChannelArn !== undefined) {
      await service.call('GetContactChannel', { ContactChannelId: ContactChannelArn });
    } else if (ContactArn !== undefined) {
      await service.call('GetContact', { ContactId: ContactArn });
    } else if (RotationArn !== undefined) {
      await service.call('GetRotation', { RotationId: RotationArn });
    } else if (RotationOverrideId !== undefined) {
      const { RotationId } = input as { readonly RotationId: string };
      await service.call('GetRotationOverride', { RotationId, RotationOverrideId });
    }
    return true;
  } catch (error) {
    if (error instanceof ServiceError && meansGone(error.code, error.message)) return false;
    throw error;
  }
}
