/** What the tests of the pages need of Markdown: pages, their fenced blocks, headings and links. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

export interface Page {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Block {
  /** The words after the fence. */
  readonly info: string;
  readonly text: string;
  /** Of the fence, counted from 1. */
  readonly line: number;
  /** The nearest heading above, without its marks. */
  readonly heading: string;
}

export function page(path: string): Page {
  return { path, text: readFileSync(join(repository, path), 'utf8') };
}

/** Every page that is written by hand for readers of the project. */
export function pages(): readonly Page[] {
  const roots = readdirSync(repository).filter((name) => name.endsWith('.md'));
  return [...roots, ...markdownBelow('docs'), ...markdownBelow('examples')].map(page);
}

/** Every page of the repository, also those beside code. */
export function allPages(): readonly Page[] {
  const folders = readdirSync(repository, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:\.git|\.oncall|node_modules)$/.test(entry.name))
    .map(({ name }) => name);
  const roots = readdirSync(repository).filter((name) => name.endsWith('.md'));
  return [...roots, ...folders.flatMap(markdownBelow)].map(page);
}

export function blocks(text: string): readonly Block[] {
  const found: Block[] = [];
  let heading = '';
  let open: { info: string; indent: number; line: number; lines: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    // In an item of a list a block is as far in as the item.
    const fence = /^( *)```(.*)$/.exec(line);
    if (open !== undefined && fence === null) open.lines.push(line.slice(open.indent));
    else if (open !== undefined) {
      found.push({ info: open.info, text: `${open.lines.join('\n')}\n`, line: open.line, heading });
      open = undefined;
    } else if (fence !== null) {
      const [, indent = '', info = ''] = fence;
      open = { info, indent: indent.length, line: index + 1, lines: [] };
    } else heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
  }
  return found;
}

/** The page without its fenced blocks. */
export function prose(text: string): string {
  return text.replace(/^ *```.*\n(?:.*\n)*? *```$/gm, '');
}

/** The anchors of a page's headings, as GitHub makes them: a second of one text is numbered. */
export function anchors(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, heading = ''] of prose(text).matchAll(/^#+ (.*)$/gm)) {
    const name = anchor(heading);
    let count = 0;
    while (found.has(count === 0 ? name : `${name}-${count}`)) count += 1;
    found.add(count === 0 ? name : `${name}-${count}`);
  }
  return found;
}

function anchor(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function markdownBelow(folder: string): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(repository, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile() && entry.name.endsWith('.md')) found.push(path);
    if (entry.isDirectory() && !/^(?:node_modules|dist|\..*)$/.test(entry.name)) {
      found.push(...markdownBelow(path));
    }
  }
  return found.sort();
}
