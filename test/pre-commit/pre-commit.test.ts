/** Debian's pre-commit, the hooks as docs/pre-commit.md tells them, and commits that they refuse. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { write } from '../cli/oncall.ts';
import { page } from '../docs/markdown.ts';
import { programPath } from '../editors/what-is-missing.ts';
import { type Ended, type Packed, packCli, run } from '../pack/packed.ts';

const missing =
  programPath('pre-commit') === undefined
    ? 'skipped, since not installed here: pre-commit'
    : undefined;

const people = `contact alice "Alice Example" <
  channel phone voice "+12065550100"
  stage 5m < notify phone >
>
`;
const plan = `plan sre "SRE" <
  stage 10m < notify @alice essential >
  stage 20m < notify @alice essential >
>
`;
const test = `
test "alice is paged first" <
  page @sre at 2026-01-06T03:00 "America/New_York"
  expect @alice within 0m
>
`;
const team = { 'people.oncall': people, 'main.oncall': `project team < >\n\n${plan}${test}` };

describe.skipIf(missing !== undefined)(missing ?? 'pre-commit', () => {
  let packed: Packed;
  // What pre-commit installs Node into can't have a space in its path.
  const cache = mkdtempSync(join(tmpdir(), 'oncall-pre-commit-'));

  beforeAll(async () => {
    packed = await packCli();
  }, 60_000);

  afterAll(() => {
    packed?.remove();
    rmSync(cache, { recursive: true });
  });

  /** That of a person who commits. */
  const environment = () => ({
    ...packed.env,
    PRE_COMMIT_HOME: cache,
    PRE_COMMIT_COLOR: 'never',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Someone',
    GIT_AUTHOR_EMAIL: 'someone@example.com',
    GIT_COMMITTER_NAME: 'Someone',
    GIT_COMMITTER_EMAIL: 'someone@example.com',
  });

  const git = (cwd: string, ...words: readonly string[]) =>
    run('git', words, { cwd, env: environment() });

  /** A repository with a first commit of these files, and the hooks installed. */
  async function repository(files: Readonly<Record<string, string>>, config: string) {
    const cwd = mkdtempSync(join(packed.folder, 'repository '));
    write(cwd, { '.pre-commit-config.yaml': config, ...files });
    const script = `git init -q && git add . && git commit -qm first && ${shown('install')}`;
    const ended = await run('bash', ['-ec', script], { cwd, env: environment() });
    return { cwd, ended };
  }

  async function commit(cwd: string): Promise<Ended> {
    await git(cwd, 'add', '--update');
    const ended = await git(cwd, 'commit', '-m', 'change');
    const head = await git(cwd, 'log', '--format=%s', '-1');
    expect(head.stdout).toBe(ended.code === 0 ? 'change\n' : 'first\n');
    return ended;
  }

  const local = () => shown('local').replace('https://example.com/oncall-0.1.0.tgz', quoted());
  const quoted = () => JSON.stringify(packed.archive);

  it('passes a project that is right', async () => {
    const { cwd, ended } = await repository(team, local());
    expect(ended.stdout).toMatch(
      /oncall fmt\.+Passed\noncall lint\.+Passed\noncall test\.+Passed\n/,
    );
    rmSync(cwd, { recursive: true });
  }, 60_000);

  it('refuses a reference to nobody, at its line, and commits what is mended', async () => {
    const { cwd } = await repository(team, local());
    const main = join(cwd, 'main.oncall');
    const right = readFileSync(main, 'utf8');
    writeFileSync(main, right.replace('10m < notify @alice', '10m < notify @alise'));
    const refused = await commit(cwd);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/oncall fmt\.+Passed\noncall lint\.+Failed\n/);
    expect(refused.stderr).toContain('main.oncall:4:22');
    expect(refused.stderr).toContain('4 |   stage 10m < notify @alise essential >');
    expect(refused.stderr).toContain('dangling-contact');
    writeFileSync(main, right.replace('10m', '15m'));
    expect(await commit(cwd)).toMatchObject({ code: 0 });
  }, 60_000);

  it('formats, stops for a look, and passes the formatted', async () => {
    const { cwd } = await repository(team, local());
    const main = join(cwd, 'main.oncall');
    const right = readFileSync(main, 'utf8');
    writeFileSync(main, right.replace('  stage 10m <', ' stage   11m <'));
    const stopped = await commit(cwd);
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toMatch(/oncall fmt\.+Failed\n.*\n- files were modified by this hook/);
    expect(readFileSync(main, 'utf8')).toBe(right.replace('10m', '11m'));
    expect(await commit(cwd)).toMatchObject({ code: 0 });
  }, 60_000);

  it('refuses to delete a file that another needs', async () => {
    const { cwd } = await repository(team, local());
    rmSync(join(cwd, 'people.oncall'));
    const refused = await commit(cwd);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /oncall fmt\.+\(no files to check\)Skipped\noncall lint\.+Failed/,
    );
    expect(refused.stderr).toContain('main.oncall:4:22');
    expect(refused.stderr).toContain('dangling-contact');
  }, 60_000);

  it('refuses a plan that pages somebody else than its test says', async () => {
    const { cwd } = await repository(team, local());
    const main = join(cwd, 'main.oncall');
    const late = `  stage 1m < >\n  stage 10m <`;
    writeFileSync(main, readFileSync(main, 'utf8').replace('  stage 10m <', late));
    const refused = await commit(cwd);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/oncall test\.+Failed\n/);
    expect(refused.stderr).toContain('FAIL  alice is paged first');
  }, 60_000);

  it('looks at every project of the repository, and names each file from its root', async () => {
    const files = {
      'east/main.oncall': `project east < >\n\n${plan}\n${people}`,
      'west/main.oncall': `project west < >\n\n${plan}\n${people}`,
    };
    const { cwd } = await repository(files, local());
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(cwd, name), text.replace('10m < notify @alice', '10m < notify @alise'));
    }
    const refused = await commit(cwd);
    expect(refused.stderr).toContain('east/main.oncall:4:22');
    expect(refused.stderr).toContain('west/main.oncall:4:22');
  }, 60_000);

  it('installs from a repository into which the archive was unpacked', async () => {
    const script = `cd ${JSON.stringify(packed.folder)}\n${shown('hook repository')}`;
    const made = await run('bash', ['-ec', script], {
      cwd: packed.folder,
      env: environment(),
    });
    expect(made).toMatchObject({ code: 0 });
    const address = `file://${packed.folder}/oncall-hooks`;
    const config = shown('remote').replace('https://git.example.com/oncall-hooks', address);
    const { cwd, ended } = await repository(team, config);
    expect(ended.stdout).toMatch(
      /oncall fmt\.+Passed\noncall lint\.+Passed\noncall test\.+Passed\n/,
    );
    rmSync(join(cwd, 'people.oncall'));
    expect(await commit(cwd)).toMatchObject({ code: 1 });
  }, 60_000);
});

describe('docs/pre-commit.md', () => {
  interface Hook {
    readonly id: string;
    readonly [key: string]: unknown;
  }

  it('writes out the hooks as .pre-commit-hooks.yaml has them', () => {
    const own = parse(page('.pre-commit-hooks.yaml').text) as readonly Hook[];
    const { repos } = parse(shown('local')) as { repos: [{ hooks: readonly Hook[] }] };
    const bare = ({ additional_dependencies, description, ...hook }: Hook) => hook;
    const byId = (a: Hook, b: Hook) => (a.id < b.id ? -1 : 1);
    expect(own.map(({ id }) => id)).toEqual(['oncall-fmt', 'oncall-lint', 'oncall-test']);
    expect(repos[0].hooks.map(bare).sort(byId)).toEqual(own.map(bare).sort(byId));
  });

  it('names the hooks that there are', () => {
    const own = parse(page('.pre-commit-hooks.yaml').text) as readonly Hook[];
    const { repos } = parse(shown('remote')) as { repos: [{ hooks: readonly Hook[] }] };
    expect(repos[0].hooks.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
  });
});

/** A block of the page, by what stands above it. */
function shown(name: string): string {
  const { text } = page('docs/pre-commit.md');
  const block = new RegExp(`<!-- tried: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(text);
  if (block === null) throw new Error(`docs/pre-commit.md has no block "${name}".`);
  return (block[1] as string).trimEnd();
}
