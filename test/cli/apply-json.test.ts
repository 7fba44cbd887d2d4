import { describe, expect, it } from 'vitest';
import { demo, demoValues } from '../docs/demo-project.ts';
import { account } from './account.ts';
import { folder, oncall } from './oncall.ts';
import { proxy, refusal } from './proxy.ts';

const scene = () => folder({ 'main.oncall': demo, 'oncall.env': demoValues });

const ids = (steps: readonly { readonly id: string }[]) => steps.map(({ id }) => id);

describe('oncall apply --json', () => {
  it('tells programs what was done, and that there is nothing left to do', async () => {
    const { url } = await account();
    const cwd = scene();
    const words = ['--yes', '--json', '--endpoint', url];
    const first = await oncall(['apply', ...words], { cwd });
    expect(first.code, first.stderr).toBe(0);
    const told = JSON.parse(first.stdout);
    expect(told).toMatchObject({ project: 'demo', failed: [], notDone: [], interrupted: false });
    expect(ids(told.done)).toHaveLength(11);
    expect(told.done).toContainEqual({ id: 'plan/sre', operation: 'CreateContact' });
    const second = JSON.parse((await oncall(['apply', ...words], { cwd })).stdout);
    expect(second).toMatchObject({ changes: [], done: [], failed: [], notDone: [] });
    const gone = JSON.parse((await oncall(['destroy', ...words], { cwd })).stdout);
    expect(ids(gone.done)).toContain('plan/sre');
  });

  it('tells where it ended', async () => {
    const service = await account();
    const { url } = await proxy(service.url, ({ operation }) =>
      operation === 'CreateRotation' ? refusal('ServiceQuotaExceededException', 'many') : undefined,
    );
    const words = ['apply', '--yes', '--json', '--endpoint', url];
    const { code, stdout, stderr } = await oncall(words, { cwd: scene() });
    expect(code).toBe(75);
    const { done, failed, notDone } = JSON.parse(stdout);
    expect(failed).toEqual([
      {
        id: 'rotation/primary',
        operation: 'CreateRotation',
        error: 'ServiceQuotaExceededException',
      },
    ]);
    expect(ids(done)).toContain('engagement-plan/bob');
    expect(ids(notDone)).toEqual(['rotation/primary', 'schedule/sre-oncall', 'plan/sre']);
    expect(stderr).toContain('error[ServiceQuotaExceededException]');
  });

  it('asks nothing', async () => {
    const { code, stderr } = await oncall(['apply', '--json', '--local'], { cwd: scene() });
    expect({ code, stderr }).toEqual({ code: 64, stderr: expect.stringContaining('needs --yes') });
  });
});
