import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, oncall, start } from './oncall.ts';

describe('oncall', () => {
  it('tells its version and its commands', async () => {
    expect(await oncall(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' });
    const help = await oncall(['--help']);
    expect(help.code).toBe(0);
    for (const name of ['lint', 'fmt', 'compile', 'plan', 'apply', 'explain', 'init']) {
      expect(help.stdout).toContain(`  ${name} `);
      expect((await oncall([name, '--help'])).stdout).toContain(`Usage: oncall ${name}`);
    }
    expect(await oncall([])).toMatchObject({ code: 64, stdout: '' });
  });

  it.each([
    [['lnt'], 'oncall has no command lnt', 'Did you mean lint?'],
    [['--fast', 'lint'], 'oncall has no option --fast before a command', ''],
    [['plan', '--lokal'], 'oncall plan has no option --lokal', 'Did you mean --local?'],
  ])('is exit 64 for %j', async (words, message, help) => {
    const { code, stdout, stderr } = await oncall(words);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
  });
});

describe('oncall explain', () => {
  const pages = join(import.meta.dirname, '../../docs/diagnostics');

  it('prints the page of every code', async () => {
    for (const name of readdirSync(pages).filter((_, index) => index % 10 === 0)) {
      const { code, stdout } = await oncall(['explain', name.replace('.md', '')]);
      expect(code).toBe(0);
      expect(stdout).toBe(readFileSync(join(pages, name), 'utf8'));
    }
  });

  it('offers the nearest of an unknown one', async () => {
    const { code, stdout, stderr } = await oncall(['explain', 'dangling-contract']);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain('Did you mean dangling-contact?');
  });
});

describe('oncall init', () => {
  it('begins a project that is clean, formatted, and can be applied', async () => {
    const cwd = folder();
    const { code, stdout } = await oncall(['init', 'My Team'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("oncall lint 'My Team'");
    const project = join(cwd, 'My Team');
    expect(await oncall(['lint'], { cwd: project })).toMatchObject({ code: 0, stdout: '' });
    expect((await oncall(['fmt', '--check'], { cwd: project })).code).toBe(0);
    expect((await oncall(['apply', '--local', '--yes'], { cwd: project })).code).toBe(0);
    expect((await oncall(['plan', '--local'], { cwd: project })).stdout).toContain('Nothing to do');
    expect(readFileSync(join(project, '.gitignore'), 'utf8')).toContain('oncall.env\n');
  });

  it('overwrites nothing', async () => {
    const cwd = folder({ 'oncall.env': 'mine' });
    const { code, stdout, stderr } = await oncall(['init'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('oncall.env is in . already');
    expect(readFileSync(join(cwd, 'oncall.env'), 'utf8')).toBe('mine');
    expect(existsSync(join(cwd, 'main.oncall'))).toBe(false);
  });
});

describe('oncall local-service', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'serves until %s, and keeps its state',
    async (signal) => {
      const cwd = folder();
      const words = ['local-service', '--data', 'state', '--account', '444455556666'];
      const session = async (use: (url: string) => Promise<void>) => {
        const child = start(words, { cwd });
        const url = await new Promise<string>((found) => {
          child.stdout?.setEncoding('utf8').on('data', (text) => {
            const line = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(text);
            if (line?.[1] !== undefined) found(line[1]);
          });
        });
        await use(url);
        child.kill(signal);
        expect(await new Promise((ended) => child.once('close', ended))).toBe(0);
      };
      const call = async (url: string, operation: string, input: object) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': `SSMContacts.${operation}`,
          },
          body: JSON.stringify(input),
        });
        return response.json();
      };
      const arn = 'arn:aws:ssm-contacts:us-east-1:444455556666:contact/alice';
      await session(async (url) => {
        const input = { Alias: 'alice', Type: 'PERSONAL', Plan: { Stages: [] } };
        expect(await call(url, 'CreateContact', input)).toEqual({ ContactArn: arn });
      });
      await session(async (url) => {
        expect(await call(url, 'ListContacts', {})).toMatchObject({
          Contacts: [{ ContactArn: arn, Alias: 'alice' }],
        });
      });
    },
  );

  it('says why it can not start', async () => {
    expect(await oncall(['local-service', '--port', '99999'])).toMatchObject({ code: 64 });
    expect(await oncall(['local-service', '--account', '1'])).toMatchObject({ code: 64 });
  });
});
