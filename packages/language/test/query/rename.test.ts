import { describe, expect, it } from 'vitest';
import { analyze, createSourceFile } from '../../src/index.ts';
import { occurrencesIn } from '../../src/query/occurrences.ts';
import { piecesIn } from '../../src/query/pieces.ts';
import { rename } from '../../src/query/rename.ts';
import { cursorIn } from '../cursor.ts';

const path = 'main.oncall';

const analysisOf = (text: string) => analyze([createSourceFile(path, text)]);

/** The text with a name renamed; `undefined` where that is refused. */
function renamed(text: string, offset: number, newName: string): string | undefined {
  const result = rename(analysisOf(text), path, offset, newName);
  if (result.kind === 'refused') return undefined;
  return result.edits
    .toSorted((a, b) => b.location.span.start - a.location.span.start)
    .reduce((all, { location: { span }, text: name }) => {
      return all.slice(0, span.start) + name + all.slice(span.end);
    }, text);
}

const codesOf = (text: string) => analysisOf(text).diagnostics.map(({ code }) => code);

/** Every kind of name, each referred to wherever it can be. */
const sound = `project acme < lint unused-contact off >
template paged < stage 5m < notify phone > stage 10m < notify mail > >
contact alice "Alice" <
  channel phone voice "+12065550100"
  channel mail email "alice@example.com"
  use paged
>
contact bob <
  channel phone voice "+12065550101"
  channel mail email "bob@example.com"
  channel text sms "+12065550101"
  stage 5m < notify text retry 2m >
  use paged
>
rotation primary <
  zone "Etc/UTC"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
  override 2026-01-06T09:00..2026-01-07T09:00 < @bob >
>
schedule on-call < rotation @primary >
plan sre < stage 5m < notify @on-call essential notify @alice > stage 5m < notify @bob > >
test "reaches" <
  page @sre at 2026-01-05T10:00 "Etc/UTC"
  ack @bob after 6m
  expect @alice within 5m
  expect @on-call within 0m
>
`;

describe('rename', () => {
  const places = [...piecesIn(analysisOf(sound), path)].flatMap(({ piece, start }) =>
    occurrencesIn(piece).map((each) => {
      const offset = start + each.start;
      return { offset, name: sound.slice(offset, start + each.end) };
    }),
  );

  it.each(places)('of $name at $offset changes no meaning, and back again no letter', (place) => {
    const after = renamed(sound, place.offset, 'zz') ?? '';
    expect(after).not.toBe(sound);
    expect(codesOf(after)).toEqual(codesOf(sound));
    expect(renamed(after, after.indexOf('zz'), place.name)).toBe(sound);
  });

  it('is tried at every name', () => {
    expect(places).toHaveLength(28);
  });

  it('takes a name that is written in capitals for what it would be in small letters', () => {
    const { text, offset } = cursorIn('contact Ali┆ce < >\nplan p < stage 5m < notify @alice > >');
    expect(renamed(text, offset, 'bob')).toBe(
      'contact bob < >\nplan p < stage 5m < notify @bob > >',
    );
  });

  it('reaches channels over several templates and contacts', () => {
    const { text, offset } = cursorIn(
      `template one < stage 5m < notify pho┆ne > >
template two < stage 5m < notify phone > >
template three < stage 5m < notify mail > >
contact a < channel phone voice "+12065550100" use one >
contact b < channel phone voice "+12065550101" use one use two >
contact c < channel phone voice "+12065550102" use two use three >
contact d < channel phone voice "+12065550103" use three >`,
    );
    const after = renamed(text, offset, 'cell') ?? '';
    expect(after.match(/\bcell\b/g)).toHaveLength(5);
    expect(after).toContain('contact d < channel phone');
  });
});
