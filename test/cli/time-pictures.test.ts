/** What `simulate` and `shifts` print for other programs: pictures, diagrams, calendars. */
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';
import { team } from './time-project.ts';

async function run(...words: readonly string[]) {
  const result = await oncall(words, { cwd: folder({ 'main.oncall': team }) });
  expect(result).toMatchObject({ code: 0, stderr: expect.stringMatching(/estimate/) });
  return result.stdout;
}

const pageOfSre = ['simulate', '@sre', '--at', '2026-01-06T03:00', '--zone', 'America/New_York'];
const shiftsOfJanuary = ['--from', '2026-01-06', '--to', '2026-01-15'];

/** The names of all elements; throws at what is no XML. */
function elementsOf(xml: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    names.push(name);
  });
  parser.write(xml).close();
  return names;
}

describe('oncall simulate', () => {
  it('draws the timeline', async () => {
    const svg = await run(...pageOfSre, '--ack', '@bob=6m', '--format', 'svg');
    expect(elementsOf(svg)).toEqual(expect.arrayContaining(['svg', 'title', 'desc', 'style']));
    expect(svg).toContain('<title>@sre is paged</title>');
    expect(svg).toContain('6m: the plan stops, no later stage begins');
    expect(svg).toContain('Tue 2026-01-06 03:00 America/New_York');
    expect(svg).not.toContain('2065550101');
  });

  it('writes a sequence diagram', async () => {
    const diagram = await run(...pageOfSre, '--ack', '@bob=6m', '--format', 'mermaid');
    expect(diagram).toBe(
      [
        'sequenceDiagram',
        '  accTitle: Who is paged when',
        '  participant p as @sre',
        '  participant c1 as alice',
        '  participant c2 as bob',
        '  Note over p: paged Tue 2026-01-06 03:00 America/New_York, an estimate',
        '  Note over p: 0m, stage 1: sre is engaged',
        '  p->>c1: 0m, engage, essential: on call in primary',
        '  Note right of c1: 0m, try phone',
        '  Note right of c1: 2m, retry phone if sending failed',
        '  Note right of c1: 4m, retry phone if sending failed',
        '  Note over p: 5m, stage 2: 5m after stage 1 of sre#59; nobody is on call in day, so it pages nobody (an estimate)',
        '  p->>c2: 5m, engage, essential: named by the plan',
        '  Note right of c2: 5m, try phone',
        '  c2-->>p: 6m, bob answers',
        '  Note over p: 6m, the plan stops: bob was engaged as essential, so no later stage of sre starts',
        '',
      ].join('\n'),
    );
  });
});

describe('oncall shifts', () => {
  it('draws a calendar, its gap in red', async () => {
    const svg = await run('shifts', '@primary', ...shiftsOfJanuary, '--format', 'svg');
    expect(elementsOf(svg).filter((name) => name === 'svg')).toHaveLength(1);
    expect(svg).toContain('1 gap of 8h');
    expect(svg).toContain('NOBODY on call Wed 2026-01-14 09:00 to 17:00, 8h');
  });

  it('writes a calendar that others read: an event a shift, whole', async () => {
    const ics = await run('shifts', '@primary', ...shiftsOfJanuary, '--format', 'ics');
    expect(eventsOf(ics)).toEqual([
      {
        uid: '20260105T140000Z.primary.default@oncall',
        start: '2026-01-05T14:00:00Z',
        end: '2026-01-12T14:00:00Z',
        summary: 'On call: alice (primary, office)',
      },
      {
        uid: '20260112T140000Z.primary.default@oncall',
        start: '2026-01-12T14:00:00Z',
        end: '2026-01-14T14:00:00Z',
        summary: 'On call: bob (primary, office)',
      },
      {
        uid: '20260114T140000Z.primary.default@oncall',
        start: '2026-01-14T14:00:00Z',
        end: '2026-01-14T22:00:00Z',
        summary: 'On call: NOBODY (primary, office), overridden',
      },
      {
        uid: '20260114T220000Z.primary.default@oncall',
        start: '2026-01-14T22:00:00Z',
        end: '2026-01-19T14:00:00Z',
        summary: 'On call: bob (primary, office)',
      },
    ]);
    expect(ics).toContain('DESCRIPTION:Rotation primary.\\nOverridden\\, instead of bob.');
  });

  it('writes the same bytes again, and the same event for a shift whatever the window', async () => {
    const words = ['shifts', '@primary', '--format', 'ics'];
    const once = await run(...words, ...shiftsOfJanuary);
    expect(await run(...words, ...shiftsOfJanuary)).toBe(once);
    const more = await run(...words, '--from', '2026-01-13', '--to', '2026-02-15');
    const [, second] = eventsOf(once);
    expect(eventsOf(more)[0]).toEqual(second);
  });

  it('keeps to the form: line ends, 75 octets a line, times in UTC, no address', async () => {
    const cwd = folder({
      'main.oncall': team.replace(
        'contact alice <',
        'contact alice "Ålice Éxample-Ünderwood of the Østerbro Öffice in Kåbenhavn and Göteborg" <',
      ),
    });
    const words = ['shifts', '@primary', ...shiftsOfJanuary, '--format', 'ics'];
    const { stdout } = await oncall(words, { cwd });
    expect(stdout.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = stdout.slice(0, -2).split('\r\n');
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(0);
    expect(eventsOf(stdout)[0]?.summary).toContain('Kåbenhavn and Göteborg');
    for (const line of lines.filter((it) => /^DT(START|END|STAMP)/.test(it))) {
      expect(line).toMatch(/:\d{8}T\d{6}Z$/);
    }
    expect(stdout).not.toContain('2065550100');
  });

  it('names all who are on call together', async () => {
    const cwd = folder({
      'main.oncall': team.replace('weekly mon 09:00', 'weekly mon 09:00 on-call 2'),
    });
    const words = ['shifts', '@primary', ...shiftsOfJanuary, '--format', 'ics'];
    const { stdout } = await oncall(words, { cwd });
    expect(stdout).toContain('SUMMARY:On call: alice\\, bob (primary\\, office)');
    expect(eventsOf(stdout)[0]?.summary).toBe('On call: alice, bob (primary, office)');
  });

  it('has an event for each rotation of a schedule, none twice', async () => {
    const words = ['shifts', 'schedule/office', '--from', '2026-01-12', '--to', '2026-01-16'];
    const events = eventsOf(await run(...words, '--format', 'ics'));
    expect(events.filter(({ summary }) => summary.includes('bob (office, day)')).length).toBe(4);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });
});

/** As another program reads them. */
function eventsOf(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(component.getFirstPropertyValue('dtstamp')).not.toBeNull();
    return {
      uid: event.uid,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      summary: event.summary,
    };
  });
}
