/** One mistake gives one diagnostic: each mistake of a kind, at each place where it can be made. */
import { sample } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  analyze,
  createSourceFile,
  type Diagnostic,
  type SourceFile,
} from '../src/index.ts';
import { examples } from './examples.ts';
import { type Mutation, mistakes } from './mutations.ts';
import { program } from './program.ts';

type Kind = keyof typeof mistakes;

const all = Object.keys(mistakes) as readonly Kind[];

/** A deleted word may be one that need not stand, and a doubled line one that may stand twice. */
const atMostOne: readonly Kind[] = ['double a line'];
const mostlyOne: readonly Kind[] = ['delete a token', 'double a token'];
const exactlyOne = all.filter((kind) => !mostlyOne.includes(kind) && !atMostOne.includes(kind));

describe('in the examples', () => {
  it.each(exactlyOne)('%s: one', (kind) => {
    expect(inExamples(kind).filter(({ count }) => count !== 1)).toEqual([]);
  });

  it.each(atMostOne)('%s: one at most', (kind) => {
    expect(inExamples(kind).filter(({ count }) => count > 1)).toEqual([]);
  });

  // What names the only one of its kind leaves that unused, and may make a declaration of its line.
  it.each(mostlyOne)('%s: two at most, three at the worst, and seldom more than one', (kind) => {
    const found = inExamples(kind);
    expect(found.filter(({ count }) => count > 3)).toEqual([]);
    expect(found.filter(({ count }) => count > 2).length).toBeLessThan(found.length / 200);
    expect(found.filter(({ count }) => count > 1).length).toBeLessThan(found.length / 50);
  });
});

// On lines of many declarations, a bracket or a quote less can be read in more ways than one.
describe('in any valid program in any layout', () => {
  const texts = sample(program(), { numRuns: 60, seed: 5 });

  it.each<[Kind, number]>([
    ['double >', 1],
    ['insert ; before a token', 1],
    ['insert , behind a token', 1],
    ['delete >', 0.95],
    ['delete <', 0.95],
    ['stray <', 0.95],
    ['stray > after a word', 0.9],
    ['misspell a keyword', 0.95],
    ['delete the closing quote', 0.7],
    ['delete the opening quote', 0.7],
  ])('%s: one, of %d of them', (kind, share) => {
    const counts = texts.flatMap((text) => {
      const files = [createSourceFile('main.oncall', text)];
      return freshIn(files, kind, 3).map(({ count }) => count);
    });
    const ones = counts.filter((count) => count === 1).length;
    expect(counts.length).toBeGreaterThan(20);
    expect(ones / counts.length).toBeGreaterThanOrEqual(share);
  });
});

interface Fresh {
  readonly mistake: string;
  readonly count: number;
}

function inExamples(kind: Kind): readonly Fresh[] {
  // All of the small ones, and of the large one enough.
  return examples.flatMap((files) => freshIn(files, kind, files.length > 1 ? 5 : 1));
}

/** How many diagnostics every n-th mistake of a kind adds. */
function freshIn(files: readonly SourceFile[], kind: Kind, every: number): readonly Fresh[] {
  const before = analyze(files);
  return files
    .flatMap((file) => mistakes[kind](file.text).map((mutation) => ({ file, mutation })))
    .filter((_, index) => index % every === 0)
    .map(({ file, mutation }) => {
      const changed = createSourceFile(file.path, mutation.text);
      const after = analyze(
        files.map((each) => (each === file ? changed : each)),
        { previous: before },
      );
      const found = fresh(before, after);
      return {
        mistake: found.length === 1 ? '' : tell(file, mutation, found),
        count: found.length,
      };
    });
}

function fresh(before: Analysis, after: Analysis): readonly Diagnostic[] {
  const known = new Map<string, number>();
  for (const { code } of before.diagnostics) known.set(code, (known.get(code) ?? 0) + 1);
  return after.diagnostics.filter(({ code }) => {
    const count = known.get(code) ?? 0;
    known.set(code, count - 1);
    return count <= 0;
  });
}

function tell({ path }: SourceFile, { text, at, was, is }: Mutation, found: readonly Diagnostic[]) {
  const around = `${text.slice(Math.max(0, at - 40), at)}┆${text.slice(at, at + 40)}`;
  return `${path}: ${was} -> ${is}\n${around}\n${found.map(({ message }) => message).join('\n')}`;
}
