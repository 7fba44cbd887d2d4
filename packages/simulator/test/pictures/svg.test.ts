import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { group, svg } from '../../src/pictures/svg.ts';
import { readSvg } from './read-svg.ts';

/** All of Unicode, what no text should hold included. */
const anyText = fc.string({ unit: 'binary', maxLength: 40 });

/** What a reader of XML gets: itself, but for what XML or a terminal can't have. */
function fit(text: string): string {
  return [...text]
    .map((it) => {
      const code = it.codePointAt(0) ?? 0;
      const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
      const turns = (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
      const isNone = code === 0xfffe || code === 0xffff || (code >= 0xd800 && code <= 0xdfff);
      return isControl || turns || isNone ? '\ufffd' : it;
    })
    .join('');
}

describe('svg', () => {
  it('writes elements, attributes and text', () => {
    const markup = svg('text', { x: 1.005, y: -0, class: 'a', id: undefined }, 'a & b').markup;
    expect(markup).toBe('<text x="1" y="0" class="a">a &amp; b</text>');
    expect(svg('rect', { width: 1 / 3 }).markup).toBe('<rect width="0.33"/>');
    expect(group({ class: 'g' }, [svg('a', {}), undefined, svg('b', {})]).markup).toBe(
      '<g class="g">\n<a/>\n<b/>\n</g>',
    );
  });

  it('lets any text be read back, in content and attributes, and nothing of it as markup', () => {
    fc.assert(
      fc.property(anyText, anyText, (content, value) => {
        const { markup } = svg('text', { title: value }, content, svg('title', {}, value));
        const node = readSvg(markup);
        expect(node.text).toBe(fit(content));
        expect(node.attributes['title']).toBe(fit(value));
        expect(node.children.map(({ name }) => name)).toEqual(['title']);
      }),
    );
  });

  it('sends nothing to a terminal that it would obey', () => {
    fc.assert(
      fc.property(anyText, (content) => {
        expect(svg('text', {}, content).markup).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});
