import { describe, expect, it } from 'vitest';
import { graphPicture } from '../../src/pictures/graph-picture.ts';
import { team } from './projects-of-pictures.ts';
import { all, collisions, labels, ofClass, readSvg, titleOf } from './read-svg.ts';

const titlesOf = (markup: string) =>
  all(readSvg(markup))
    .filter(({ name }) => name === 'g' || name === 'path')
    .map(titleOf)
    .filter((title) => title !== '');

describe('graphPicture', () => {
  it('shows every reference as an edge, and says where an answer stops the plan', () => {
    const titles = titlesOf(graphPicture(team, {}));
    expect(titles).toEqual(
      expect.arrayContaining([
        'plan page, stage 1 to schedule sre, essential',
        'plan page, stage 2 to contact bob, essential',
        'plan page, stage 4 to extern boss',
        'schedule sre to rotation primary',
        'rotation primary to contact alice',
        'rotation primary to extern boss',
      ]),
    );
    expect(ofClass(readSvg(graphPicture(team, {})), 'loose').length).toBeGreaterThan(0);
  });

  it('tells what nothing leads to', () => {
    expect(titlesOf(graphPicture(team, {}))).toContain('schedule both: nothing leads here');
  });

  it('shows of a part what leads to it and what it leads to', () => {
    const focus = { kind: 'rotation', name: 'office' } as const;
    const picture = readSvg(graphPicture(team, { focus }));
    const texts = labels(picture).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['both', 'office', 'bob']));
    expect(texts).not.toContain('alice');
    expect(texts).not.toContain('sre');
    expect(ofClass(picture, 'focus')).toHaveLength(1);
  });

  it('has a title, and no text runs into another', () => {
    const picture = readSvg(graphPicture(team, {}));
    expect(titleOf(picture)).toBe('Who pages whom');
    expect(collisions(picture)).toEqual([]);
  });

  it('leads back to the source', () => {
    const markup = graphPicture(team, { source: ({ start }) => `at:${start}` });
    const nodes = ofClass(readSvg(markup), 'node');
    expect(nodes.length).toBe(8);
    expect(nodes.every(({ attributes }) => attributes['data-source'] !== undefined)).toBe(true);
  });
});
