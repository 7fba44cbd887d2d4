import { type Expression, grammar } from '@oncall/language/grammar';
import { describe, expect, it } from 'vitest';
import { railroad } from '../src/railroad.ts';

const word = (text: string): Expression => ({ kind: 'word', text });

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What stands in boxes, and where. */
function boxes(svg: string): readonly Box[] {
  const form = /<rect x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)".*\n<text.*?>(.*)<\/text>/g;
  return [...svg.matchAll(form)].map(([, x, y, width, height, text = '']) => ({
    text,
    left: Number(x),
    right: Number(x) + Number(width),
    top: Number(y),
    bottom: Number(y) + Number(height),
  }));
}

const texts = (svg: string) => boxes(svg).map(({ text }) => text);

describe('railroad', () => {
  it('sets a sequence side by side', () => {
    const [a, b] = boxes(railroad('t', { kind: 'sequence', parts: [word('a'), word('b')] }));
    expect(a?.text).toBe('a');
    expect(b?.left).toBeGreaterThan(a?.right ?? Number.NaN);
    expect(b?.top).toBe(a?.top);
  });

  it('sets alternatives below each other', () => {
    const [a, b] = boxes(railroad('t', { kind: 'choice', parts: [word('a'), word('b')] }));
    expect(b?.left).toBe(a?.left);
    expect(b?.top).toBeGreaterThan(a?.bottom ?? Number.NaN);
  });

  it('leads back, with an arrow, only where something repeats', () => {
    const arrow = 'l-5 4l5 4';
    expect(railroad('t', { kind: 'repetition', least: 1, part: word('a') })).toContain(arrow);
    expect(railroad('t', { kind: 'optional', part: word('a') })).not.toContain(arrow);
  });

  it('makes a way past what may be left out', () => {
    const height = (svg: string) => Number(/ height="([\d.]+)"/.exec(svg)?.[1]);
    const once = railroad('t', { kind: 'repetition', least: 1, part: word('a') });
    const never = railroad('t', { kind: 'repetition', least: 0, part: word('a') });
    expect(height(never)).toBeGreaterThan(height(once));
  });

  it('escapes what has a meaning in SVG', () => {
    expect(texts(railroad('a < b', word('<')))).toEqual(['&lt;']);
    expect(railroad('a < b', word('<'))).toContain('<title>a &lt; b</title>');
  });

  it.each(grammar().map(({ name, body }) => ({ name, body })))(
    'draws $name within its frame, no box over another',
    ({ name, body }) => {
      const svg = railroad(name, body);
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
      const drawn = boxes(svg);
      expect(drawn.length).toBeGreaterThan(0);
      for (const [at, box] of drawn.entries()) {
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(Number(width));
        expect(box.bottom).toBeLessThanOrEqual(Number(height));
        for (const other of drawn.slice(at + 1)) {
          const apart =
            other.left >= box.right ||
            other.right <= box.left ||
            other.top >= box.bottom ||
            other.bottom <= box.top;
          expect(apart, `${box.text} and ${other.text}`).toBe(true);
        }
      }
    },
  );
});
