import { describe, expect, it } from 'vitest';
import type { SemanticTokens } from 'vscode-languageserver';
import { legend, semanticTokens, semanticTokensRange } from '../../src/features/semantic-tokens.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { picture } from '../pictures.ts';

/** Each token with its type, as `alice:class*`; `*` where it gives a name. */
function told({ data }: SemanticTokens, snapshot: Snapshot): readonly string[] {
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, length, type, modifiers] = data.slice(at, at + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const start = snapshot.offsetAt({ line, character });
    const end = snapshot.offsetAt({ line, character: character + length });
    const text = snapshot.file.text.slice(start, end);
    found.push(`${text}:${legend.tokenTypes[type]}${modifiers === 1 ? '*' : ''}`);
  }
  return found;
}

const text = `# Ü 🎉
contact alice "Zoë 🎉" < channel stage voice $PHONE tag team "sre" use paged >
plan notify < stage 5m < notify @alice essential notify @sre notify @nobody > >
rotation r < weekly mon 09:00 members @alice >
schedule sre < rotation @r >
template paged < stage 5m < notify stage > >
extern contact d "arn"
project p < lint unused-contact off >
`;

const expected = [
  ...['# Ü 🎉:comment', 'contact:keyword', 'alice:class*', '"Zoë 🎉":string', 'channel:keyword'],
  ...['stage:property*', 'voice:keyword', '$PHONE:variable', 'tag:keyword', 'team:parameter'],
  ...['"sre":string', 'use:keyword', 'paged:macro'],
  ...['plan:keyword', 'notify:event*', 'stage:keyword', '5m:number', 'notify:keyword'],
  ...['@alice:class', 'essential:keyword', 'notify:keyword', '@sre:interface', 'notify:keyword'],
  ...['rotation:keyword', 'r:struct*', 'weekly:keyword', 'mon:number', '09:00:number'],
  ...['members:keyword', '@alice:class'],
  ...['schedule:keyword', 'sre:interface*', 'rotation:keyword', '@r:struct'],
  ...['template:keyword', 'paged:macro*', 'stage:keyword', '5m:number', 'notify:keyword'],
  'stage:property',
  ...['extern:keyword', 'contact:keyword', 'd:type*', '"arn":string'],
  ...[
    'project:keyword',
    'p:namespace*',
    'lint:keyword',
    'unused-contact:enumMember',
    'off:keyword',
  ],
];

describe('semanticTokens', () => {
  it('tells what each word is, by what it stands for and not by how it is spelt', async () => {
    const { snapshot } = await picture(text);
    expect(told(semanticTokens(snapshot), snapshot)).toEqual(expected);
  });

  it('counts as the client does', async () => {
    const { snapshot } = await picture(text, { encoding: 'utf-8' });
    expect(told(semanticTokens(snapshot), snapshot)).toEqual(expected);
  });

  it('knows what is declared in another file', async () => {
    const { snapshot } = await picture({
      'a.oncall': '┆plan p < stage 5m < notify @sre > >',
      'b.oncall': 'schedule sre < >',
    });
    expect(told(semanticTokens(snapshot), snapshot)).toContain('@sre:interface');
  });
});

describe('semanticTokensRange', () => {
  it('tells of the lines that it is asked for', async () => {
    const { snapshot } = await picture(text);
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    const textDocument = { uri: snapshot.uri };
    expect(told(semanticTokensRange(snapshot, { textDocument, range }), snapshot)).toEqual(
      expected.slice(expected.indexOf('r:struct*') - 1, expected.indexOf('sre:interface*') - 1),
    );
  });
});
