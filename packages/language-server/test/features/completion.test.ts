import { analyze, createSourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver';
import { resolveCompletion, uriOfCompletion } from '../../src/features/completion/resolve.ts';
import { snippetOf } from '../../src/features/completion/snippets.ts';
import { completion } from '../../src/features/completion.ts';
import { applied, picture } from '../pictures.ts';

const withSnippets: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
};

async function complete(
  files: string | Readonly<Record<string, string>>,
  capabilities: ClientCapabilities = {},
): Promise<CompletionList & { readonly text: string }> {
  const { snapshot, params } = await picture(files, { capabilities });
  return { ...completion(snapshot, params), text: snapshot.file.text };
}

async function labels(files: string | Readonly<Record<string, string>>): Promise<string> {
  const { items } = await complete(files);
  return items.map(({ label }) => label).join(' ');
}

function accepted(text: string, { textEdit }: CompletionItem): string {
  return applied(text, [textEdit as TextEdit]);
}

const people = `
contact alice "Alice Example" <
  channel phone voice "+12065550100"
  tag team "sre"
  stage 5m < notify phone retry 2m >
>
contact bob < channel mail email $BOB_MAIL >
schedule sre < rotation @primary >
rotation primary "SRE primary" < zone "Europe/Paris" daily 08:30 >
template paged < stage 7m < > >
extern contact director "arn"
plan other < stage 10m < notify @bob > >
`;

// biome-ignore lint/suspicious/noTemplateCurlyInString: so are places written in a snippet
const schedulePlaces = 'schedule ${1:name} < rotation @${2:rotation} >';

describe('completion', () => {
  it.each([
    [
      'contacts and schedules after @',
      'plan p < stage 5m < notify @┆ > >',
      '@sre @alice @bob @director',
    ],
    [
      'not those that the stage names already',
      'plan p < stage 5m <\n notify @alice\n notify @┆\n> >',
      '@sre @bob @director',
    ],
    ['members of a rotation', 'rotation r < members @alice @┆ >', '@bob @director'],
    ['rotations of a schedule', 'schedule s < rotation ┆ >', '@primary'],
    ['what a test may page', 'test "t" < page @┆ >', '@other @sre @alice @bob @director'],
    [
      'channels of this contact',
      'contact c <\n channel home voice "+1"\n stage 5m < notify ┆ >\n>',
      'home',
    ],
    ['templates', 'contact c < use ┆ >', 'paged'],
    [
      'what goes on an item before the next',
      'plan p < stage 5m < notify @alice ┆ > >',
      'essential notify',
    ],
    ['durations of stages, those used first', 'plan p < stage ┆ >', '10m 5m 7m 15m 30m 0m'],
    ['retries', 'contact c < stage 5m < notify phone retry ┆ > >', '2m 1m 5m'],
    ['days', 'rotation r < weekly ┆ >', 'mon tue wed thu fri sat sun'],
    ['times, those used first', 'rotation r < weekly mon ┆ >', '08:30 09:00 17:00 00:00'],
    ['variables', 'contact c < channel m email $┆ >', '$BOB_MAIL'],
    ['keys of tags', 'contact c < tag ┆ >', 'team'],
    ['values of tags', 'contact c < tag team ┆ >', '"sre"'],
    ['levels', 'project p < lint unused-contact ┆ >', 'error warning off'],
    ['today', 'rotation r < start ┆ >', '2026-01-05T09:00 2026-01-06T09:00'],
    ['what makes a comment silence', '# ┆', 'oncall-ignore'],
    ['nothing in a comment', '# anyone ┆', ''],
    ['nothing in an address', 'contact c < channel m email "┆" >', ''],
  ])('offers %s', async (_what, text, expected) => {
    expect(await labels(text + people)).toBe(expected);
  });

  it('offers codes that can be silenced, those that the project has first', async () => {
    const found = await labels(`# oncall-ignore ┆\n${people}`);
    expect(found.split(' ')[0]).toBe('unused-contact');
    expect(found).not.toContain('dangling-contact');
  });

  it('tells people by display name and team', async () => {
    const { items } = await complete(`plan p < stage 5m < notify @┆ > >${people}`);
    const details = items.map(({ label, detail }) => `${label}: ${detail ?? ''}`);
    expect(details).toEqual([
      '@sre: schedule',
      '@alice: Alice Example, team sre',
      '@bob: ',
      '@director: extern',
    ]);
    expect(items[1]?.filterText).toBe('@alice Alice Example');
  });

  it.each([
    [
      'plan p < stage 5m < notify @al┆xyz essential > >',
      '@alice',
      'plan p < stage 5m < notify @alice essential > >',
    ],
    ['plan p < stage 5m < notify @┆ > >', '@alice', 'plan p < stage 5m < notify @alice > >'],
    ['plan p < stage 5m < notify al┆ > >', '@alice', 'plan p < stage 5m < notify @alice > >'],
    ['rotation r < zone "Eu┆" >', 'Europe/Paris', 'rotation r < zone "Europe/Paris" >'],
    ['rotation r < zone "Eu┆ >', 'Europe/Paris', 'rotation r < zone "Europe/Paris" >'],
    ['rotation r < zone ┆ >', '"Europe/Paris"', 'rotation r < zone "Europe/Paris" >'],
    ['contact c < chan┆ >', 'channel', 'contact c < channel >'],
    ['contact c < ┆stage 5m < > >', 'channel', 'contact c < channel stage 5m < > >'],
    ['contact c < channel m email $BO┆B >', '$BOB_MAIL', 'contact c < channel m email $BOB_MAIL >'],
  ])('puts a word in the place of %j', async (text, label, expected) => {
    const { items, text: before } = await complete(text + people);
    const item = items.find((each) => each.label === label) as CompletionItem;
    expect(accepted(before, item)).toBe(expected + people);
  });

  it('is found by what is typed, with or without @', async () => {
    const { items } = await complete(`plan p < stage 5m < notify al┆ > >${people}`);
    expect(items.find(({ label }) => label === '@alice')?.filterText).toBe('alice Alice Example');
  });

  it('finds a zone by its city', async () => {
    const { items } = await complete('rotation r < zone "New Y┆" >');
    expect(items[0]?.label).toBe('America/New_York');
    expect(items[0]?.filterText).toContain('New York');
  });

  it.each([
    ['con┆tact x <\n>', 'contact', 'contact x <\n>'],
    ['contact x < st┆ 5m < > >', 'stage', 'contact x < stage 5m < > >'],
  ])('puts no block about the rest of one: %s', async (marked, label, after) => {
    const { items, text } = await complete(marked, withSnippets);
    const item = items.find((each) => each.label === label) as CompletionItem;
    expect(item.insertTextFormat).toBeUndefined();
    expect(accepted(text, item)).toBe(after);
  });

  it('offers whole blocks where the client knows snippets', async () => {
    const { items } = await complete('┆', withSnippets);
    const schedule = items.find(({ label }) => label === 'schedule');
    expect(schedule).toMatchObject({
      insertTextFormat: 2,
      textEdit: { newText: schedulePlaces },
    });
    const plain = await complete('┆');
    expect(plain.items.find(({ label }) => label === 'schedule')?.insertTextFormat).toBeUndefined();
  });

  it('offers so many at most, and says that there are more', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `contact c${index} "Nr ${index}" < >`);
    const all = await complete(`plan p < stage 5m < notify @┆ > >\n${many.join('\n')}`);
    expect(all.isIncomplete).toBe(true);
    expect(all.items).toHaveLength(100);
    const some = await complete(`plan p < stage 5m < notify @c99┆ > >\n${many.join('\n')}`);
    expect(some.items.slice(0, 11).map(({ label }) => label)).toEqual([
      '@c99',
      ...Array.from({ length: 10 }, (_, index) => `@c99${index}`),
    ]);
  });
});

describe('resolveCompletion', () => {
  it.each([
    ['contact c < ┆ >', 'channel', 'channel NAME [STRING]'],
    ['plan p < stage 5m < notify @┆ > >', '@alice', '`phone` calls `+1******0100`'],
    ['rotation r < zone "┆" >', 'Europe/Paris', 'It is Mon'],
    ['contact c < use ┆ >', 'paged', '**template** `paged`'],
  ])('documents what %j offers', async (text, label, expected) => {
    const { snapshot, params } = await picture(text + people);
    const { items } = completion(snapshot, params);
    const item = items.find((each) => each.label === label) as CompletionItem;
    expect(uriOfCompletion(item)).toBe(snapshot.uri);
    const { documentation } = resolveCompletion(snapshot, item);
    expect((documentation as MarkupContent).value).toContain(expected);
  });

  it('leaves what needs no words as it is', async () => {
    const { snapshot } = await picture('┆');
    expect(resolveCompletion(snapshot, { label: '5m' })).toEqual({ label: '5m' });
  });
});

const words: Readonly<Record<string, readonly string[]>> = {
  '': ['project', 'contact', 'template', 'plan', 'schedule', 'rotation', 'extern', 'test'],
  project: ['account', 'region'],
  contact: ['channel', 'stage'],
  template: ['stage'],
  plan: ['stage'],
  rotation: ['zone', 'weekly', 'cover', 'override'],
  test: ['page', 'ack', 'expect'],
};

describe('snippetOf', () => {
  for (const [within, each] of Object.entries(words)) {
    it.each(each)(
      `writes %s${within === '' ? '' : ` in ${within}`} as the grammar has it`,
      (word) => {
        const kind = within === '' ? undefined : (within as 'contact');
        const filled = (snippetOf(word, kind) as string)
          .replace(/\$\{\d+\|([^,]*)[^}]*\}/g, '$1')
          .replace(/\$\{\d+:([^}]*)\}/g, '$1')
          .replace(/\$\d+/g, '');
        const head = within === 'test' ? 'test "t"' : `${within} x`;
        const text = kind === undefined ? filled : `${head} <\n  ${filled}\n>`;
        const { diagnostics } = analyze([createSourceFile('main.oncall', text)]);
        const syntax = ['unexpected-token', 'invalid-token', 'unclosed-block', 'unexpected-close'];
        expect(diagnostics.filter(({ code }) => syntax.includes(code))).toEqual([]);
      },
    );
  }
});
