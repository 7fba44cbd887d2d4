import { analyze, createSourceFile } from '@oncall/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelinePicture } from '../../src/pictures/timeline-picture.ts';
import { at } from '../projects.ts';
import { randomPlan, team } from './projects-of-pictures.ts';
import {
  all,
  collisions,
  labels,
  type Node,
  numberOf,
  ofClass,
  readSvg,
  titleOf,
} from './read-svg.ts';

const zone = 'America/New_York';
const page = { target: { kind: 'plan', name: 'page' }, at: at('2026-01-06T12:00Z') } as const;

/** Where a minute is, read off the labels of the axis. */
function scaleOf(root: Node): (minutes: number) => number {
  const middle = (text: string) => {
    const label = labels(root).find((it) => it.text === text);
    if (label === undefined) throw new Error(`no tick ${text}`);
    return (label.left + label.right) / 2 - 20;
  };
  const [zero, ten] = [middle('0m'), middle('+10m')];
  return (minutes) => zero + ((ten - zero) / 10) * minutes;
}

describe('timelinePicture', () => {
  const root = readSvg(timelinePicture(team, page, { zone }));
  const x = scaleOf(root);

  it('says what it is to those who do not see it', () => {
    expect(root.attributes).toMatchObject({ role: 'img', xmlns: 'http://www.w3.org/2000/svg' });
    expect(titleOf(root)).toBe('@page is paged');
    const desc = root.children.find(({ name }) => name === 'desc')?.text;
    expect(desc).toContain('After 5m, bob is engaged: named by the plan.');
  });

  it('draws each stage from its start to its end, by the axis', () => {
    const stages = ofClass(root, 'stage').map((it) => [
      numberOf(it, 'x'),
      numberOf(it, 'x') + numberOf(it, 'width'),
    ]);
    expect(stages.map((edges) => edges.map(Math.round))).toEqual(
      [
        [0, 5],
        [5, 15],
        [15, 20],
      ].map((edges) => edges.map((minutes) => Math.round(x(minutes)))),
    );
    // What is over as it begins is a flag.
    expect(ofClass(root, 'flag')).toHaveLength(2);
  });

  it('marks each try at its minute, with what it is', () => {
    const tries = [...ofClass(root, 'try'), ...ofClass(root, 'retry')].filter(
      ({ children }) => children.length > 0,
    );
    const marks = tries.map((it) => [titleOf(it), Math.round(numberOf(it, 'cx') - x(0) - 6)]);
    const minute = x(1) - x(0);
    expect(marks).toContainEqual(['try phone: stage 1 of alice', 0]);
    expect(marks).toContainEqual(['try text: stage 2 of alice', Math.round(5 * minute)]);
    expect(marks).toContainEqual([
      'retry phone: again after 2m, if sending failed',
      Math.round(4 * minute),
    ]);
  });

  it('draws what an answer stops as not happening, and leads from the one to the other', () => {
    const acknowledgements = [{ contact: 'alice', after: 180 }];
    const answered = readSvg(timelinePicture(team, { ...page, acknowledgements }, { zone }));
    const at3 = scaleOf(answered)(3);
    const ghosts = ofClass(answered, 'ghost').filter(
      ({ name, parent }) => name === 'rect' && parent?.attributes['class'] === 'row',
    );
    expect(ghosts.map((it) => Math.round(numberOf(it, 'x'))).slice(0, 2)).toEqual(
      [at3, at3].map(Math.round),
    );
    expect(ofClass(answered, 'stage')).toHaveLength(1);
    const lines = ofClass(answered, 'answer-line').map((it) => Math.round(numberOf(it, 'x1')));
    expect(new Set(lines)).toEqual(new Set([Math.round(at3)]));
    const texts = labels(answered).map(({ text }) => text);
    expect(texts).toContain('3m: the plan stops, no later stage begins');
    expect(texts).toContain('not begun: bob');
  });

  it('leads back to the source, where it is told how', () => {
    const source = ({
      piece,
      start,
      end,
    }: {
      piece: { text: string };
      start: number;
      end: number;
    }) => piece.text.slice(start, end);
    const linked = readSvg(timelinePicture(team, page, { zone, source }));
    const sources = all(linked).flatMap(({ attributes }) => attributes['data-source'] ?? []);
    expect(sources).toEqual(expect.arrayContaining(['5m', 'alice', 'phone', 'boss']));
    expect(timelinePicture(team, page, { zone })).not.toContain('data-source="');
  });

  it('may be shown under a strict policy: no script, no style of its own, nothing from elsewhere', () => {
    const markup = timelinePicture(team, page, { zone, style: 'shared' });
    expect(markup).not.toMatch(/<style|<script| style=| on[a-z]+=|href|url\(/);
    expect(timelinePicture(team, page, { zone })).toContain('<style>');
  });

  it('is well-formed, and no text runs into another, whatever the plan', () => {
    fc.assert(
      fc.property(randomPlan, fc.integer({ min: 0, max: 1_400 }), (plan, width) => {
        const { model } = analyze([createSourceFile('main.oncall', plan.text)]);
        const { acknowledgements } = plan;
        const target = { kind: 'plan', name: 'the-plan' } as const;
        const markup = timelinePicture(
          model,
          { target, at: page.at, acknowledgements },
          { zone, width },
        );
        const picture = readSvg(markup);
        expect(markup).not.toContain('NaN');
        expect(collisions(picture)).toEqual([]);
        const right = Math.max(...labels(picture).map((label) => label.right));
        expect(right).toBeLessThanOrEqual(Math.max(320, width));
      }),
      { numRuns: 50 },
    );
  });
});
