import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { account } from './account.ts';
import { folder, oncall } from './oncall.ts';
import { team } from './time-project.ts';

interface Question {
  readonly StartTime: number;
  readonly EndTime: number;
  readonly Members: readonly string[];
  readonly NextToken?: string;
}

/** A service that answers previews as told, a shift a page. */
async function oracle(answer: (question: Question) => readonly object[]) {
  const questions: Question[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const question = JSON.parse(body) as Question;
      questions.push(question);
      const page = Number(question.NextToken ?? 0);
      const all = answer(question);
      const more = page + 1 < all.length ? { NextToken: String(page + 1) } : {};
      response.end(JSON.stringify({ RotationShifts: all.slice(page, page + 1), ...more }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { questions, words: ['--endpoint', `http://127.0.0.1:${port}`, '--region', 'us-east-2'] };
}

const window = ['--from', '2026-01-05T09:00', '--to', '2026-01-26T09:00'];
const [first, second, third, fourth] = [5, 12, 19, 26].map(
  (day) => Date.UTC(2026, 0, day, 14) / 1000,
) as [number, number, number, number];
const day = 86_400;

describe('oncall verify', () => {
  it('agrees with the service on this machine', async () => {
    const cwd = folder({ 'main.oncall': team });
    const { url } = await account();
    const words = ['verify', '--endpoint', url, '--region', 'us-east-2'];
    const { code, stdout, stderr } = await oncall(words, { cwd });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'An estimate: AWS describes shifts and engagements in words only.\n',
    });
    expect(stdout).toMatch(
      /^same {5}rotation primary, \w{3} [\d-]+ [\d:]+ to \w{3} [\d-]+ [\d:]+ America\/New_York\nsame {5}rotation office, /,
    );
    expect(stdout).toContain(`\n2 rotations: ${url} and the simulator agree\n`);
    // Of many pages.
    const years = await oncall([...words, '--from', '2026-01-01', '--to', '2030-01-01'], { cwd });
    expect(years.code).toBe(0);
  });

  it('shows both answers where they differ, and no more', async () => {
    const cwd = folder({ 'main.oncall': team });
    const { questions, words } = await oracle(() => [
      { StartTime: first, EndTime: first + day, ContactIds: ['alice'], Type: 'REGULAR' },
      { StartTime: first + day, EndTime: second, ContactIds: ['alice'] },
      { StartTime: second, EndTime: second + 2 * day, ContactIds: ['bob'] },
      { StartTime: second + 2 * day + 8 * 3600, EndTime: fourth, ContactIds: ['bob'] },
    ]);
    const asked = ['verify', 'rotation/primary', ...window, ...words];
    const { code, stdout } = await oncall(asked, { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(
      [
        'DIFFERS  rotation primary, Mon 2026-01-05 09:00 to Mon 2026-01-26 09:00 America/New_York',
        '                                              AWS  simulator',
        '  Mon 2026-01-19 09:00  Mon 2026-01-26 09:00  bob  alice',
        '',
        '1 rotation: ',
      ].join('\n'),
    );
    expect(stdout).toMatch(/ and the simulator differ in 1\n$/);
    expect(questions[0]).toEqual({
      RotationStartTime: first,
      StartTime: first,
      EndTime: fourth,
      Members: ['alice', 'bob'],
      TimeZoneId: 'America/New_York',
      Recurrence: {
        NumberOfOnCalls: 1,
        RecurrenceMultiplier: 1,
        WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime: { HourOfDay: 9, MinuteOfHour: 0 } }],
      },
      Overrides: [
        { NewMembers: [], StartTime: second + 2 * day, EndTime: second + 2 * day + 8 * 3600 },
      ],
    });
    const json = await oncall([...asked, '--format', 'json'], { cwd });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual({
      rotations: [
        {
          name: 'primary',
          zone: 'America/New_York',
          from: '2026-01-05T14:00:00Z',
          to: '2026-01-26T14:00:00Z',
          same: false,
          differences: [
            {
              start: new Date(third * 1000).toISOString().replace('.000', ''),
              end: '2026-01-26T14:00:00Z',
              aws: ['bob'],
              simulator: ['alice'],
            },
          ],
        },
      ],
    });
  });

  it('needs no address, and asks for whole shifts', async () => {
    const cwd = folder({ 'main.oncall': team.replace('"+12065550100"', '$ALICE_PHONE') });
    const { questions, words } = await oracle(() => [
      { StartTime: first, EndTime: second, ContactIds: ['alice'] },
    ]);
    const inside = ['--from', '2026-01-07', '--to', '2026-01-08'];
    const { code } = await oncall(['verify', '@primary', ...inside, ...words], { cwd });
    expect(code).toBe(0);
    expect(questions[0]).toMatchObject({ StartTime: first, EndTime: second });
  });

  it('says why it can not ask', async () => {
    const cwd = folder({ 'main.oncall': team });
    const unknown = await oncall(['verify', '@first', '--local'], { cwd });
    expect(unknown.code).toBe(64);
    const reversed = ['verify', '--local', '--from', '2026-02-01', '--to', '2026-01-01'];
    expect((await oncall(reversed, { cwd })).code).toBe(64);
    const gone = ['verify', '--endpoint', 'http://127.0.0.1:9', '--region', 'us-east-2'];
    expect((await oncall(gone, { cwd })).code).toBe(69);
    const none = folder({ 'main.oncall': team.slice(0, team.indexOf('rotation')) });
    expect(await oncall(['verify', '--local'], { cwd: none })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'the project has no rotations\n',
    });
  });
});
