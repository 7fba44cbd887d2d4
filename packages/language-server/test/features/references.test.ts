import { describe, expect, it } from 'vitest';
import { references } from '../../src/features/references.ts';
import { bracketed, picture, uriIn } from '../pictures.ts';

async function referred(text: string, includeDeclaration = true): Promise<string> {
  const { snapshot, params } = await picture(text);
  const found = references(snapshot, { ...params, context: { includeDeclaration } }) ?? [];
  return bracketed(
    snapshot.file,
    found.map(({ range }) => range),
  );
}

const everywhere = `contact al┆ice < channel alice voice "+12065550100" >
rotation alice < members @alice @bob override 2026-01-05T09:00..2026-01-06T09:00 < @alice > >
plan sre < stage 5m < notify @alice essential > >
schedule s < rotation @alice >
test "alice" < page @alice at 2026-01-05T09:00 "Etc/UTC" ack @alice after 1m expect no @alice >`;

describe('references', () => {
  it('are found in every kind of item, and only those of the same set of names', async () => {
    expect(await referred(everywhere)).toBe(
      `contact [alice] < channel alice voice "+12065550100" >
rotation alice < members @[alice] @bob override 2026-01-05T09:00..2026-01-06T09:00 < @[alice] > >
plan sre < stage 5m < notify @[alice] essential > >
schedule s < rotation @alice >
test "alice" < page @[alice] at 2026-01-05T09:00 "Etc/UTC" ack @[alice] after 1m expect no @[alice] >`,
    );
  });

  it('leave the declaration out where a client wants so', async () => {
    const found = await referred(
      'contact al┆ice < >\nplan p < stage 5m < notify @alice > >',
      false,
    );
    expect(found).toBe('contact alice < >\nplan p < stage 5m < notify @[alice] > >');
  });

  it('of a template are its uses', async () => {
    const found = await referred('template pa┆ged < >\ncontact a < use paged >');
    expect(found).toBe('template [paged] < >\ncontact a < use [paged] >');
  });

  it('are those of the project alone', async () => {
    const { snapshot, params } = await picture({
      'one/project.oncall': 'project one < >',
      'one/a.oncall': 'contact al┆ice < >',
      'one/b.oncall': 'plan p < stage 5m < notify @alice > >',
      'two/project.oncall': 'project two < >\nplan p < stage 5m < notify @alice > >',
    });
    const found = references(snapshot, { ...params, context: { includeDeclaration: true } });
    expect(found?.map(({ uri }) => uri)).toEqual([uriIn('one/a.oncall'), uriIn('one/b.oncall')]);
  });
});
