import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalService } from '@oncall/local-service';
import { expect, it, onTestFinished } from 'vitest';
import { atTerminal } from './at-terminal.ts';

const arn = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/a';

it('is not misled by an apply that nobody agreed to', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'oncall-drift-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(
    join(cwd, 'main.oncall'),
    'project acme < account "111122223333" region "us-east-2" >\ncontact a "A" < >\n',
  );
  const service = await startLocalService({ account: '111122223333', region: 'us-east-2' });
  onTestFinished(() => service.close());
  const words = ['--endpoint', service.url];
  expect((await atTerminal(['apply', '--yes', ...words], cwd)).exitCode).toBe(0);
  await fetch(service.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'SSMContacts.UpdateContact',
    },
    body: JSON.stringify({ ContactId: arn, DisplayName: 'Somebody' }),
  });
  const refused = await atTerminal(['apply', ...words], cwd, 'no');
  expect(refused.text).toContain('Nothing was changed.');
  const { exitCode, text } = await atTerminal(['drift', ...words], cwd);
  expect(exitCode).toBe(2);
  expect(text).toContain('Drift: 1 changed in the account.\n');
});
