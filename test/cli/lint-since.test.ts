import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commit, git } from './git.ts';
import { clean, unused } from './lint-project.ts';
import { folder, oncall, write } from './oncall.ts';

/** The unused contacts that are told of, in the repository or in a folder of it. */
async function told(cwd: string, revision: string, ...words: readonly string[]) {
  const { stdout } = await oncall(['lint', '--since', revision, '--json', ...words], { cwd });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string }[] };
  return diagnostics.map(({ message }) => /names (\S+)\./.exec(message)?.[1] ?? message);
}

function repository(files: Readonly<Record<string, string>>): string {
  const cwd = folder(files);
  git(cwd, 'init', '--quiet', '--initial-branch', 'main');
  commit(cwd);
  return cwd;
}

describe('oncall lint --since', () => {
  it('tells what lies in lines changed since, committed or not, and checks the whole', async () => {
    const cwd = repository({ 'main.oncall': clean + unused('old') });
    expect(await told(cwd, 'HEAD')).toEqual([]);
    writeFileSync(join(cwd, 'main.oncall'), unused('new') + clean + unused('old'));
    expect(await told(cwd, 'HEAD')).toEqual(['new']);
    commit(cwd);
    expect(await told(cwd, 'HEAD')).toEqual([]);
    expect(await told(cwd, 'HEAD~1')).toEqual(['new']);
    // A change elsewhere breaks no line that was not changed.
    writeFileSync(join(cwd, 'main.oncall'), unused('new') + clean.replace('+12065550100', '+1206'));
    expect(await told(cwd, 'HEAD')).toHaveLength(1);
  });

  it('counts from where a branch was left', async () => {
    const cwd = repository({ 'main.oncall': clean });
    git(cwd, 'checkout', '--quiet', '-b', 'feature');
    write(cwd, { 'mine.oncall': unused('mine') });
    commit(cwd);
    git(cwd, 'checkout', '--quiet', 'main');
    write(cwd, { 'main.oncall': clean.replace('stage 5m', 'stage 6m') });
    commit(cwd);
    git(cwd, 'checkout', '--quiet', 'feature');
    expect(await told(cwd, 'main')).toEqual(['mine']);
  });

  it('takes a file that git does not know for new, and a renamed one for what it was', async () => {
    const cwd = repository({ 'main.oncall': clean, 'a/old.oncall': unused('old').repeat(1) });
    renameSync(join(cwd, 'a/old.oncall'), join(cwd, 'renamed.oncall'));
    git(cwd, 'add', '--all');
    write(cwd, { 'sub/new.oncall': unused('new') });
    expect(await told(cwd, 'HEAD')).toEqual(['new']);
    expect(await told(join(cwd, 'sub'), 'HEAD')).toEqual(['new']);
  });

  it('finds its way about names, links and settings that are in its way', async () => {
    const name = 'a "ü\t\\\n.oncall';
    const cwd = repository({ 'main.oncall': clean, [name]: unused('old') });
    for (const [key, value] of [
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
      ['core.quotePath', 'false'],
      ['diff.external', 'false'],
      ['color.ui', 'always'],
      ['diff.relative', 'true'],
    ] as const) {
      git(cwd, 'config', key, value);
    }
    write(cwd, { [name]: `${unused('old')}\n+++ b/main.oncall\n--- x\n${unused('new')}` });
    const { stdout } = await oncall(['lint', '--since', 'HEAD', '--json'], { cwd });
    expect(stdout).toContain('names new.');
    expect(stdout).not.toContain('names old.');
  });

  it('tells changed lines apart that are near to each other, also of what git takes for binary', async () => {
    const text = (names: readonly string[]) => names.map(unused).join('\n');
    const cwd = repository({ 'main.oncall': clean + text(['a', 'b', 'c']) });
    git(cwd, 'config', 'diff.interHunkContext', '100');
    write(cwd, { '.gitattributes': '*.oncall binary\n' });
    write(cwd, { 'main.oncall': clean + text(['x', 'b', 'z']) });
    expect(await told(cwd, 'HEAD')).toEqual(['x', 'z']);
  });

  it('knows what changed in each of several repositories', async () => {
    const cwd = folder({});
    for (const name of ['one', 'two']) {
      write(cwd, {
        [`${name}/main.oncall`]: `project ${name} < >\n${clean}${unused('old')}`,
        [`${name}/sub/main.oncall`]: `project ${name}-sub < >\n${clean}${unused('old')}`,
      });
      git(join(cwd, name), 'init', '--quiet');
      commit(join(cwd, name));
    }
    write(cwd, { 'two/sub/main.oncall': `project two-sub < >\n${unused('new')}${clean}` });
    expect(await told(cwd, 'HEAD')).toEqual(['new']);
  });

  it('knows the root in a hook, where git tells its folder and not the root', async () => {
    const cwd = repository({ 'sub/main.oncall': clean + unused('old') });
    write(cwd, { 'sub/main.oncall': unused('new') + clean + unused('old') });
    const { stdout } = await oncall(['lint', '--since', 'HEAD', '--json', 'sub'], {
      cwd,
      env: { GIT_DIR: join(cwd, '.git') },
    });
    expect(stdout).toContain('names new.');
    expect(stdout).not.toContain('names old.');
  });

  it('counts lines as git does, also where a carriage return ends one of ours', async () => {
    const text = (names: readonly string[]) => names.map(unused).join('\n');
    const cwd = repository({ 'main.oncall': `# a\r# b\r# c\r${clean}`, 'u.oncall': '# x\r\n' });
    write(cwd, { 'u.oncall': `# a\r# b\r${text(['one'])}` });
    commit(cwd);
    write(cwd, { 'u.oncall': `# a\r# b\r${text(['one', 'two'])}` });
    expect(await told(cwd, 'HEAD')).toEqual(['two']);
  });

  it('says what is in its way', async () => {
    const cwd = repository({ 'main.oncall': clean });
    const run = async (revision: string, at = cwd, env = {}) => {
      const { code, stdout, stderr } = await oncall(['lint', `--since=${revision}`], {
        cwd: at,
        env,
      });
      expect(stdout).toBe('');
      return `${code} ${stderr}`;
    };
    expect(await run('nothing')).toMatch(/^64 error: git knows no revision nothing\n/);
    expect(await run('--output=x')).toMatch(/^64 error: git knows no revision --output=x\n/);
    const none = folder({ 'main.oncall': clean });
    expect(await run('HEAD', none)).toMatch(/^64 error: --since needs a git repository/);
    expect(await run('HEAD', cwd, { PATH: '/nonexistent' })).toMatch(
      /^1 error: --since needs git, which is not installed/,
    );
    expect(await run('HEAD', cwd, { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' })).toMatch(
      /^1 error: git refuses the repository that --since needs\n/,
    );
    const blob = git(cwd, 'rev-parse', 'HEAD:main.oncall').trim();
    rmSync(join(cwd, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    write(cwd, { 'main.oncall': clean + unused('new') });
    expect(await run('HEAD')).toMatch(/^1 error: git fails to tell what changed\n/);
    rmSync(join(cwd, '.git'), { recursive: true });
    git(cwd, 'init', '--quiet');
    expect(await run('HEAD')).toMatch(/^64 error: git knows no revision HEAD\n/);
  });
});
