/** Links between the pages lead somewhere. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allPages, anchors, page, prose, repository } from './markdown.ts';

describe.each(allPages())('$path', ({ path, text }) => {
  it('has no broken link', () => {
    expect(
      linksIn(text).filter((target) => !/^https?:/.test(target) && !leads(path, target)),
    ).toEqual([]);
  });

  it('names no file that is not there', () => {
    const named = [...prose(text).matchAll(/`((?:packages|docs|examples|test|grammar)\/[^`]*)`/g)]
      .map(([, name]) => name ?? '')
      // `docs/diagnostics/CODE.md` and its like stand for many.
      .filter((name) => !/[A-Z*]/.test(name));
    expect(named.filter((name) => !existsSync(join(repository, name)))).toEqual([]);
  });
});

/** What `[text](target)`, `![text](target)` and `[name]: target` lead to, code left out. */
function linksIn(text: string): readonly string[] {
  const read = prose(text).replace(/`[^`\n]*`/g, 'code');
  const links = read.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)|^\[[^\]]+\]: (\S+)$/gm);
  return [...links].map(([, target, defined]) => target ?? defined ?? '');
}

it('a link that leads nowhere is found', () => {
  expect(linksIn('[a](b.md#c) ![d](e.svg "f")\n[g]: h.md\n`[i](j)`')).toEqual([
    'b.md#c',
    'e.svg',
    'h.md',
  ]);
  expect(leads('README.md', 'docs/README.md#guides')).toBe(true);
  expect(leads('docs/README.md', '../README.md')).toBe(true);
  expect(leads('README.md', 'docs/README.md#nothing')).toBe(false);
  expect(leads('README.md', 'docs/nothing.md')).toBe(false);
});

it('every page of docs is led to by another', () => {
  const led = new Set(
    allPages().flatMap(({ path, text }) =>
      linksIn(text).map((target) => posix.join(dirname(path), target.replace(/#.*$/, ''))),
    ),
  );
  const alone = allPages().filter(({ path }) => path.startsWith('docs/') && !led.has(path));
  expect(alone.map(({ path }) => path)).toEqual([]);
});

function leads(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : posix.join(dirname(from), file);
  if (!existsSync(join(repository, path))) return false;
  if (anchor === undefined) return true;
  return statSync(join(repository, path)).isFile() && anchors(page(path).text).has(anchor);
}
