import { describe, expect, it } from 'vitest';
import { ownStyle, pictureStyle } from '../../src/pictures/style.ts';
import { readSvg } from './read-svg.ts';

describe('pictureStyle', () => {
  it('takes the colours of the page, and else those of the scheme', () => {
    const style = pictureStyle();
    expect(style).toContain('--ink:var(--oncall-ink,#1f2328)');
    expect(style).toMatch(/prefers-color-scheme:dark\)\{.*--ink:var\(--oncall-ink,#e6edf3\)/);
    expect(style).toMatch(/prefers-contrast:more\)\{.*--ink:var\(--oncall-ink,#000000\)/);
  });

  it('defines every colour that its rules use', () => {
    const style = pictureStyle();
    const used = [...style.matchAll(/var\(--([a-z0-9-]+)\)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(40);
    expect(used.filter((name) => !style.includes(`--${name}:`))).toEqual([]);
    expect(style).not.toMatch(/\$|url\(|@import/);
  });

  it('touches nothing but pictures', () => {
    const selectors = ownStyle().matchAll(/([^{}]+)\{(?=[^{}]*\})/g);
    const wrong = [...selectors]
      .flatMap(([, list]) => (list ?? '').split(','))
      .filter((it) => !it.includes('(') && !it.trim().startsWith('.oncall-picture'));
    expect(wrong).toEqual([]);
  });
});

describe('ownStyle', () => {
  it('has plain light colours first, for programs that know no variables', () => {
    const [plain = '', rest = ''] = ownStyle().split('@supports');
    expect(plain).toContain('.oncall-picture .gap{fill:#cf222e');
    expect(plain).not.toContain('var(');
    expect(rest).toContain('.oncall-picture .gap{fill:var(--danger)');
  });

  it('needs no escaping in XML', () => {
    expect(readSvg(`<style>${ownStyle()}</style>`).text).toBe(ownStyle());
  });
});
