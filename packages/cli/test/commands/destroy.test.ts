import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atTerminal } from './at-terminal.ts';

let cwd: string;

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'oncall-destroy-'));
  const text = 'contact a < channel m email "a@example.com" stage 5m < notify m > >\n';
  writeFileSync(join(cwd, 'main.oncall'), `project acme < region "us-east-2" >\n${text}`);
  expect((await atTerminal(['apply', '--local', '--yes'], cwd)).exitCode).toBe(0);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const destroyed = (answer?: string) => atTerminal(['destroy', '--local'], cwd, answer);

describe('destroy', () => {
  it.each([
    ['yes', 1],
    ['', 1],
    ['Acme', 1],
    [undefined, 130],
  ] as const)('deletes nothing when the answer is %j', async (answer, exitCode) => {
    const refused = await destroyed(answer);
    expect(refused.exitCode).toBe(exitCode);
    expect(refused.text).toMatch(
      /Plan: 1 to delete\.\nDestroy all .* Type the project's name, acme: Nothing was changed\.\n$/,
    );
    expect((await destroyed('no')).text).toContain('Plan: 1 to delete.');
  });

  it('deletes all once the name of the project is typed', async () => {
    const done = await destroyed(' acme ');
    expect(done.exitCode).toBe(0);
    expect(done.text).toContain('Nothing of the project is left in the account.');
    const again = await destroyed();
    expect(again.exitCode).toBe(0);
    expect(again.text).toContain('Nothing to destroy');
    expect(again.text).not.toContain('Type the');
  });
});
