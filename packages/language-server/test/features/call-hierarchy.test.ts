import { describe, expect, it } from 'vitest';
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../src/features/call-hierarchy.ts';
import { bracketed, picture } from '../pictures.ts';

const project = `contact alice "Alice Example" < >
contact bob < >
rotation primary < members @alice @bob override 2026-01-05T09:00..2026-01-06T09:00 < @alice > >
schedule on-call < rotation @primary >
plan sre < stage 5m < notify @on-call > stage 5m < notify @alice > >
test "t" < page @sre at 2026-01-05T09:00 "Etc/UTC" expect no @alice >`;

async function at(cursor: string) {
  const { snapshot, params } = await picture(project.replace(cursor, `${cursor}┆`));
  const [item] = prepareCallHierarchy(snapshot, params) ?? [];
  if (item === undefined) throw new Error('nothing to page here');
  return { snapshot, item };
}

describe('callHierarchy', () => {
  it.each([
    ['plan sre', ['schedule on-call', 'contact, Alice Example alice']],
    ['schedule on-call', ['rotation primary']],
    ['rotation primary', ['contact, Alice Example alice', 'contact bob']],
    ['contact bob', []],
  ])('%s pages', async (cursor, paged) => {
    const { snapshot, item } = await at(cursor);
    const calls = outgoingCalls(snapshot, { item });
    expect(calls.map(({ to }) => `${to.detail} ${to.name}`)).toEqual(paged);
  });

  it.each([
    ['contact alice', ['primary', 'sre']],
    ['rotation primary', ['on-call']],
    ['schedule on-call', ['sre']],
    ['plan sre', []],
  ])('%s is paged by', async (cursor, pagers) => {
    const { snapshot, item } = await at(cursor);
    expect(incomingCalls(snapshot, { item }).map(({ from }) => from.name)).toEqual(pagers);
  });

  it('tells each place where one names the other', async () => {
    const { snapshot, item } = await at('rotation primary');
    const [alice] = outgoingCalls(snapshot, { item });
    expect(bracketed(snapshot.file, alice?.fromRanges ?? [])).toContain(
      'members @[alice] @bob override 2026-01-05T09:00..2026-01-06T09:00 < @[alice] >',
    );
  });

  it('begins at a reference too', async () => {
    const { item } = await at('notify @on-call');
    expect(item).toMatchObject({ name: 'on-call', selectionRange: { start: { line: 3 } } });
  });

  it('begins at no channel, template or word', async () => {
    const { snapshot, params } = await picture('template t┆ < >');
    expect(prepareCallHierarchy(snapshot, params)).toBeNull();
  });
});
