/** The pictures of the pages are those that the tool draws; `pnpm generate` draws them anew. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, createSourceFile } from '@oncall/language';
import { graphPicture } from '@oncall/simulator/pictures';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { folder, oncall } from '../cli/oncall.ts';
import { team } from '../cli/time-project.ts';
import { page, pages, repository } from './markdown.ts';

const acme = join(repository, 'examples/acme');
const pictures = join(repository, 'docs/pictures');

describe('docs/pictures', () => {
  it.each([
    ['simulate.svg', 'simulate @payments --at 2027-01-15T22:00 --ack @zoe=9m', undefined],
    ['shifts.svg', 'shifts schedule/office --from 2026-01-05 --to 2026-01-19', team],
  ])('%s is what oncall %s draws', async (name, words, project) => {
    const cwd = project === undefined ? acme : folder({ 'main.oncall': project });
    const { stdout } = await oncall([...words.split(' '), '--format', 'svg'], { cwd });
    await expect(stdout).toMatchFileSnapshot(join(pictures, name));
  });

  it('who-pages-whom.svg is that of acme', async () => {
    const files = readdirSync(acme, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.oncall'))
      .map((entry) => join(entry.parentPath, entry.name).slice(repository.length))
      .map((path) => createSourceFile(path, page(path).text));
    const { model } = analyze(files);
    await expect(graphPicture(model, {})).toMatchFileSnapshot(join(pictures, 'who-pages-whom.svg'));
  });

  it('are drawn in colour by programs that know no variables of CSS', () => {
    const svg = page('docs/pictures/shifts.svg').text;
    const gap =
      /<rect class="gap" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(svg);
    const [x, y, width, height] = (gap ?? []).slice(1).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const [, dx, dy] = /<g transform="translate\((\d+) (\d+)\)">\n<g class="week">/.exec(svg) ?? [];
    const drawn = new Resvg(svg).render();
    const column = Math.round(Number(dx) + x + width / 2);
    const row = Math.round(Number(dy) + y + height - 6);
    const at = (row * drawn.width + column) * 4;
    const [red = 0, green = 0, blue = 0] = drawn.pixels.subarray(at, at + 3);
    expect(red).toBeGreaterThan(220);
    expect(Math.max(green, blue)).toBeLessThan(red - 20);
  });

  it('holds no picture that no page shows', () => {
    const shown = pages().map(({ text }) => text);
    const unused = readdirSync(pictures).filter((name) => {
      return !shown.some((text) => text.includes(`pictures/${name})`));
    });
    expect(unused).toEqual([]);
  });
});
