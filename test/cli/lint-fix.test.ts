import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clean, dangling, tooLong, tooLongMended } from './lint-project.ts';
import { folder, oncall } from './oncall.ts';

const read = (...parts: readonly string[]) => readFileSync(join(...parts), 'utf8');

describe('oncall lint --fix', () => {
  it('mends what is certain in all files of the project, and reports what is left', async () => {
    const untidy = 'plan   tidy<stage 5m<notify @director essential>>\n';
    const cwd = folder({
      'main.oncall': `project p < >\n\n${clean}`,
      'a.oncall': `${tooLong}\n${untidy}`,
      'b/b.oncall': dangling,
    });
    const { code, stdout, stderr } = await oncall(['lint', '--fix', 'b/b.oncall'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toBe('1 finding mended in 1 file\n');
    expect(stdout).toContain('error[dangling-contact]');
    expect(stdout).not.toContain('stage-too-long');
    // Only what was mended is formatted.
    expect(read(cwd, 'a.oncall')).toBe(`${tooLongMended}\n${untidy}`);
    expect(read(cwd, 'b/b.oncall')).toBe(dangling);
    const again = await oncall(['lint', '--fix'], { cwd });
    expect(again.stderr).toBe('0 findings mended in 0 files\n');
    expect(again.stdout).toBe(stdout);
  });

  it('makes fixes that meet one after the other', async () => {
    const text = `${clean}plan x < stage 45m < notify @director essential notify @director > >\n`;
    const cwd = folder({ 'main.oncall': text });
    expect((await oncall(['lint', '--fix'], { cwd })).stderr).toContain('3 findings mended');
    expect(read(cwd, 'main.oncall')).toBe(
      `${clean}plan x < stage 30m < notify @director essential > >\n`,
    );
  });

  it('takes no guess for a fix', async () => {
    const text = clean.replace('@alice', '@alise');
    const cwd = folder({ 'main.oncall': text });
    expect((await oncall(['lint', '--fix'], { cwd })).code).toBe(1);
    expect(read(cwd, 'main.oncall')).toBe(text);
  });

  it('writes nothing where it only tries, shows it, and says by its exit that there is something', async () => {
    const text = `${clean}\n${tooLong}`;
    const cwd = folder({ 'main.oncall': text });
    const words = ['lint', '--fix', '--dry-run', '--diff'];
    const { code, stdout, stderr } = await oncall(words, { cwd });
    expect(code).toBe(1);
    expect(stderr).toBe('1 finding would be mended in 1 file\n');
    expect(stdout).toContain(
      '-  stage 45m < notify @alice essential >\n+  stage 30m < notify @alice essential >\n+  stage 15m < >\n',
    );
    expect(stdout).toContain('error[stage-too-long]');
    expect(read(cwd, 'main.oncall')).toBe(text);

    // A warning fails nothing by itself.
    const warned = folder({
      'main.oncall': `${clean}\nplan x < stage 5m < notify @alice essential notify @director notify @director > >\n`,
    });
    expect((await oncall(['lint'], { cwd: warned })).code).toBe(0);
    expect((await oncall(['lint', '--fix', '--dry-run'], { cwd: warned })).code).toBe(1);
    expect((await oncall(['lint', '--fix', '--diff'], { cwd: warned })).stdout).toContain(
      '+plan x',
    );
    expect((await oncall(['lint', '--fix', '--dry-run'], { cwd: warned })).code).toBe(0);
  });

  it('shows no address in a diff', async () => {
    const cwd = folder({ 'main.oncall': clean.replace('+12065550100', '+1 206 555-0100') });
    const { stdout } = await oncall(['lint', '--fix', '--diff'], { cwd });
    expect(stdout).toContain('-  channel phone voice');
    expect(stdout).not.toMatch(/555.?0100|alice@/);
    expect(read(cwd, 'main.oncall')).toBe(clean);
  });

  it('mends only what --only names', async () => {
    const text = `${clean}\n${tooLong}\nplan x < stage 5m < notify @alice essential notify @director notify @director > >\n`;
    const cwd = folder({ 'main.oncall': text });
    await oncall(['lint', '--fix', '--only', 'duplicate-target'], { cwd });
    const mended = read(cwd, 'main.oncall');
    expect(mended).toContain('stage 45m');
    expect(mended).not.toContain('notify @director notify @director');
  });

  it('keeps the mode of a file, and a link a link', async () => {
    const cwd = folder({ 'main.oncall': clean, 'kept/long.txt': tooLong });
    chmodSync(join(cwd, 'kept/long.txt'), 0o640);
    symlinkSync('kept/long.txt', join(cwd, 'long.oncall'));
    expect((await oncall(['lint', '--fix'], { cwd })).code).toBe(0);
    expect(read(cwd, 'kept/long.txt')).toBe(tooLongMended);
    expect(lstatSync(join(cwd, 'long.oncall')).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, 'kept/long.txt')).mode & 0o777).toBe(0o640);
  });

  it('leaves a file of other bytes than UTF-8 as it is', async () => {
    const bytes = Buffer.from(`${clean}${tooLong}# \xff\n`, 'latin1');
    const cwd = folder({ 'main.oncall': bytes });
    const { code, stderr } = await oncall(['lint', '--fix'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '0 findings mended in 0 files\n' });
    expect(readFileSync(join(cwd, 'main.oncall')).equals(bytes)).toBe(true);
  });

  it('does not overwrite what something else wrote meanwhile', async () => {
    const cwd = folder({ 'a.oncall': tooLong, 'b.oncall': clean });
    const target = join(cwd, 'a.oncall');
    const { code, stderr } = await oncall(['lint', '--fix'], {
      cwd,
      env: { NODE_OPTIONS: `--require ${JSON.stringify(meddler(cwd, target))}` },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('a.oncall was changed by something else meanwhile');
    expect(read(cwd, 'a.oncall')).toBe(`# mine\n${tooLong}`);
  });

  it.each([
    [['--dry-run'], '--dry-run goes with --fix'],
    [['--diff'], '--diff goes with --fix'],
    [['--fix', '--stdin'], '--stdin does not go with --fix'],
    [['--fix', '--since', 'HEAD'], '--fix does not go with --since'],
    [['--fix', '--diff', '--json'], '--diff does not go with --format json'],
  ])('is exit 64 for %j', async (words, message) => {
    const cwd = folder({ 'main.oncall': clean });
    const { code, stdout, stderr } = await oncall(['lint', ...words], { cwd });
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });
});

/** Code that changes a file right after it was read for the first time. */
function meddler(cwd: string, target: string): string {
  const path = join(cwd, 'meddler.cjs');
  writeFileSync(
    path,
    `const fs = require('node:fs');
const read = fs.readFileSync;
let done = false;
fs.readFileSync = (path, ...rest) => {
  const found = read(path, ...rest);
  if (path === ${JSON.stringify(target)} && !done) {
    done = true;
    fs.writeFileSync(path, '# mine\\n' + found);
  }
  return found;
};
require('node:module').syncBuiltinESMExports();
`,
  );
  return path;
}
