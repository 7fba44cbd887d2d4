import { describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { rename } from '../../src/features/rename.ts';
import { Refusal } from '../../src/workspace/refusal.ts';
import { Told } from '../../src/workspace/told.ts';
import { applied, picture, uriIn } from '../pictures.ts';

type Files = string | Readonly<Record<string, string>>;

async function renamed(files: Files, newName: string) {
  const { snapshot, params } = await picture(files);
  const result = rename(snapshot, { ...params, newName });
  if (result instanceof Refusal) throw new Error(result.sentence);
  const edit: WorkspaceEdit = result instanceof Told ? result.result : result;
  const text = (name: string): string => {
    const file = snapshot.analysis.files.find(({ path }) => path === uriIn(name));
    return applied(file?.text ?? '', edit.changes?.[uriIn(name)] ?? []);
  };
  return {
    text,
    main: text('main.oncall'),
    told: result instanceof Told ? result.sentence : undefined,
  };
}

async function refused(files: Files, newName: string): Promise<string | undefined> {
  const { snapshot, params } = await picture(files);
  const result = rename(snapshot, { ...params, newName });
  return result instanceof Refusal ? result.sentence : undefined;
}

describe('rename', () => {
  it('writes the new name in all files', async () => {
    const { text } = await renamed(
      {
        'a.oncall': 'contact al┆ice "Alice" < >',
        'b.oncall': 'plan p < stage 5m < notify @alice notify @alice2 > >',
      },
      'alicia',
    );
    expect(text('a.oncall')).toBe('contact alicia "Alice" < >');
    expect(text('b.oncall')).toBe('plan p < stage 5m < notify @alicia notify @alice2 > >');
  });

  it('can be begun at a reference, and keeps the @', async () => {
    const { main } = await renamed('rotation r < members ┆@bob >\ncontact bob < >', 'rob');
    expect(main).toBe('rotation r < members @rob >\ncontact rob < >');
  });

  it('renames a channel in its own contact alone', async () => {
    const text = `contact a < channel ph┆one voice "+12065550100" stage 5m < notify phone > >
contact b < channel phone voice "+12065550101" stage 5m < notify phone > >`;
    const { main, told } = await renamed(text, 'mobile');
    expect(main).toBe(`contact a < channel mobile voice "+12065550100" stage 5m < notify mobile > >
contact b < channel phone voice "+12065550101" stage 5m < notify phone > >`);
    expect(told).toBeUndefined();
  });

  it('renames what a template notifies with the channels of all who use it', async () => {
    const text = `template paged < stage 5m < notify phone > >
contact a < channel ph┆one voice "+12065550100" use paged >
contact b < channel phone voice "+12065550101" use paged >
contact c < channel phone voice "+12065550102" >`;
    expect((await renamed(text, 'mobile')).main).toBe(`template paged < stage 5m < notify mobile > >
contact a < channel mobile voice "+12065550100" use paged >
contact b < channel mobile voice "+12065550101" use paged >
contact c < channel phone voice "+12065550102" >`);
  });

  it.each([
    ['contact al┆ice < >', /AWS knows this contact as alice, .* Add alias "alice" to keep it\.$/],
    ['plan al┆ice < >', /this plan as alice/],
    ['rotation al┆ice < >', /this rotation as alice, .* Write "alice" behind the new name/],
    ['project al┆ice < >', /--adopt/],
  ])('says what AWS makes of it: %s', async (text, sentence) => {
    expect((await renamed(text, 'bob')).told).toMatch(sentence);
  });

  it.each([
    'contact al┆ice < alias "alice" >',
    'rotation al┆ice "Primary" < >',
    'template al┆ice < >',
  ])('says nothing where AWS sees no change: %s', async (text) => {
    const { main, told } = await renamed(text, 'bob');
    expect(main).toContain(' bob ');
    expect(told).toBeUndefined();
  });

  it('asks first where a client can', async () => {
    const workspaceEdit = {
      documentChanges: true,
      changeAnnotationSupport: { groupsOnLabel: true },
    };
    const { snapshot, params } = await picture('contact al┆ice < >', {
      capabilities: { workspace: { workspaceEdit } },
    });
    const result = rename(snapshot, { ...params, newName: 'bob' }) as WorkspaceEdit;
    expect(result.changeAnnotations?.['aws']).toMatchObject({
      needsConfirmation: true,
      description: expect.stringContaining('will see a new one, bob'),
    });
    expect(result.documentChanges).toMatchObject([
      {
        textDocument: { uri: uriIn('main.oncall') },
        edits: [{ newText: 'bob', annotationId: 'aws' }],
      },
    ]);
  });

  it.each([
    [
      'contact al┆ice < >',
      'Alice B',
      '"Alice B" is no name: it may hold only a to z, 0 to 9, _ and -. Write it so.',
    ],
    ['contact al┆ice < >', '5m', /^"5m" is no name: it reads as a duration/],
    ['contact al┆ice < >', '', /^An empty text is no name/],
    ['contact al┆ice < >\nplan bob < >', 'bob', 'There is a plan bob already. Take another name.'],
    [
      'contact al┆ice < >\ncontact b < alias "bob" >',
      'bob',
      'AWS knows b by the alias bob. Take another name.',
    ],
    [
      'rotation al┆ice < >\nrotation bob < >',
      'bob',
      'There is a rotation bob already. Take another name.',
    ],
    [
      'template al┆ice < >\ntemplate bob < >',
      'bob',
      'There is a template bob already. Take another name.',
    ],
    [
      'contact a < channel x┆ voice "+12065550100" channel y sms "+12065550100" >',
      'y',
      'Contact a has a channel y already. Take another name.',
    ],
    [
      'extern contact di┆rector "arn:x"',
      'boss',
      /^director is an extern contact, which lives elsewhere\./,
    ],
    ['con┆tact alice < >', 'person', /^contact is a word of the language\./],
    ['contact alice < >  ┆', 'x', /^This is no name\./],
    ['plan p < stage 5m < notify @no┆body > >', 'x', 'Nothing declares nobody. Declare it first.'],
    ['contact al┆ice < >\ncontact alice < >', 'x', /^2 declarations are named alice\./],
    [
      'contact al┆ice < >\nplan p < stage 5m < notify @alice alice > >',
      'x',
      /^Text that can't be read may name alice too\./,
    ],
  ])('is refused with a sentence: %s to %s', async (text, newName, sentence) => {
    expect(await refused(text, newName)).toMatch(sentence);
  });

  it('lets a rotation have the name of a contact', async () => {
    const { main } = await renamed('contact bob < >\nrotation al┆ice < members @bob >', 'bob');
    expect(main).toBe('contact bob < >\nrotation bob < members @bob >');
  });
});
