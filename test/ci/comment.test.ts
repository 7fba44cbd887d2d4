/** `oncall-comment`: one comment of a request, made and then changed. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../pack/packed.ts';
import { type Requests, serveRequests } from './requests.ts';

const script = join(import.meta.dirname, '../../packages/cli/bin/oncall-comment.mjs');
const github = ['--github', 'team/on-call', '--change', '7'];
const path = '/repos/team/on-call/issues/7/comments';

function comment(words: readonly string[], requests?: Requests, env: NodeJS.ProcessEnv = {}) {
  return run(process.execPath, [script, ...words], {
    cwd: import.meta.dirname,
    env: {
      PATH: process.env['PATH'],
      GITHUB_TOKEN: 'secret-of-github',
      GITLAB_TOKEN: 'secret-of-gitlab',
      GITHUB_API_URL: requests?.url ?? 'http://127.0.0.1:9',
      CI_API_V4_URL: requests?.url ?? 'http://127.0.0.1:9',
      ...env,
    },
  });
}

const echo = (text: string, code = 0) => [
  '--',
  process.execPath,
  '-e',
  `process.stdout.write(${JSON.stringify(text)}); process.exitCode = ${code}`,
];

describe('oncall-comment', () => {
  it('makes a comment of what the command prints, and then changes it', async () => {
    const requests = await serveRequests();
    const first = await comment([...github, ...echo('one\n')], requests);
    expect(first).toEqual({ code: 0, stdout: 'one\n', stderr: '' });
    await comment([...github, ...echo('two\n')], requests);
    expect(requests.comments.get(path)).toEqual([{ id: 1, body: 'two\n\n<!-- oncall plan -->\n' }]);
    expect([...requests.tokens]).toEqual(['Bearer secret-of-github']);
  });

  it('leaves comments of others alone, and finds its own on a later page', async () => {
    const requests = await serveRequests();
    const others = Array.from({ length: 130 }, (_, index) => ({ id: index + 1, body: 'quite' }));
    requests.comments.set(path, others);
    await comment([...github, ...echo('one\n')], requests);
    await comment([...github, ...echo('two\n')], requests);
    const name = 'oncall plan équipe/a+b';
    await comment([...github, '--name', name, ...echo('three\n')], requests);
    const bodies = requests.comments.get(path)?.map(({ body }) => body);
    expect(bodies?.slice(0, 130)).toEqual(others.map(() => 'quite'));
    expect(bodies?.slice(130)).toEqual([
      'two\n\n<!-- oncall plan -->\n',
      'three\n\n<!-- oncall plan équipe/a+b -->\n',
    ]);
  });

  it('knows GitLab', async () => {
    const requests = await serveRequests();
    const words = ['--gitlab', 'team/on-call', '--change', '7'];
    await comment([...words, ...echo('one\n')], requests);
    await comment([...words, ...echo('two\n')], requests);
    expect([...requests.comments]).toEqual([
      [
        '/projects/team%2Fon-call/merge_requests/7/notes',
        [{ id: 1, body: 'two\n\n<!-- oncall plan -->\n' }],
      ],
    ]);
    expect([...requests.tokens]).toEqual(['secret-of-gitlab']);
  });

  it('ends as the command does, and says so where that printed nothing', async () => {
    const requests = await serveRequests();
    await comment([...github, ...echo('old\n')], requests);
    expect(await comment([...github, ...echo('', 69)], requests)).toMatchObject({ code: 69 });
    expect(requests.comments.get(path)?.[0]?.body).toContain(
      '**oncall plan** failed with exit code 69; the log tells why.',
    );
    await comment([...github, ...echo('too much\n', 1)], requests);
    expect(requests.comments.get(path)?.[0]?.body).toMatch(/^too much\n/);
    expect(await comment([...github, '--', 'no-such-program'], requests)).toMatchObject({
      code: 70,
    });
  });

  it('only runs the command where there is no request', async () => {
    for (const change of ['', 'false']) {
      const words = ['--github', 'team/on-call', '--change', change, ...echo('one\n')];
      expect(await comment(words)).toEqual({ code: 0, stdout: 'one\n', stderr: '' });
    }
  });

  it('says what is missing, and no token', async () => {
    const none = await comment([...github, ...echo('')], undefined, { GITHUB_TOKEN: '' });
    expect(none).toMatchObject({ code: 69, stderr: expect.stringContaining('GITHUB_TOKEN') });
    const unreached = await comment([...github, ...echo('one\n')]);
    expect(unreached).toMatchObject({ code: 69, stdout: 'one\n' });
    expect(unreached.stderr).toMatch(/^the comment could not be made: /);
    expect(unreached.stderr).not.toContain('secret');
  });

  it('explains itself', async () => {
    expect((await comment(['--help'])).stdout).toContain('--change NUMBER');
    for (const words of [
      [],
      github,
      ['--change', '7', ...echo('')],
      ['--name', '-->', ...github],
    ]) {
      expect(await comment(words)).toMatchObject({ code: 64, stdout: '' });
    }
  });
});
