/** The guide to who can be reached, typed as it stands. */
import { expect, it } from 'vitest';
import { account } from '../cli/account.ts';
import { folder, oncall, type Result } from '../cli/oncall.ts';
import { codeFor, outboxOf } from '../cli/reached.ts';
import { blocks, page } from './markdown.ts';

it('docs/guides/reachable.md shows commands that work on its example', async () => {
  const all = blocks(page('docs/guides/reachable.md').text);
  const example = all.find(({ info }) => info === 'oncall');
  const cwd = folder({ 'main.oncall': example?.text ?? '' });
  const service = await account();
  const env = { AWS_ENDPOINT_URL_SSM_CONTACTS: service.url };
  const outbox = () => outboxOf(service.url);
  const type = async (line: string): Promise<Result> => {
    const [, channel = ''] = /@(\S+) CODE/.exec(line) ?? [];
    const given = line.replace('CODE', codeFor(channel, await outbox())).replace(/ > .*/, '');
    const words = [...given.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
    // Nobody is there to type what these ask for.
    const asks = words.includes('apply') || words.includes('--send');
    return oncall([...words.slice(1), ...(asks ? ['--yes'] : [])], { cwd, env });
  };
  const accept = async () => {
    for (;;) {
      const sent = (await outbox()).find(({ kind }) => kind === 'page');
      const input = { PageId: sent?.page, AcceptType: 'READ', AcceptCode: sent?.code };
      if (sent !== undefined) return service.call('AcceptPage', input);
      await new Promise((next) => setTimeout(next, 50));
    }
  };

  const typed: string[] = [];
  for (const { heading, info, text } of all) {
    if (info !== 'sh' || heading === 'Is everyone reachable?') continue;
    for (const line of text.trim().split('\n')) {
      const isDrill = line.includes('--send');
      const [{ code, stdout, stderr }] = await Promise.all([type(line), isDrill && accept()]);
      const isAlarm = heading === "Who can't be reached" && line.includes('status');
      expect({ line, code, stderr }).toEqual({ line, code: isAlarm ? 1 : 0, stderr });
      typed.push(`${line.split(' ').slice(0, 2).join(' ')}: ${stdout}`);
    }
  }
  expect(typed).toHaveLength(11);
  expect(typed[1]).toContain("On call, and can't be reached: alice, bob.");
  expect(typed.at(-2)).toContain('Accepted by alice.');
});
