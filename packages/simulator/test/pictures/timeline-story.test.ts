import { describe, expect, it } from 'vitest';
import { type EngagementRow, timelineStory } from '../../src/pictures/timeline-story.ts';
import { at } from '../projects.ts';
import { team } from './projects-of-pictures.ts';

const page = { target: { kind: 'plan', name: 'page' }, at: at('2026-01-06T12:00Z') } as const;

describe('timelineStory', () => {
  it('tells stages and engagements in the order in which they begin', () => {
    const { rows, end } = timelineStory(team, page);
    expect(
      rows.map((row) =>
        row.kind === 'answer'
          ? row
          : [row.kind === 'stage' ? row.number : row.contact, row.start, row.end, row.stoppedAt],
      ),
    ).toEqual([
      [1, 0, 5, undefined],
      ['alice', 0, 10, undefined],
      [2, 5, 15, undefined],
      ['bob', 5, 10, undefined],
      [3, 15, 20, undefined],
      [4, 20, 20, undefined],
      ['boss', 20, 20, undefined],
    ]);
    expect(end).toBe(20);
  });

  it('puts each try into the lane of its channel', () => {
    const { rows } = timelineStory(team, page);
    const alice = rows.find((row): row is EngagementRow => row.kind === 'engagement');
    expect(
      alice?.lanes.map(({ channel, type, tries }) => [
        channel,
        type,
        tries.map((it) => `${it.kind} ${it.at}`),
      ]),
    ).toEqual([
      ['phone', 'voice', ['notify 0', 'retry 2', 'retry 4']],
      ['text', 'sms', ['notify 5']],
    ]);
  });

  it('tells what an answer stops: the later tries of the one, and the stages to come', () => {
    const { rows } = timelineStory(team, {
      ...page,
      acknowledgements: [{ contact: 'alice', after: 3 * 60 }],
    });
    expect(
      rows.map((row) => {
        if (row.kind === 'answer') return `${row.contact} answers, stops plan: ${row.stopsPlan}`;
        return `${row.kind === 'stage' ? row.number : row.contact} stopped ${row.stoppedAt}`;
      }),
    ).toEqual([
      '1 stopped 3',
      'alice stopped 3',
      'alice answers, stops plan: true',
      '2 stopped 3',
      '3 stopped 3',
      '4 stopped 3',
    ]);
    const alice = rows.find((row): row is EngagementRow => row.kind === 'engagement');
    const tries = alice?.lanes.flatMap((lane) => lane.tries) ?? [];
    expect(tries.filter((it) => it.isStopped).map((it) => it.at)).toEqual([4, 5]);
  });

  it('tells of an answer that has no effect', () => {
    const { rows } = timelineStory(team, {
      ...page,
      acknowledgements: [{ contact: 'bob', after: 60 }],
    });
    const answer = rows.find((row) => row.kind === 'answer');
    expect(answer).toMatchObject({ contact: 'bob', effective: false, stopsPlan: false });
    expect(rows.filter((row) => row.kind !== 'answer' && row.stoppedAt !== undefined)).toEqual([]);
  });

  it('has nothing to tell of a plan that is not there', () => {
    const target = { kind: 'plan', name: 'nowhere' } as const;
    expect(timelineStory(team, { ...page, target })).toEqual({ rows: [], end: 0, events: [] });
  });
});
