/** Whatever an account holds, an import says it so that nothing is left to do but to own it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSourceFile, format } from '@oncall/language';
import { startLocalService } from '@oncall/local-service';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AccountSpec, arbitraryAccount, makeAccount, secrets } from './random-account.ts';
import { type Ran, runCommand } from './run-command.ts';

/** More by hand: IMPORTS=500. */
const numRuns = Number(process.env['IMPORTS'] ?? 12);

it(
  'an import leaves nothing to do but to own what is there',
  async () => {
    const seen = { ...nothing };
    await fc.assert(
      fc.asyncProperty(arbitraryAccount, async (spec) => {
        const counts = await holds(spec);
        seen.imports += counts.imports;
        seen.managed += counts.managed;
        seen.unmanaged += counts.unmanaged;
        seen.templates += counts.templates;
      }),
      { numRuns },
    );
    // Else nothing was tried.
    expect(seen.imports).toBeGreaterThan(0);
    expect(seen.managed).toBeGreaterThan(0);
    if (process.env['IMPORTS'] !== undefined) console.log(seen);
  },
  60_000 + numRuns * 2_000,
);

const nothing = { imports: 0, managed: 0, unmanaged: 0, templates: 0 };

async function holds(spec: AccountSpec): Promise<typeof nothing> {
  const log: string[] = [];
  const service = await startLocalService({
    region: 'us-east-2',
    log: (line) => log.push(line),
  });
  const folder = mkdtempSync(join(tmpdir(), 'oncall-import-'));
  try {
    const call = async (operation: string, input: object) => {
      const response = await fetch(service.url, {
        method: 'POST',
        headers: { 'x-amz-target': `SSMContacts.${operation}` },
        body: JSON.stringify(input),
      });
      const answer = (await response.json()) as Record<string, unknown>;
      if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`);
      return answer;
    };
    await makeAccount(spec, call, Math.floor(Date.now() / 1_000));
    log.length = 0;

    const all: Ran[] = [];
    const run = async (...words: string[]): Promise<Ran> => {
      const ran = await runCommand(words, folder);
      all.push(ran);
      for (const secret of secrets) expect(ran.stdout + ran.stderr).not.toContain(secret);
      return ran;
    };
    const at = ['--endpoint', service.url];
    const imported = await run('import', '--out', 'code', '--project', 'mine', '--json', ...at);
    expect(writes(log)).toEqual([]);
    if (imported.code !== 0) {
      expect(imported.stderr).toMatch(
        /^there is nothing to import|an apply of these files would delete/,
      );
      expect(readdirSync(folder)).toEqual([]);
      return nothing;
    }

    const code = join(folder, 'code');
    const files = readdirSync(code).filter((name) => name.endsWith('.oncall'));
    for (const name of files) {
      const text = readFileSync(join(code, name), 'utf8');
      expect(format(createSourceFile(name, text))).toEqual({ kind: 'formatted', text });
    }
    const linted = await run('lint', 'code');
    expect(linted.code, linted.stdout + linted.stderr).toBe(0);

    const planned = await run('plan', 'code', '--adopt', '--json', ...at);
    expect(planned.code, planned.stderr).toBe(0);
    for (const { action, reasons } of JSON.parse(planned.stdout).changes) {
      expect(['adopt', 'update', 'kept'], planned.stdout).toContain(action);
      for (const { property = 'tag oncall/' } of action === 'kept' ? [] : reasons) {
        expect(property).toMatch(/^tag oncall\//);
      }
    }

    log.length = 0;
    const applied = await run('apply', 'code', '--adopt', '--yes', ...at);
    expect(applied.code, applied.stdout + applied.stderr).toBe(0);
    expect([...new Set(writes(log))].filter((name) => name !== 'TagResource')).toEqual([]);
    const again = await run('plan', 'code', '--detailed-exitcode', ...at);
    expect(again.code, again.stdout + again.stderr).toBe(0);

    const { managed, unmanaged } = JSON.parse(imported.stdout);
    for (const { reason } of unmanaged) expect(reason).toMatch(/[^: ]$/);
    const templates = files.includes('templates.oncall') ? 1 : 0;
    return { imports: 1, managed: managed.length, unmanaged: unmanaged.length, templates };
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The operations of a log that change something. */
function writes(log: readonly string[]): readonly string[] {
  return log
    .map((line) => /^\w+/.exec(line)?.[0] ?? '')
    .filter((name) => !/^(?:Get|List|Describe)/.test(name));
}
