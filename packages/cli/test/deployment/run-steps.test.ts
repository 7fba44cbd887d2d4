import type { Step } from '@oncall/compiler';
import { describe, expect, it } from 'vitest';
import type { Answer, Service } from '../../src/aws/service.ts';
import { runSteps } from '../../src/deployment/run-steps.ts';

function step(id: string, operation: string, input: object, handMade = false): Step {
  return { id, operation, input, after: [], change: id, origin: undefined, origins: {}, handMade };
}

const log: string[] = [];
const records = {
  has: () => false,
  add: (...record: readonly unknown[]) => log.push(`record ${record.join(' ')}`),
};

function service(answers: Readonly<Record<string, Answer | Error>> = {}) {
  const calls: { operation: string; input: Record<string, unknown> }[] = [];
  const fake: Service = {
    call: async (operation, input) => {
      calls.push({ operation, input: input as Record<string, unknown> });
      log.push(operation);
      const answer = answers[operation] ?? {};
      if (answer instanceof Error) throw answer;
      return answer;
    },
    close: () => {},
  };
  return { fake, calls };
}

const never = new AbortController().signal;

describe('runSteps', () => {
  it('puts ARNs where they are awaited, and nowhere else', async () => {
    const { fake, calls } = service({
      CreateContact: { ContactArn: 'arn:c' },
      CreateContactChannel: { ContactChannelArn: 'arn:ch' },
    });
    const outcome = await runSteps(
      [
        step('contact/a', 'CreateContact', { DisplayName: `\${contact/a}` }),
        step('channel/a/p', 'CreateContactChannel', { ContactId: { arnOf: 'contact/a' } }),
        step('engagement-plan/a', 'UpdateContact', { Plan: [{ arnOf: 'channel/a/p' }] }),
      ],
      fake,
      records,
      never,
      () => {},
    );
    expect(outcome.notDone).toEqual([]);
    expect(calls.map(({ input }) => input)).toEqual([
      { DisplayName: `\${contact/a}`, IdempotencyToken: expect.any(String) },
      { ContactId: 'arn:c', IdempotencyToken: expect.any(String) },
      { Plan: ['arn:ch'] },
    ]);
    expect(calls[0]?.input['IdempotencyToken']).not.toBe(calls[1]?.input['IdempotencyToken']);
  });

  it('stops at the first failure', async () => {
    const error = new Error('refused');
    const { fake } = service({ CreateRotation: error });
    const all = [
      step('a', 'CreateContact', {}),
      step('b', 'CreateRotation', {}),
      step('c', 'CreateContact', {}),
    ];
    const outcome = await runSteps(all, fake, records, never, () => {});
    expect(outcome.done).toEqual([all[0]]);
    expect(outcome.failed).toEqual({ step: all[1], error });
    expect(outcome.notDone).toEqual([all[1], all[2]]);
  });

  it('finishes the call under way when interrupted', async () => {
    const controller = new AbortController();
    const { fake, calls } = service();
    const all = [step('a', 'CreateContact', {}), step('b', 'CreateContact', {})];
    const outcome = await runSteps(all, fake, records, controller.signal, () => controller.abort());
    expect(calls).toHaveLength(1);
    expect(outcome).toMatchObject({ done: [all[0]], notDone: [all[1]], interrupted: true });
  });

  it('records an override before it is made, unless a person made it', async () => {
    const { fake } = service({ CreateRotation: { RotationArn: 'arn:r' } });
    const input = { RotationId: { arnOf: 'rotation/r' }, StartTime: 1, EndTime: 2 };
    log.length = 0;
    await runSteps(
      [
        step('rotation/r', 'CreateRotation', {}),
        step('override/r/1', 'CreateRotationOverride', input),
        step('override/r/2', 'CreateRotationOverride', input, true),
      ],
      fake,
      records,
      never,
      () => {},
    );
    expect(log).toEqual([
      'CreateRotation',
      'record arn:r 1 2',
      'CreateRotationOverride',
      'CreateRotationOverride',
    ]);
  });
});
