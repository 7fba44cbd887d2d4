import type { Step } from '@oncall/compiler';
import { describe, expect, it } from 'vitest';
import { type Answer, type Service, ServiceError } from '../../src/aws/service.ts';
import { MovedOn } from '../../src/deployment/guard.ts';
import { type Run, runSteps } from '../../src/deployment/run-steps.ts';

function step(id: string, operation: string, input: object = {}, more: Partial<Step> = {}): Step {
  const place = { change: id, of: id, origin: undefined, origins: {} };
  return { id, operation, input, after: [], wave: 0, ...place, handMade: false, ...more };
}

type Reply = Answer | Error | Promise<Answer>;

/** A service that gives such replies, and what it and the journal were told, in order. */
function scene(reply: (operation: string, input: Record<string, unknown>) => Reply = () => ({})) {
  const log: string[] = [];
  const calls: { operation: string; input: Record<string, unknown> }[] = [];
  const controller = new AbortController();
  const service: Service = {
    call: async (operation, input) => {
      calls.push({ operation, input: input as Record<string, unknown> });
      log.push(operation);
      const answer = await reply(operation, input as Record<string, unknown>);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    close: () => {},
  };
  let tokens = 0;
  const run: Run = {
    service,
    journal: {
      begin: async (operation, _input, { handMade = false } = {}) => {
        log.push(`begin ${operation}${handMade ? ' by hand' : ''}`);
        tokens += 1;
        const token = operation.startsWith('Create') ? `token-${tokens}` : undefined;
        return {
          token,
          isRepeated: false,
          done: () => log.push(`done ${operation}`),
          refused: () => log.push(`refused ${operation}`),
        };
      },
      forget: (arn) => log.push(`forget ${arn}`),
    },
    guard: { check: async () => {}, did: () => {} },
    signal: controller.signal,
    width: 8,
    onDone: () => {},
  };
  return { run, log, calls, controller };
}

const later = (answer: Answer = {}) =>
  new Promise<Answer>((resolve) => setTimeout(() => resolve(answer), 20));

describe('runSteps', () => {
  it('puts ARNs where they are awaited, and nowhere else', async () => {
    const { run, calls } = scene((operation) =>
      operation === 'CreateContact'
        ? { ContactArn: 'arn:c' }
        : operation === 'CreateContactChannel'
          ? { ContactChannelArn: 'arn:ch' }
          : {},
    );
    const outcome = await runSteps(
      [
        step('contact/a', 'CreateContact', { DisplayName: `\${contact/a}` }),
        step(
          'channel/a/p',
          'CreateContactChannel',
          { ContactId: { arnOf: 'contact/a' } },
          { wave: 1 },
        ),
        step('plan/a', 'UpdateContact', { Plan: [{ arnOf: 'channel/a/p' }] }, { wave: 2 }),
      ],
      run,
    );
    expect(outcome.notDone).toEqual([]);
    expect(calls.map(({ input }) => input)).toEqual([
      { DisplayName: `\${contact/a}`, IdempotencyToken: 'token-1' },
      { ContactId: 'arn:c', IdempotencyToken: 'token-2' },
      { Plan: ['arn:ch'] },
    ]);
  });

  it('writes down a call before it is sent, and after', async () => {
    const { run, log } = scene();
    const handMade = { handMade: true, wave: 1 };
    await runSteps(
      [step('a', 'CreateRotation'), step('b', 'CreateRotationOverride', {}, handMade)],
      run,
    );
    expect(log).toEqual([
      'begin CreateRotation',
      'CreateRotation',
      'done CreateRotation',
      'begin CreateRotationOverride by hand',
      'CreateRotationOverride',
      'done CreateRotationOverride',
    ]);
  });

  it('has as many under way as it may, and the next wave when all are done', async () => {
    let under = 0;
    let most = 0;
    const seen: number[] = [];
    const { run } = scene(async (operation) => {
      under += 1;
      most = Math.max(most, under);
      if (operation === 'CreateRotation') seen.push(under);
      await later();
      under -= 1;
      return {};
    });
    const contacts = Array.from({ length: 6 }, (_, index) => step(`c${index}`, 'CreateContact'));
    const rotation = step('r', 'CreateRotation', {}, { wave: 1 });
    const outcome = await runSteps([...contacts, rotation], { ...run, width: 3 });
    expect(most).toBe(3);
    expect(seen).toEqual([1]);
    expect(outcome.done).toHaveLength(7);
  });

  it('waits for what a step says it comes after, and for others about the same person', async () => {
    const order: string[] = [];
    const { run } = scene(async (_operation, { id }) => {
      order.push(`+${id}`);
      await later();
      order.push(`-${id}`);
      return {};
    });
    const all = [
      step('a', 'TagResource', { id: 'a' }, { of: 'x' }),
      step('b', 'TagResource', { id: 'b' }, { of: 'x' }),
      step('c', 'TagResource', { id: 'c' }, { after: ['b'] }),
    ];
    await runSteps(all, run);
    expect(order).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
  });

  it('begins nothing after a failure, and finishes what is under way', async () => {
    const error = new Error('refused');
    const { run, calls } = scene((operation) => (operation === 'CreateRotation' ? error : later()));
    const all = [
      step('a', 'CreateContact'),
      step('b', 'CreateRotation'),
      step('c', 'CreateContact'),
      step('d', 'CreateContact', {}, { wave: 1 }),
    ];
    const outcome = await runSteps(all, { ...run, width: 2 });
    expect(outcome.done).toEqual([all[0]]);
    expect(outcome.failed).toEqual([{ step: all[1], error }]);
    expect(outcome.notDone).toEqual(all.slice(1));
    expect(calls).toHaveLength(2);
  });

  it('finishes the calls under way when interrupted', async () => {
    const { run, calls, controller } = scene(async () => {
      controller.abort();
      return later();
    });
    const all = [step('a', 'CreateContact'), step('b', 'CreateContact', {}, { wave: 1 })];
    const outcome = await runSteps(all, run);
    expect(calls).toHaveLength(1);
    expect(outcome).toMatchObject({ done: [all[0]], notDone: [all[1]], interrupted: true });
  });

  it('gives a token up where the service refused, and keeps it where nothing is known', async () => {
    const refusal = (httpStatus: number) =>
      new ServiceError('CreateContact', 'X', 'no', { fields: [], dependents: [], httpStatus });
    for (const [status, log] of [
      [400, ['begin CreateContact', 'CreateContact', 'refused CreateContact']],
      [500, ['begin CreateContact', 'CreateContact']],
    ] as const) {
      const found = scene(() => refusal(status));
      await runSteps([step('a', 'CreateContact')], found.run);
      expect(found.log).toEqual(log);
    }
  });

  it('makes it anew where the answer to an old token is of something gone', async () => {
    let made = 0;
    const gone = new ServiceError('GetRotation', 'ResourceNotFoundException', 'gone', {
      fields: [],
      dependents: [],
    });
    const { run, log } = scene((operation) => {
      if (operation === 'GetRotation') return gone;
      made += 1;
      return { RotationArn: `arn:${made}` };
    });
    const journal: Run['journal'] = {
      ...run.journal,
      begin: async (...words) => ({
        ...(await run.journal.begin(...words)),
        isRepeated: made === 0,
      }),
    };
    const did: string[] = [];
    const guard = { ...run.guard, did: (_: Step, __: object, arn: string) => void did.push(arn) };
    await runSteps([step('r', 'CreateRotation')], { ...run, journal, guard });
    expect(log).toEqual([
      'begin CreateRotation',
      'CreateRotation',
      'GetRotation',
      'refused CreateRotation',
      'begin CreateRotation',
      'CreateRotation',
      'done CreateRotation',
    ]);
    expect(did).toEqual(['arn:2']);
  });

  it('sends nothing that the guard holds back, and forgets what is known of it', async () => {
    const { run, log, calls } = scene();
    const first = step('a', 'UpdateContact');
    const check = async () => {
      throw new MovedOn(first, 'it was changed', 'arn:a');
    };
    const outcome = await runSteps([first], { ...run, guard: { ...run.guard, check } });
    expect(calls).toEqual([]);
    expect(log).toEqual(['forget arn:a']);
    expect(outcome.failed[0]?.error).toBeInstanceOf(MovedOn);
  });
});
