/**
 * An expression of the grammar as a railroad diagram in SVG. The colours are ones that can be read
 * on white and on black alike, since a picture in a page does not know which it stands on.
 */
import type { Expression } from '@oncall/language/grammar';

export function railroad(title: string, expression: Expression): string {
  const track = lay(expression);
  const x = margin + 2 * dot;
  const y = margin + track.up;
  const canvas: Canvas = { lines: [], shapes: [] };
  const end = x + lead + track.width + lead;
  canvas.lines.push(`M${x} ${y}h${lead}`, `M${end - lead} ${y}h${lead}`);
  track.draw(canvas, x + lead, y);
  const width = end + 2 * dot + margin;
  const height = y + track.down + margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<g fill="none" stroke="${rail}" stroke-width="2">`,
    `<path d="${canvas.lines.join('')}"/>`,
    `<circle cx="${x - dot}" cy="${y}" r="${dot}" fill="${rail}"/>`,
    `<circle cx="${end + dot}" cy="${y}" r="${dot}"/>`,
    '</g>',
    `<g fill="#fff" font-family="monospace" font-size="13" text-anchor="middle">`,
    ...canvas.shapes,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const rail = '#7d8590';
const margin = 8;
const lead = 16;
const dot = 5;
/** Half the height of a box; also the radius of a word's ends. */
const half = 14;
/** Between what stands above each other. */
const gap = 10;
/** Of the bends of the track. */
const bend = 10;
const characterWidth = 7.8;

interface Canvas {
  readonly lines: string[];
  readonly shapes: string[];
}

/** A piece of track: entered on the left, left on the right, at the same height. */
interface Track {
  readonly width: number;
  /** How far it reaches above and below that height. */
  readonly up: number;
  readonly down: number;
  draw(canvas: Canvas, x: number, y: number): void;
}

function lay(expression: Expression): Track {
  switch (expression.kind) {
    case 'sequence':
      return inSequence(expression.parts.map(lay));
    case 'choice':
      return choice(expression.parts.map(lay));
    case 'optional':
      return passedBy(lay(expression.part));
    case 'repetition': {
      const loop = repeated(lay(expression.part));
      return expression.least === 0 ? passedBy(loop) : loop;
    }
    case 'word':
      return box(expression.text, { fill: '#2f6fb5', corner: half });
    case 'token':
      return box(expression.name, { fill: '#8f5f00', corner: 6 });
    case 'rule':
      return box(expression.name, { fill: '#57606a', corner: 0 });
  }
}

function box(text: string, { fill, corner }: { fill: string; corner: number }): Track {
  const width = Math.ceil(text.length * characterWidth) + 2 * half;
  return {
    width,
    up: half,
    down: half,
    draw({ shapes }, x, y) {
      shapes.push(
        `<rect x="${x}" y="${y - half}" width="${width}" height="${2 * half}" rx="${corner}" fill="${fill}"/>`,
        `<text x="${x + width / 2}" y="${y + 4.5}">${escaped(text)}</text>`,
      );
    },
  };
}

function inSequence(tracks: readonly Track[]): Track {
  return {
    width: sum(tracks.map(({ width }) => width)) + lead * (tracks.length - 1),
    up: Math.max(...tracks.map(({ up }) => up)),
    down: Math.max(...tracks.map(({ down }) => down)),
    draw(canvas, left, y) {
      let x = left;
      for (const [at, track] of tracks.entries()) {
        if (at > 0) {
          canvas.lines.push(`M${x} ${y}h${lead}`);
          x += lead;
        }
        track.draw(canvas, x, y);
        x += track.width;
      }
    },
  };
}

/** The first straight on, the others below it. */
function choice(tracks: readonly Track[]): Track {
  const inner = Math.max(...tracks.map(({ width }) => width));
  const depths: number[] = [];
  let down = 0;
  for (const [at, track] of tracks.entries()) {
    const depth = at === 0 ? 0 : Math.max(down + gap + track.up, 2 * bend);
    depths.push(depth);
    down = depth + track.down;
  }
  const width = inner + 4 * bend;
  return {
    width,
    up: tracks[0]?.up ?? 0,
    down,
    draw(canvas, x, y) {
      for (const [at, track] of tracks.entries()) {
        const depth = depths[at] as number;
        const before = x + 2 * bend;
        const behind = before + track.width;
        const rest = inner - track.width;
        if (at === 0) {
          canvas.lines.push(`M${x} ${y}h${2 * bend}`, `M${behind} ${y}h${rest + 2 * bend}`);
        } else {
          const drop = depth - 2 * bend;
          canvas.lines.push(`M${x} ${y}${bends.rightDown}v${drop}${bends.downRight}`);
          canvas.lines.push(
            `M${behind} ${y + depth}h${rest}${bends.rightUp}v${-drop}${bends.upRight}`,
          );
        }
        track.draw(canvas, before, y + depth);
      }
    },
  };
}

/** With a way past it, above. */
function passedBy(track: Track): Track {
  const rise = Math.max(track.up + gap, 2 * bend);
  return {
    width: track.width + 4 * bend,
    up: rise,
    down: track.down,
    draw(canvas, x, y) {
      const climb = rise - 2 * bend;
      canvas.lines.push(
        `M${x} ${y}h${2 * bend}`,
        `M${x + 2 * bend + track.width} ${y}h${2 * bend}`,
        `M${x} ${y}${bends.rightUp}v${-climb}${bends.upRight}h${track.width}${bends.rightDown}v${climb}${bends.downRight}`,
      );
      track.draw(canvas, x + 2 * bend, y);
    },
  };
}

/** With a way back to its start, below. */
function repeated(track: Track): Track {
  const fall = Math.max(track.down + gap, 2 * bend);
  return {
    width: track.width + 2 * bend,
    up: track.up,
    down: fall,
    draw(canvas, x, y) {
      const drop = fall - 2 * bend;
      const left = x + bend;
      const right = left + track.width;
      canvas.lines.push(
        `M${x} ${y}h${bend}`,
        `M${right} ${y}h${bend}`,
        `M${right} ${y}${bends.rightDown}v${drop}${bends.downLeft}h${-track.width}${bends.leftUp}v${-drop}${bends.upRight}`,
        // An arrow's head, as this is the one way that runs to the left.
        `M${(left + right) / 2 + 2} ${y + fall - 4}l-5 4l5 4`,
      );
      track.draw(canvas, left, y);
    },
  };
}

const arc = (clockwise: boolean, x: number, y: number): string =>
  `a${bend} ${bend} 0 0 ${clockwise ? 1 : 0} ${x} ${y}`;

const bends = {
  rightDown: arc(true, bend, bend),
  downRight: arc(false, bend, bend),
  rightUp: arc(false, bend, -bend),
  upRight: arc(true, bend, -bend),
  downLeft: arc(true, -bend, bend),
  leftUp: arc(true, -bend, -bend),
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
