import { describe, expect, it } from 'vitest';
import { linesOfDiff } from '../../src/lint/changed-lines.ts';

describe('linesOfDiff', () => {
  it('reads hunks of each file, and no line of the files themselves', () => {
    const text = [
      'diff --git a/a.oncall b/a.oncall',
      'index 1..2 100644',
      '--- a/a.oncall',
      '+++ b/a.oncall',
      '@@ -0,0 +1,2 @@ contact x <',
      '+@@ -1 +9 @@',
      '+++ b/other.oncall',
      '@@ -7 +9 @@',
      '--- old',
      '+new',
      '\\ No newline at end of file',
      '@@ -20,3 +19,0 @@',
      '-a',
      '-b',
      '-c',
      'diff --git a/gone.oncall b/gone.oncall',
      '--- a/gone.oncall',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-x',
      'diff --git "a/\\303\\274\\t\\"\\\\.oncall" "b/\\303\\274\\t\\"\\\\.oncall"',
      '--- /dev/null',
      '+++ "b/\\303\\274\\t\\"\\\\.oncall"',
      '@@ -0,0 +1 @@',
      '+x',
      '--- a/with space.oncall\t',
      '+++ b/with space.oncall\t',
      '@@ -1 +1,4 @@',
      '',
    ].join('\n');
    expect([...linesOfDiff(text)]).toEqual([
      [
        'a.oncall',
        [
          { from: 1, to: 2 },
          { from: 9, to: 9 },
        ],
      ],
      ['ü\t"\\.oncall', [{ from: 1, to: 1 }]],
      ['with space.oncall', [{ from: 1, to: 4 }]],
    ]);
  });

  it('is empty where nothing changed', () => {
    expect(linesOfDiff('').size).toBe(0);
  });
});
