import { describe, expect, it } from 'vitest';
import { resolveCodeLens, uriOfCodeLens } from '../../src/features/code-lens/resolve.ts';
import { codeLens } from '../../src/features/code-lens.ts';
import { picture } from '../pictures.ts';

const project = `contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
contact bob < channel phone voice "+12065550101" stage 5m < notify phone > >
rotation primary <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
>
rotation hours <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @bob
  daily 09:00
  cover mon..fri 09:00..17:00
>
schedule sre < rotation @primary >
plan p < stage 5m < notify @sre essential > >
test "it holds" <
  page @p at 2026-01-06T03:00 "America/New_York"
  expect @alice within 5m
>
test "it does not" <
  page @p at 2026-01-06T03:00 "America/New_York"
  expect @bob within 5m
  expect no @alice
>
`;

/** A line each: what it stands above, and what it says. */
async function lenses(text: string, at: string): Promise<readonly string[]> {
  const now = Date.parse(at) / 1_000;
  const { snapshot, params } = await picture(text, { now });
  return codeLens(snapshot, params).map((lens) => {
    expect(lens.command).toBeUndefined();
    expect(uriOfCodeLens(lens)).toBe(snapshot.uri);
    const { command } = resolveCodeLens(snapshot, lens);
    const above = snapshot.file.text.slice(
      snapshot.offsetAt(lens.range.start),
      snapshot.offsetAt(lens.range.end),
    );
    return `${above}: ${command?.title}`;
  });
}

describe('codeLens', () => {
  it('says above each declaration what is to be known and done', async () => {
    expect(await lenses(project, '2026-01-06T12:00:00Z')).toEqual([
      'primary: on call now: alice until Mon 09:00',
      'hours: on call now: NOBODY until Tue 09:00',
      'sre: on call now: alice until Mon 09:00',
      'p: simulate',
      'p: 2 uses',
      '"it holds": run',
      '"it holds": passed',
      '"it does not": run',
      expect.stringMatching(/^"it does not": failed: .*bob.* \(and 1 more\)$/),
    ]);
  });

  it('says the date of what is far away, and nobody in plain sight', async () => {
    const [primary, , sre] = await lenses(project, '2025-12-01T00:00:00Z');
    expect(primary).toBe('primary: on call now: NOBODY until Mon 2026-01-05 09:00');
    expect(sre).toBe('sre: on call now: NOBODY until Mon 2026-01-05 09:00');
  });

  it('hands on to the client what it is to run', async () => {
    const { snapshot, params } = await picture(project);
    const commands = codeLens(snapshot, params)
      .map((lens) => resolveCodeLens(snapshot, lens).command)
      .filter((command) => command?.command !== '');
    expect(commands).toEqual([
      { title: 'simulate', command: 'oncall.simulate', arguments: [snapshot.uri, 16, 5] },
      { title: 'run', command: 'oncall.runTest', arguments: [snapshot.uri, 'it holds'] },
      { title: 'run', command: 'oncall.runTest', arguments: [snapshot.uri, 'it does not'] },
    ]);
  });

  it('says which of several tests of one title', async () => {
    const twice = project.replace('test "it does not"', 'test "it holds"');
    const { snapshot, params } = await picture(twice);
    const runs = codeLens(snapshot, params)
      .map((lens) => resolveCodeLens(snapshot, lens).command)
      .filter((command) => command?.command === 'oncall.runTest');
    expect(runs.map((it) => it?.arguments?.slice(1))).toEqual([['it holds'], ['it holds', 1]]);
  });

  it('does not count one of that title that is half written', async () => {
    const { snapshot, params } = await picture(`test "it holds" < >\n${project}`);
    const told = codeLens(snapshot, params)
      .filter(({ data }) => data.name === 'it holds' && data.kind === 'result')
      .map((lens) => [lens.data.nth, resolveCodeLens(snapshot, lens).command?.title]);
    expect(told).toEqual([
      [0, 'can’t be run yet'],
      [0, 'passed'],
    ]);
  });

  it('says that it is an estimate', async () => {
    const { snapshot, params } = await picture(project);
    const [first] = codeLens(snapshot, params);
    expect(first && resolveCodeLens(snapshot, first).command?.tooltip).toContain('estimate');
  });

  it('waits for what is half written', async () => {
    expect(await lenses('rotation r < zone ┆ >\ntest "t" < >', '2026-01-06T12:00:00Z')).toEqual([
      'r: on call now: not known yet',
      '"t": run',
      '"t": can’t be run yet',
    ]);
  });
});
