/** The pipelines of docs/ci.md, run as they are written, on the service of this machine. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Account, account } from '../cli/account.ts';
import { write } from '../cli/oncall.ts';
import { repository } from '../docs/markdown.ts';
import { type Ended, type Packed, packCli, run } from '../pack/packed.ts';
import { type Requests, serveRequests } from './requests.ts';
import { action, buildkite, gitlab, jenkins, type Pipeline, shown } from './templates.ts';

const project = `project team <
  account "111122223333"
  region "us-east-2"
>

contact alice "Alice Example" <
  channel phone voice "+12065550100"
  stage 5m < notify phone >
>

plan sre "SRE" <
  stage 10m < notify @alice essential >
  stage 20m < notify @alice >
>

test "alice is paged first" <
  page @sre at 2026-01-06T03:00 "America/New_York"
  expect @alice within 0m
>
`;

/** What one command alone finds, and what it then says. */
const wrongs = {
  lint: { text: project.replace('10m < notify @alice', '10m < notify @alise'), says: /alise/ },
  fmt: { text: project.replace('  stage 10m', '   stage 10m'), says: /1 would change/ },
  test: {
    text: project.replace('  stage 10m', '  stage 1m < >\n  stage 10m'),
    says: /FAIL {2}alice is paged first/,
  },
};

let packed: Packed;
let prefix: string;

beforeAll(async () => {
  packed = await packCli();
  prefix = join(packed.folder, 'npm prefix');
  const words = ['install', '--global', '--prefix', prefix, packed.archive];
  const installed = await run('npm', words, { cwd: packed.folder, env: packed.env });
  expect(installed).toMatchObject({ code: 0 });
}, 60_000);

afterAll(() => packed.remove());

interface World {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly requests: Requests;
  readonly service: Account;
}

async function world(): Promise<World> {
  const service = await account();
  const requests = await serveRequests();
  const cwd = mkdtempSync(join(packed.folder, 'checkout '));
  write(cwd, { 'main.oncall': project });
  return {
    cwd,
    requests,
    service,
    env: {
      ...packed.env,
      NPM_CONFIG_PREFIX: prefix,
      PATH: `${join(prefix, 'bin')}:${process.env['PATH']}`,
      AWS_ENDPOINT_URL_SSM_CONTACTS: service.url,
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      ONCALL_PACKAGE: packed.archive,
      ONCALL_REPOSITORY: 'team/on-call',
      GITHUB_API_URL: requests.url,
      CI_API_V4_URL: requests.url,
      GITHUB_TOKEN: 'secret-of-github',
      GITLAB_TOKEN: 'secret-of-gitlab',
      CI_PROJECT_ID: '12',
      CI_MERGE_REQUEST_IID: '7',
      BUILDKITE_PULL_REQUEST: '7',
      CHANGE_ID: '7',
    },
  };
}

/** Scripts without what takes long and one test has tried. */
function installed(scripts: readonly string[]): readonly string[] {
  return scripts.map((script) => script.replaceAll(/^npm install .*$/gm, ''));
}

/** Scripts until one fails. */
async function runAll(scripts: readonly string[], { cwd, env }: World): Promise<Ended> {
  let told: Ended = { code: 0, stdout: '', stderr: '' };
  for (const script of scripts) {
    const { code, stdout, stderr } = await run('bash', ['-c', script], { cwd, env });
    told = { code, stdout: told.stdout + stdout, stderr: told.stderr + stderr };
    if (code !== 0) break;
  }
  return told;
}

const pipelines: Readonly<Record<string, () => Pipeline>> = { gitlab, buildkite, jenkins };

describe.each(Object.entries(pipelines))('the pipeline of %s', (name, read) => {
  it('has commands for each stage', () => {
    const pipeline = read();
    for (const stage of [pipeline.check, pipeline.plan, pipeline.apply]) {
      expect(stage.join('\n')).toMatch(/^\s*oncall/m);
    }
  });

  it('checks, comments the plan on the request, and applies', async () => {
    const { check, plan, apply } = read();
    const here = await world();
    expect(await runAll(check, here)).toMatchObject({ code: 0 });
    expect(await runAll(plan, here)).toMatchObject({ code: 0 });
    expect(bodies(here)).toEqual([
      expect.stringMatching(/^\*\*oncall plan\*\*, project `team`, .*: 3 to create/),
    ]);
    expect(bodies(here)[0]).not.toContain('12065550100');
    const before = await here.service.contents();
    const applied = await runAll(apply, here);
    expect(applied).toMatchObject({ code: 0 });
    expect(await here.service.contents()).not.toBe(before);
    expect(await runAll(installed(plan), here)).toMatchObject({ code: 0 });
    expect(bodies(here)).toEqual([expect.stringMatching(/: nothing to do\.\n/)]);
    if (name === 'gitlab') {
      const report = JSON.parse(
        readFileSync(join(here.cwd, 'gl-code-quality-report.json'), 'utf8'),
      );
      expect(report).toBeInstanceOf(Array);
    }
    if (name !== 'buildkite') {
      expect(readFileSync(join(here.cwd, 'oncall-tests.xml'), 'utf8')).toContain('tests="1"');
    }
  }, 90_000);

  it.each(Object.entries(wrongs))(
    'stops at what %s finds',
    async (_command, { text, says }) => {
      const { check } = read();
      const here = await world();
      write(here.cwd, { 'main.oncall': text });
      const { code, stdout, stderr } = await runAll(installed(check), here);
      expect(code).toBe(1);
      expect(stdout + stderr).toMatch(says);
    },
    60_000,
  );

  it('fails with the plan, and says so in the comment', async () => {
    const { plan } = read();
    const here = await world();
    write(here.cwd, { 'main.oncall': wrongs.lint.text });
    expect(await runAll(installed(plan), here)).toMatchObject({ code: 1 });
    expect(bodies(here)).toEqual([expect.stringContaining('failed with exit code 1')]);
  }, 60_000);
});

describe('the action for GitHub', () => {
  it('is asked for what it knows, from where it is', () => {
    const { jobs } = parse(shown('github')) as {
      readonly jobs: Record<string, { readonly steps: readonly Record<string, unknown>[] }>;
    };
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const used = steps.find(({ uses }) => String(uses).includes('/ci/github@'));
    expect(existsSync(join(repository, 'ci/github/action.yml'))).toBe(true);
    const given = Object.keys(used?.['with'] as object);
    const { inputs } = action();
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
    const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
    expect(required.filter((name) => !given.includes(name))).toEqual([]);
  });

  it('puts no input into a script but by the environment', () => {
    for (const { run: script, shell } of action().runs.steps) {
      expect(script).not.toContain('${{');
      expect(shell).toBe('bash');
    }
  });

  it('checks and no more in mode check', async () => {
    const here = await world();
    expect(await runAction({ mode: 'check' }, here)).toMatchObject({ code: 0 });
    expect(bodies(here)).toEqual([]);
  }, 60_000);

  it('comments the plan in mode plan, applies in mode apply', async () => {
    const here = await world();
    expect(await runAction({ mode: 'plan' }, here)).toMatchObject({ code: 0 });
    expect(bodies(here)).toEqual([expect.stringMatching(/: 3 to create/)]);
    expect(summary(here)).toContain(': 3 to create');
    expect(await runAction({ mode: 'apply' }, here)).toMatchObject({ code: 0 });
    expect(await runAction({ mode: 'plan', 'max-impact': '0' }, here)).toMatchObject({ code: 0 });
    expect(bodies(here)).toEqual([expect.stringMatching(/: nothing to do/)]);
    expect([...here.requests.tokens]).toEqual(['Bearer secret-of-github']);
  }, 90_000);

  it('tells all that is wrong, at its line', async () => {
    const here = await world();
    const text = wrongs.lint.text.replace('  stage 20m', '   stage 20m');
    write(here.cwd, { 'main.oncall': text });
    const { code, stdout, stderr } = await runAction({ mode: 'apply' }, here);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error .*file=main\.oncall,line=12,/m);
    expect(stdout + stderr).toMatch(/1 would change/);
    expect(await here.service.contents()).toBe(await (await account()).contents());
  }, 60_000);

  it('looks at the folder named', async () => {
    const here = await world();
    write(here.cwd, { 'main.oncall': wrongs.lint.text, 'on call/main.oncall': project });
    const ended = await runAction({ mode: 'plan', project: 'on call' }, here);
    expect(ended).toMatchObject({ code: 0 });
    expect(bodies(here)[0]).toContain('<!-- oncall plan on call -->');
  }, 60_000);

  it('refuses a mode that it does not have', async () => {
    expect(await runAction({ mode: 'destroy' }, await world())).toMatchObject({
      code: 64,
      stdout: expect.stringContaining('::error::mode is check, plan or apply'),
    });
  });
});

/** Steps as the runner takes them: inputs by the environment, conditions that compare one input. */
async function runAction(given: Readonly<Record<string, string>>, here: World): Promise<Ended> {
  const { inputs, runs } = action();
  const temporary = mkdtempSync(join(packed.folder, 'runner temp '));
  const pathFile = join(temporary, 'path');
  const known: Record<string, string> = {
    'github.event.pull_request.number': '7',
    'github.token': 'secret-of-github',
  };
  const fill = (text: string) =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_all, name: string) => {
      const value = known[name];
      if (value === undefined) throw new Error(`nothing is known of ${name}`);
      return value;
    });
  for (const [name, input] of Object.entries({ ...inputs })) {
    known[`inputs.${name}`] = given[name] ?? fill(input.default ?? '');
  }
  known['inputs.package'] = packed.archive;

  const { GITHUB_TOKEN, NPM_CONFIG_PREFIX, ONCALL_PACKAGE, ...rest } = here.env;
  let told: Ended = { code: 0, stdout: '', stderr: '' };
  for (const step of runs.steps) {
    const [, name = '', value] = /^([\w.-]+) == '(\w+)'$/.exec(step.if ?? '') ?? [];
    if (step.if !== undefined && known[name] !== value) continue;
    const added = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : '';
    const env = {
      ...rest,
      PATH: `${added}:${process.env['PATH']}`,
      RUNNER_TEMP: temporary,
      GITHUB_PATH: pathFile,
      GITHUB_STEP_SUMMARY: join(here.cwd, 'summary.md'),
      GITHUB_REPOSITORY: 'team/on-call',
      ...Object.fromEntries(Object.entries(step.env).map(([key, text]) => [key, fill(text)])),
    };
    const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run];
    const { code, stdout, stderr } = await run('bash', words, { cwd: here.cwd, env });
    told = { code, stdout: told.stdout + stdout, stderr: told.stderr + stderr };
    if (code !== 0) break;
  }
  return told;
}

function bodies({ requests }: World): readonly string[] {
  return [...requests.comments.values()].flat().map(({ body }) => body);
}

function summary({ cwd }: World): string {
  return readFileSync(join(cwd, 'summary.md'), 'utf8');
}
