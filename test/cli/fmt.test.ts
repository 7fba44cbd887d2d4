import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';

const rough = 'contact   alice<channel phone   voice "+12065550100"   stage 5m<notify phone>>\r\n';
const formed = `contact alice <
  channel phone voice "+12065550100"
  stage 5m < notify phone >
>
`;
const broken = 'contact alice < channel phone >\n';

const text = (cwd: string, name: string) => readFileSync(join(cwd, name), 'utf8');

describe('oncall fmt', () => {
  it('writes what is not formatted, and nothing else', async () => {
    const cwd = folder({ 'a.oncall': rough, 'b.oncall': formed.replace('alice', 'bob') });
    chmodSync(join(cwd, 'a.oncall'), 0o640);
    const before = statSync(join(cwd, 'b.oncall'));
    const { code, stdout, stderr } = await oncall(['fmt'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'a.oncall\n' });
    expect(stderr).toBe('2 files looked at, 1 changed\n');
    expect(text(cwd, 'a.oncall')).toBe(formed);
    expect(statSync(join(cwd, 'a.oncall')).mode & 0o777).toBe(0o640);
    expect(statSync(join(cwd, 'b.oncall')).ino).toBe(before.ino);
  });

  it('takes away a byte-order mark', async () => {
    const cwd = folder({ 'a.oncall': `\ufeff${formed}` });
    expect((await oncall(['fmt', '--check'], { cwd })).code).toBe(1);
    await oncall(['fmt'], { cwd });
    expect(text(cwd, 'a.oncall')).toBe(formed);
  });

  it('lists with --check, and writes nothing', async () => {
    const cwd = folder({ 'a.oncall': rough, 'b.oncall': formed });
    const { code, stdout } = await oncall(['fmt', '--check'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'a.oncall\n' });
    expect(text(cwd, 'a.oncall')).toBe(rough);
    expect((await oncall(['fmt', '--check', 'b.oncall'], { cwd })).code).toBe(0);
  });

  it('shows with --diff, addresses masked', async () => {
    const cwd = folder({ 'a.oncall': rough });
    const { code, stdout } = await oncall(['fmt', '--diff'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('--- a.oncall\n+++ a.oncall\n@@ -1,1 +1,4 @@\n');
    expect(stdout).toContain('\n+  channel phone voice "+1******0100"\n');
    expect(stdout).not.toContain('12065550100');
    expect(text(cwd, 'a.oncall')).toBe(rough);
  });

  it('tells programs what became of each file', async () => {
    const cwd = folder({ 'a.oncall': broken, 'b.oncall': rough, 'c.oncall': formed });
    const asked = await oncall(['fmt', '--check', '--json'], { cwd });
    const files = [
      { path: 'a.oncall', state: 'refused' },
      { path: 'b.oncall', state: 'changed' },
      { path: 'c.oncall', state: 'formed' },
    ];
    const summary = { formed: 1, changed: 1, refused: 1 };
    expect(asked.code).toBe(1);
    expect(JSON.parse(asked.stdout)).toEqual({ written: false, files, summary });
    expect(text(cwd, 'b.oncall')).toBe(rough);
    const done = await oncall(['fmt', '--format', 'json'], { cwd });
    expect(JSON.parse(done.stdout)).toEqual({ written: true, files, summary });
    expect(text(cwd, 'b.oncall')).toBe(formed);
    for (const other of ['--diff', '--stdin']) {
      expect((await oncall(['fmt', '--json', other], { cwd })).code).toBe(64);
    }
  });

  it('formats stdin to stdout, to the byte', async () => {
    expect(await oncall(['fmt', '--stdin'], { input: rough })).toEqual({
      code: 0,
      stdout: formed,
      stderr: '',
    });
  });

  it('leaves text with errors alone, formats the rest, and is exit 1', async () => {
    const cwd = folder({ 'a.oncall': broken, 'b.oncall': rough });
    const { code, stdout, stderr } = await oncall(['fmt'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'b.oncall\n' });
    expect(stderr).toContain('error[unexpected-token]');
    expect(text(cwd, 'a.oncall')).toBe(broken);
    expect(text(cwd, 'b.oncall')).toBe(formed);
    const piped = await oncall(['fmt', '--stdin'], { input: broken });
    expect(piped).toMatchObject({ code: 1, stdout: '' });
    expect(piped.stderr).toContain('<stdin>:1:');
  });

  it('leaves bytes alone that are no text', async () => {
    const bytes = Buffer.from('contact alice < > # \xff\n', 'latin1');
    const cwd = folder({ 'a.oncall': bytes });
    const { code, stderr } = await oncall(['fmt'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('error[invalid-encoding]');
    expect(readFileSync(join(cwd, 'a.oncall')).equals(bytes)).toBe(true);
  });

  it('is exit 66 where there is nothing', async () => {
    const cwd = folder();
    expect(await oncall(['fmt'], { cwd })).toMatchObject({ code: 66, stdout: '' });
  });
});
