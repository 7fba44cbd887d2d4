import { analyze, createSourceFile } from '@oncall/language';
import { assert, integer, property, tuple } from 'fast-check';
import { describe, it } from 'vitest';
import { codeAction } from '../../src/features/code-action.ts';
import { resolveCodeLens } from '../../src/features/code-lens/resolve.ts';
import { codeLens } from '../../src/features/code-lens.ts';
import { executeCommand } from '../../src/features/execute-command.ts';
import { hover } from '../../src/features/hover.ts';
import { inlayHint } from '../../src/features/inlay-hint.ts';
import { semanticTokens, semanticTokensRange } from '../../src/features/semantic-tokens.ts';
import { Snapshot } from '../../src/workspace/snapshot.ts';

/** Something of everything, on few lines. */
const whole = `# oncall-ignore unused-contact: new
project p < account $ACCOUNT lint unused-contact off tag team "sre" >
contact alice "Zoë 🎉" < channel phone voice "+12065550100" use t stage 5m < notify phone retry 2m > >
contact bob < alias "b" channel m email $BOB deferred stage 45m < notify m notify x > >
template t < stage 5m < notify phone > stage 90s < > >
rotation r < zone "America/New_York" start 2026-03-08T02:30 members @alice @bob on-call 1
  weekly mon 09:00 cover mon..fri 09:00..17:00 override 2026-01-05T09:00..2026-01-06T09:00 < > >
schedule s < rotation @r >
plan q < stage 5m < notify @s essential notify @nobody > stage 0m < notify @boss > >
extern contact boss "arn:aws:ssm-contacts:us-east-2:111122223333:contact/boss"
test "x" < page @q at 2026-03-02T03:00 "Europe/Paris" ack @alice after 1m expect @s within 5m expect no @bob >
`;

describe('every feature', () => {
  it('answers at any place of text that is cut anywhere', () => {
    const length = whole.length;
    const place = tuple(
      integer({ min: 0, max: length }),
      integer({ min: 0, max: length }),
      integer({ min: 0, max: 30 }),
    );
    assert(
      property(place, ([at, from, count]) => {
        const text = whole.slice(0, from) + whole.slice(from + count);
        const file = createSourceFile('main.oncall', text);
        const snapshot = new Snapshot(
          {
            analysis: analyze([file]),
            rules: [],
            folder: '',
            now: 1_767_614_400,
            client: { encoding: at % 2 === 0 ? 'utf-16' : 'utf-8', capabilities: {} },
            variable: (name) => (name === 'BOB' ? 'bob@example.com' : undefined),
            pageOf: () => undefined,
            uris: new Map(),
          },
          file,
        );
        const position = snapshot.positionAt(Math.min(at, text.length));
        const textDocument = { uri: '' };
        const range = { start: position, end: snapshot.positionAt(text.length) };
        hover(snapshot, { textDocument, position });
        codeAction(snapshot, { textDocument, range, context: { diagnostics: [] } });
        inlayHint(snapshot, { textDocument, range });
        semanticTokens(snapshot);
        semanticTokensRange(snapshot, { textDocument, range });
        for (const lens of codeLens(snapshot, { textDocument })) resolveCodeLens(snapshot, lens);
        for (const command of ['oncall.preview', 'oncall.simulate']) {
          const values = [snapshot.uri, position.line, position.character];
          executeCommand(snapshot, { command, arguments: values });
        }
        executeCommand(snapshot, { command: 'oncall.runTest', arguments: [snapshot.uri] });
      }),
      { numRuns: 200 },
    );
  });
});
