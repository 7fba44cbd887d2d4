/** After any edits, what is known is what a server would know that was just started. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DiagnosticsOfFiles } from '../../src/diagnostics/diagnostics-of-files.ts';
import { documentSymbol } from '../../src/features/document-symbol.ts';
import { references } from '../../src/features/references.ts';
import { lineStarts } from '../../src/workspace/lines.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { memory } from '../pictures.ts';

const names = ['/w/a.oncall', '/w/x/b.oncall', '/w/x/c.oncall'];
const beginnings = [
  'contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >\n',
  'plan sre < stage 5m < notify @alice essential > >\r\ntemplate t < >\r\n',
  '# oncall-ignore unused-rotation: later\nrotation r < members @alice >\n',
];

const fragments = fc.constantFrom(
  'project p < >\n',
  'contact bob < use t >\n',
  'contact alice < >\n',
  'plan q < stage 5m < notify @bob > >\n',
  '@alice',
  '<',
  '>',
  '"',
  '#',
  '\n',
  '\r',
  ' ',
  '🎉',
  'x',
  '',
);

const edits = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(12),
    text: fragments,
  }),
  { maxLength: 25 },
);

it('equals a fresh one', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (steps) => {
      const workspace = await open(names.map((name, at) => [name, beginnings[at] ?? '']));
      const diagnostics = new DiagnosticsOfFiles();
      diagnostics.update(workspace.projects());
      for (const [version, { name, from, length, text }] of steps.entries()) {
        const file = workspace.snapshot(`file://${name}`)?.file;
        if (file === undefined) throw new Error('the file is gone');
        const start = Math.floor(from * file.text.length);
        const range = {
          start: positionIn(file, start),
          end: positionIn(file, Math.min(start + length, file.text.length)),
        };
        workspace.change(`file://${name}`, version + 2, [{ range, text }]);
        diagnostics.update(workspace.projects());
      }
      const texts = names.map((name): [string, string] => [
        name,
        workspace.snapshot(`file://${name}`)?.file.text ?? '',
      ]);
      const fresh = await open(texts);
      const freshDiagnostics = new DiagnosticsOfFiles();
      freshDiagnostics.update(fresh.projects());
      for (const name of names) {
        const path = `file://${name}`;
        expect(diagnostics.of(path).items).toEqual(freshDiagnostics.of(path).items);
        expect(answersOf(workspace, path)).toEqual(answersOf(fresh, path));
      }
    }),
    { numRuns: 150 },
  );
});

async function open(files: readonly (readonly [string, string])[]): Promise<Workspace> {
  const workspace = new Workspace(
    {
      fileSystem: memory(new Map()),
      environment: {},
      now: () => 1_767_614_400,
      pageOf: () => undefined,
      log: (message) => {
        throw new Error(message);
      },
    },
    {
      encoding: 'utf-16',
      capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    },
  );
  workspace.changeFolders(['file:///w'], []);
  for (const [name, text] of files) {
    workspace.open({ uri: `file://${name}`, languageId: 'oncall', version: 1, text });
  }
  await workspace.settled();
  return workspace;
}

function answersOf(workspace: Workspace, uri: string) {
  const snapshot = workspace.snapshot(uri);
  if (snapshot === undefined) throw new Error('the file is gone');
  const textDocument = { uri };
  const { text } = snapshot.file;
  const ofNames = [...text.matchAll(/alice|bob|phone/g)].map(({ index }) => {
    const position = snapshot.positionAt(index);
    return references(snapshot, { textDocument, position, context: { includeDeclaration: true } });
  });
  return { symbols: documentSymbol(snapshot, { textDocument }), ofNames };
}

/** As a client counts: not between the halves of a line end. */
function positionIn(file: Parameters<typeof lineStarts>[0], offset: number) {
  const starts = lineStarts(file);
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}
