/**
 * Random edits and requests in random order: the server never fails, and what it says in the end is
 * what a new server says that is told only how things are.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Editor, type Kind } from './fuzz/editor.ts';
import { ask, methods } from './fuzz/questions.ts';
import { disks, placeOf, spots, steps, take } from './fuzz/steps.ts';

/** Of each kind of client; about 50 steps each. `FUZZ_SESSIONS=200` makes 10,000 steps of each. */
const sessions = Number(process.env['FUZZ_SESSIONS'] ?? 15);

const kinds: readonly Kind[] = [
  { encoding: 'utf-16', pulls: false },
  { encoding: 'utf-8', pulls: false },
  { encoding: 'utf-16', pulls: true },
];

describe.each(kinds)('a session of a client of $encoding, that pulls: $pulls', (kind) => {
  it('ends as if it had begun there', { timeout: 60_000 + sessions * 3_000 }, async () => {
    const sequences = fc.array(steps, { minLength: 1, maxLength: 100, size: 'max' });
    await fc.assert(
      fc.asyncProperty(disks, sequences, spots, async (disk, sequence, places) => {
        const world = { disk: new Map(disk), folders: new Set(['file:///w']), open: new Map() };
        const editor = await Editor.start(world, kind);
        for (const step of sequence) await take(editor, step);

        const fresh = await Editor.start(world, kind);
        expect(await editor.diagnostics()).toEqual(await fresh.diagnostics());
        for (const spot of places) {
          const place = placeOf(world, spot);
          if (place === undefined) continue;
          for (const method of methods) {
            const answer = await ask(editor, method, place);
            expect({ method, answer }).toEqual({ method, answer: await ask(fresh, method, place) });
          }
        }
        expect([...editor.logs, ...fresh.logs]).toEqual([]);
        await editor.end();
        await fresh.end();
      }),
      // To find the least that fails may take long.
      { numRuns: sessions, interruptAfterTimeLimit: 50_000 + sessions * 3_000 },
    );
  });
});
