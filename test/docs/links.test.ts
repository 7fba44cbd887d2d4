/** Links between the pages lead somewhere. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchors, page, pages, prose, repository } from './markdown.ts';

describe.each(pages())('$path', ({ path, text }) => {
  it('has no broken link', () => {
    const targets = [...prose(text).matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target ?? '');
    expect(targets.filter((target) => !/^https?:/.test(target) && !leads(path, target))).toEqual(
      [],
    );
  });

  it('names no file that is not there', () => {
    const named = [...prose(text).matchAll(/`((?:packages|docs|examples|test|grammar)\/[^`]*)`/g)]
      .map(([, name]) => name ?? '')
      // `docs/diagnostics/CODE.md` and its like stand for many.
      .filter((name) => !/[A-Z*]/.test(name));
    expect(named.filter((name) => !existsSync(join(repository, name)))).toEqual([]);
  });
});

function leads(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : posix.join(dirname(from), file);
  if (!existsSync(join(repository, path))) return false;
  if (anchor === undefined) return true;
  return statSync(join(repository, path)).isFile() && anchors(page(path).text).has(anchor);
}
