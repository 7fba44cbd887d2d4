import { analyze, createSourceFile, format } from '@oncall/language';
import { runTest } from '@oncall/simulator';
import { describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { codeAction } from '../../src/features/code-action.ts';
import { applied, picture, type Stage } from '../pictures.ts';

interface Offered {
  readonly actions: readonly CodeAction[];
  readonly text: string;
}

/** What is offered at the cursor, or from `┆` to `┊`. */
async function offered(
  text: string,
  only?: readonly string[],
  stage: Stage = {},
): Promise<Offered> {
  const { snapshot, position } = await picture(text.replace('┊', ''), stage);
  const end = text.includes('┊') ? text.replace('┆', '').indexOf('┊') : undefined;
  const range = {
    start: position,
    end: end === undefined ? position : snapshot.positionAt(end),
  };
  const context = { diagnostics: [], ...(only !== undefined && { only: [...only] }) };
  const textDocument = { uri: snapshot.uri };
  return {
    actions: codeAction(snapshot, { textDocument, range, context }),
    text: snapshot.file.text,
  };
}

async function titles(text: string, only?: readonly string[]): Promise<readonly string[]> {
  return (await offered(text, only)).actions.map(({ title }) => title);
}

/** The text with the action of a title applied. */
async function done(text: string, title: string, only?: readonly string[], stage?: Stage) {
  const { actions, text: before } = await offered(text, only, stage);
  const action = actions.find((each) => each.title === title);
  expect(actions.map((each) => each.title)).toContain(title);
  const edits = Object.values(action?.edit?.changes ?? {}).flat();
  return applied(before, edits);
}

/** What is left to say of a text, and that it has the one form. */
function left(text: string): readonly string[] {
  const file = createSourceFile('main.oncall', text);
  expect(format(file)).toEqual({
    kind: 'formatted',
    text: text.endsWith('\n') ? text : `${text}\n`,
  });
  return analyze([file]).diagnostics.map(({ code }) => code);
}

const alice = `contact alice <
  channel phone voice $ALICE_PHONE
  channel mail email $ALICE_MAIL
  stage 5m < notify phone >
  stage 5m < notify mail >
>
`;

describe('codeAction', () => {
  it('offers the fix of a diagnostic, preferred where it is the only one', async () => {
    const { actions, text } = await offered(
      `${alice}\nplan p < stage 5m < notify @al┆cie essential > >\n`,
      ['quickfix'],
    );
    const [fix] = actions;
    expect(fix).toMatchObject({ title: 'Write alice', kind: 'quickfix', isPreferred: true });
    const edits = Object.values(fix?.edit?.changes ?? {}).flat() as TextEdit[];
    expect(applied(text, edits)).toContain('notify @alice essential');
  });

  it('says which diagnostic it mends', async () => {
    const { snapshot, position } = await picture(
      `${alice}\nplan p < stage 5m < notify @al┆cie > >\n`,
    );
    const told = {
      code: 'dangling-contact',
      message: '',
      range: { start: snapshot.positionAt(snapshot.file.text.indexOf('@alcie')), end: position },
    };
    const [fix] = codeAction(snapshot, {
      textDocument: { uri: snapshot.uri },
      range: { start: position, end: position },
      context: { diagnostics: [told, { ...told, code: 'other' }] },
    });
    expect(fix?.diagnostics).toEqual([told]);
  });

  it('offers all of several fixes, none preferred', async () => {
    const { actions } = await offered('contact a < stage 9┆0s < > >\n', ['quickfix']);
    const fixes = actions.filter(({ title }) => /1m|2m/.test(title));
    expect(fixes).toHaveLength(2);
    expect(fixes.some(({ isPreferred }) => isPreferred)).toBe(false);
  });

  it('splits a long stage', async () => {
    const { actions, text } = await offered(
      `${alice}\nplan p < stage 4┆5m < notify @alice essential > >\n`,
    );
    const split = actions.find(({ title }) => /split/i.test(title)) as CodeAction;
    const mended = applied(text, Object.values(split.edit?.changes ?? {}).flat());
    expect(
      analyze([createSourceFile('m', mended)]).diagnostics.map(({ code }) => code),
    ).not.toContain('stage-too-long');
  });

  it('fixes all of one kind in the file', async () => {
    const text = `${alice}\nplan p <\n  stage 5m < notify @al┆cie essential >\n  stage 5m < notify @alcie >\n>\n`;
    const mended = await done(text, 'Fix all 2 of dangling-contact in this file');
    expect(mended.match(/@alice/g)).toHaveLength(2);
  });

  it('fixes all that is certain where that is asked for, and guesses nothing', async () => {
    const text = `┆${alice}\nplan p <\n  stage 45m < notify @Alice essential >\n  stage 50m < notify @alcie >\n>\n`;
    for (const only of ['source.fixAll', 'source.fixAll.oncall', 'source']) {
      const mended = await done(text, 'Fix all that is certain', [only]);
      expect(mended).toContain('stage 30m < notify @alice essential >\n  stage 15m < >');
      expect(mended).toContain('@alcie');
    }
    expect(await titles(text)).not.toContain('Fix all that is certain');
    expect(await titles(text, ['refactor.inline'])).toEqual([]);
    expect(await titles(`┆${alice}`, ['source.fixAll'])).toEqual([]);
  });

  it('fixes nothing that would bring an error about time, as lint --fix does not', async () => {
    const text = (level: string): string =>
      `┆project x < lint single-member ${level} >\n${alice}\nrotation r <\n  zone "europe/paris"\n  start 2026-01-05T09:00\n  members @alice\n  weekly mon 09:00\n>\n`;
    expect(await titles(text('warning'), ['source.fixAll'])).toEqual(['Fix all that is certain']);
    expect(await titles(text('error'), ['source.fixAll'])).toEqual([]);
  });

  it.each([
    ['contact', 'plan p < stage 5m < notify @ca┆rol essential > >\n'],
    [
      'template',
      'contact bob <\n  channel home voice $BOB_HOME\n  use pa┆ged\n>\n\ntest "t" <\n  page @bob at 2026-01-05T03:00 "UTC"\n  expect @bob within 0m\n>\n',
    ],
  ])('declares the missing %s', async (kind, text) => {
    const { actions } = await offered(text);
    const { title = '' } = actions.find((each) => each.title.startsWith(`Declare ${kind}`)) ?? {};
    expect(left(await done(text, title)).filter((code) => !quiet.has(code))).toEqual([]);
  });

  it('declares the missing rotation as the others are', async () => {
    const text = `${alice}\nrotation a <\n  zone "Europe/Paris"\n  start 2026-01-05T08:30\n  members @alice\n  weekly mon 08:30\n>\n\nschedule s <\n  rotation @a\n  rotation @zz┆z\n>\n\nplan p < stage 5m < notify @s essential > >\n`;
    const mended = await done(text, 'Declare rotation zzz');
    expect(mended).toContain('rotation zzz <\n  zone "Europe/Paris"\n');
    expect(left(mended)).not.toContain('dangling-rotation');
  });

  it('adds the channel that is notified', async () => {
    const text = 'contact alice <\n  channel phone voice $A\n  stage 5m < notify te┆xt >\n>\n';
    const mended = await done(text, 'Add channel text');
    expect(mended).toBe(
      'contact alice <\n  channel phone voice $A\n  channel text voice $ALICE_TEXT\n  stage 5m < notify text >\n>\n',
    );
  });

  it('leaves a comment where it stands', async () => {
    const text =
      'contact alice <\n  channel phone voice $A # new\n  # Why.\n  stage 5m < notify te┆xt > # soon\n>\n';
    expect(await done(text, 'Add channel text')).toBe(
      'contact alice <\n  channel phone voice $A # new\n  channel text voice $ALICE_TEXT\n  # Why.\n  stage 5m < notify text > # soon\n>\n',
    );
  });

  it('adds the channel that a template notifies', async () => {
    const text = 'template t < stage 5m < notify text > >\n\ncontact alice < use ┆t >\n';
    expect(await done(text, 'Add channel text')).toContain(
      'contact alice <\n  channel text voice $ALICE_TEXT\n  use t\n>\n',
    );
  });

  it('adds a missing stage', async () => {
    const text =
      'contact ali┆ce < channel phone voice $A >\n\nplan p < stage 5m < notify @alice essential > >\n';
    const mended = await done(text, 'Add a stage that notifies phone');
    expect(mended).toContain(
      'contact alice <\n  channel phone voice $A\n  stage 5m < notify phone >\n>\n',
    );
    expect(left(mended)).not.toContain('contact-without-stage');
  });

  it('adds a missing channel and stage', async () => {
    const text = 'contact ali┆ce < >\n\nplan p < stage 5m < notify @alice essential > >\n';
    const mended = await done(text, 'Add a channel and a stage that notifies it');
    expect(left(mended)).not.toContain('contact-without-channel');
  });

  it('extracts the stages about the cursor into a template', async () => {
    const mended = await done(
      alice.replace('stage 5m < notify mail', 'sta┆ge 5m < notify mail'),
      'Extract stages into template alice-stages',
    );
    expect(mended).toBe(`contact alice <
  channel phone voice $ALICE_PHONE
  channel mail email $ALICE_MAIL
  use alice-stages
>

template alice-stages <
  stage 5m < notify phone >
  stage 5m < notify mail >
>
`);
    expect(left(mended)).not.toContain('dangling-template');
  });

  it('extracts the stages that are selected, under a name that is free', async () => {
    const text = `template alice-stages < stage 5m < notify phone > >\n\n${alice.replace('stage 5m < notify mail', 'st┆age 5m < not┊ify mail')}`;
    expect(await done(text, 'Extract stage into template alice-stages-2')).toContain(
      '  stage 5m < notify phone >\n  use alice-stages-2\n>\n\ntemplate alice-stages-2 < stage 5m < notify mail > >\n',
    );
  });

  it('puts the stages of a template in the place of its use', async () => {
    const text = `template t <\n  # First.\n  stage 5m < notify phone >\n  stage 6m < notify mail >\n>\n\n${alice.replace('  stage 5m < notify phone >\n', '  use ┆t\n')}`;
    expect(await done(text, 'Put the stages of template t here')).toContain(
      '$ALICE_MAIL\n  # First.\n  stage 5m < notify phone >\n  stage 6m < notify mail >\n  stage 5m < notify mail >\n>\n',
    );
  });

  it('puts them on lines of their own in a block of one line', async () => {
    const text =
      'template t <\n  # First.\n  stage 5m < notify phone > # last\n>\n\ncontact a < use ┆t >\n';
    expect(await done(text, 'Put the stages of template t here')).toContain(
      'contact a <\n  # First.\n  stage 5m < notify phone > # last\n>\n',
    );
  });

  it('writes a test that holds', async () => {
    const text = `${alice}
rotation r <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice
  weekly mon 09:00
>

schedule s < rotation @r >

extern contact boss "arn:aws:ssm-contacts:us-east-2:111122223333:contact/boss"

plan ┆p <
  stage 5m < notify @s essential >
  stage 10m <
    notify @alice
    notify @s
  >
  stage 0m < notify @boss >
> # behind
`;
    const mended = await done(text, 'Write a test for plan p', ['refactor']);
    expect(mended.slice(mended.indexOf('> # behind'))).toBe(`> # behind

test "p reaches all whom it names" <
  page @p at 2026-01-05T03:00 "America/New_York"
  expect @s within 0m
  expect @alice within 5m
  expect @boss within 15m
>
`);
    const { model } = analyze([createSourceFile('main.oncall', mended)]);
    expect(model.tests.map((test) => runTest(model, test).passed)).toEqual([true]);
    left(mended);
  });

  it.each([
    ['contact bo┆b < >\n', '# oncall-ignore unused-contact: \ncontact bob < >\n'],
    [
      'rotation r <\n  zone "Europe/Paris"\n  start 2026-03-29T02┆:30\n>\n',
      'rotation r <\n  zone "Europe/Paris"\n  # oncall-ignore time-does-not-exist: \n  start 2026-03-29T02:30\n>\n',
    ],
  ])('silences a warning in %j', async (text, expected) => {
    const code = /oncall-ignore ([\w-]+)/.exec(expected)?.[1];
    expect(await done(text, `Silence ${code} here`)).toBe(expected);
  });

  it('goes on writing at the reason, where the client can place the cursor', async () => {
    const capabilities = {
      workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
    };
    const { actions } = await offered('contact bo┆b < >\n', undefined, { capabilities });
    const action = actions.find(({ title }) => title === 'Silence unused-contact here');
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.edits[0]).toMatchObject({
      snippet: { kind: 'snippet', value: '# oncall-ignore unused-contact: $0\n' },
    });
  });

  it('silences no error', async () => {
    expect((await titles('plan p < stage 5m < notify @n┆o > >\n')).join()).not.toContain('Silence');
  });

  it.each(['┆', 'contact a < ┆', 'contact < stage ┆5m < ', '# ┆\n', 'plan ┆ < >', '@@┆'])(
    'survives %j',
    async (text) => {
      await expect(titles(text)).resolves.toBeDefined();
    },
  );
});

/** Other rules may have something to say of so small a project. */
const quiet = new Set([
  'single-responder',
  'one-channel-type',
  'slow-escalation',
  'literal-address',
]);
