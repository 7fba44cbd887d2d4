import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveContact, LiveRotation, LiveState } from '@oncall/compiler';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/deployment/journal.ts';
import type { JournalSubject } from '../../src/deployment/journal-entry.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oncall-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const prefix = 'arn:aws:ssm-contacts:us-east-2:111122223333:';
const alice = `${prefix}contact/alice`;
const primary = `${prefix}rotation/1`;
const address = '+12065550100';
const about: JournalSubject = {
  place: 'AWS',
  account: '111122223333',
  region: 'us-east-2',
  project: 'acme',
};
const open = (changes: Partial<JournalSubject> = {}) =>
  openJournal(folder, { ...about, ...changes });
const path = () => {
  const [name = ''] = readdirSync(join(folder, '.oncall/journal'));
  return join(folder, '.oncall/journal', name);
};

const contact = (changes: Partial<LiveContact> = {}): LiveContact => ({
  arn: alice,
  alias: 'alice',
  type: 'PERSONAL',
  displayName: 'Alice',
  plan: { Stages: [] },
  tags: { 'oncall/project': 'acme', team: 'sre' },
  channels: [{ arn: 'arn:phone', name: 'phone', type: 'VOICE', address, activated: false }],
  ...changes,
});
const rotation = (overrides: LiveRotation['overrides'] = []): LiveRotation => ({
  arn: primary,
  name: 'primary',
  contactIds: [alice],
  startTime: 0,
  timeZoneId: 'UTC',
  recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 },
  tags: { 'oncall/project': 'acme' },
  overrides,
});
const state = (changes: Partial<LiveState> = {}): LiveState => ({
  contacts: [contact()],
  rotations: [rotation()],
  ...changes,
});
const override = { id: 'o-1', contactIds: [alice], startTime: 100, endTime: 9_000_000_000 };
const overrideInput = {
  RotationId: primary,
  NewContactIds: [alice],
  StartTime: 100,
  EndTime: 9_000_000_000,
};

describe('openJournal', () => {
  it('writes nothing before there is something to write', () => {
    expect(open().isEmpty).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('knows what is ours with which tags, as long as it is as it was', () => {
    open().saw(state());
    const later = open();
    expect(later.isEmpty).toBe(false);
    expect(later.isOurs(alice)).toBe(true);
    expect(later.tagsOf(contact({ tags: {} }))).toEqual({ 'oncall/project': 'acme', team: 'sre' });
    expect(later.tagsOf(contact({ displayName: 'Other' }))).toBeUndefined();
    const [phone] = contact().channels;
    const moved = [{ ...phone, address: '+12065550199' }] as LiveContact['channels'];
    expect(later.tagsOf(contact({ channels: moved }))).toBeUndefined();
    expect(later.isOurs(`${prefix}contact/bob`)).toBe(false);
  });

  it('takes down nothing of others, and forgets what is gone', () => {
    const foreign = contact({ arn: `${prefix}contact/x`, alias: 'x', tags: {} });
    open().saw(state({ contacts: [contact(), foreign] }));
    expect(open().isOurs(foreign.arn)).toBe(false);
    open().saw(state({ contacts: [contact(), foreign] }), new Set([foreign.arn]));
    expect(open().isOurs(foreign.arn)).toBe(false);
    expect(open().lastSeen([]).contacts).toHaveLength(1);
    open().saw(state({ contacts: [] }));
    expect(open().isOurs(alice)).toBe(false);
    expect(open().isOurs(primary)).toBe(true);
  });

  it('holds no address, is for its owner alone, and left alone by git', async () => {
    const journal = open();
    journal.saw(state());
    const input = { ContactId: alice, Name: 'text', DeliveryAddress: { SimpleAddress: address } };
    (await journal.begin('CreateContactChannel', input)).done({ ContactChannelArn: 'arn:text' });
    const text = readFileSync(path(), 'utf8');
    expect(text).not.toContain('2065550100');
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, '.oncall/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('tells what was last seen, with the addresses that it is given', () => {
    open().saw(state());
    expect(open().lastSeen([address]).contacts).toEqual([contact()]);
    expect(open().lastSeen(['+12065550199']).contacts[0]?.channels[0]?.address).toBe('');
  });

  it.each([
    [{ place: 'http://127.0.0.1:4580' }],
    [{ account: '444455556666' }],
    [{ account: undefined }],
    [{ region: 'us-west-2' }],
    [{ project: 'other' }],
  ])('is another for %o', (changes) => {
    open().saw(state());
    expect(open(changes).isEmpty).toBe(true);
    expect(open(changes).isOurs(alice)).toBe(false);
  });

  it('keeps what a crash left of it', () => {
    open().saw(state());
    appendFileSync(path(), '{"gone":"arn:aws:ssm');
    open().saw(state({ contacts: [contact({ displayName: 'A' })] }));
    expect(open().lastSeen([]).contacts[0]?.displayName).toBe('A');
    expect(open().isOurs(primary)).toBe(true);
  });

  it('skips lines that it has not written', () => {
    open().saw(state());
    const lines = ['{"saw":null}', '{"saw":{"arn":"x","alias":"x"}}', '{"begun":1}', '[]', '5'];
    lines.push(`{"saw":{"arn":"${alice}","tags":{}}}`, '{"begun":"x","claim":{}}', '{"gone":{}}');
    appendFileSync(path(), lines.map((line) => `${line}\n`).join(''));
    const journal = open();
    expect(journal.isOurs(alice)).toBe(true);
    expect(journal.isOurOverride(primary, override)).toBe(false);
    expect(journal.lastSeen([])).toMatchObject({ contacts: [{ alias: 'alice' }] });
  });

  it('begins anew where the file is something else', () => {
    open().saw(state());
    writeFileSync(path(), '{"journal":1,"about":null,"salt":"x"}\n');
    expect(open().isEmpty).toBe(true);
    writeFileSync(path(), 'nonsense\n{"saw":{"arn":"x","alias":"x","tags":{}}}\n');
    const journal = open();
    expect(journal.isEmpty).toBe(true);
    journal.saw(state());
    expect(open().isOurs(alice)).toBe(true);
  });

  it('is left to the oncall that wrote it, where that is newer', () => {
    open().saw(state());
    const text = readFileSync(path(), 'utf8').replace('{"journal":1', '{"journal":2');
    writeFileSync(path(), text);
    expect(() => open()).toThrow('newer oncall');
  });

  it('is written anew when it has grown, and still knows the same', async () => {
    const journal = open();
    journal.saw(state());
    const call = await journal.begin('CreateRotation', { Name: 'open' });
    (await journal.begin('CreateRotationOverride', overrideInput)).done({
      RotationOverrideId: 'o-1',
    });
    for (let index = 0; index < 3000; index += 1) {
      journal.saw(state({ contacts: [contact({ displayName: `A ${index}` })] }));
    }
    const last = state({ contacts: [contact({ displayName: 'last' })] });
    const size = statSync(path()).size;
    open().saw(last);
    expect(statSync(path()).size).toBeLessThan(size / 100);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    const later = open();
    expect(later.tagsOf(contact({ displayName: 'last' }))).toBeDefined();
    expect(later.isOurOverride(primary, override)).toBe(true);
    expect((await later.begin('CreateRotation', { Name: 'open' })).token).toBe(call.token);
  });
});

describe('a call', () => {
  const input = { Name: 'primary', ContactIds: [alice], Tags: [] };

  it('that was never answered gets the same token from the next run', async () => {
    const first = await open().begin('CreateRotation', input);
    expect(first).toMatchObject({ token: expect.any(String), isRepeated: false });
    expect(await open().begin('CreateRotation', input)).toMatchObject({
      token: first.token,
      isRepeated: true,
    });
    const other = await open().begin('CreateRotation', { ...input, Name: 'other' });
    expect(other.token).not.toBe(first.token);
  });

  it('is on the disk before it is sent', async () => {
    const { token = '' } = await open().begin('CreateRotation', input);
    expect(readFileSync(path(), 'utf8')).toContain(token);
  });

  it.each([
    ['done', (call: Awaited<ReturnType<ReturnType<typeof open>['begin']>>) => call.done({})],
    ['refused', (call: Awaited<ReturnType<ReturnType<typeof open>['begin']>>) => call.refused()],
  ])('that is %s gives its token to no other', async (_what, end) => {
    const first = await open().begin('CreateRotation', input);
    end(await open().begin('CreateRotation', input));
    const next = await open().begin('CreateRotation', input);
    expect(next.isRepeated).toBe(false);
    expect(next.token).not.toBe(first.token);
  });

  it('of an earlier run is given up once all is carried out', async () => {
    const first = await open().begin('CreateRotation', input);
    open().settle();
    expect((await open().begin('CreateRotation', input)).token).not.toBe(first.token);
  });

  it('that updates has no token, and leaves nothing certain until it is answered', async () => {
    open().saw(state());
    const journal = open();
    const call = await journal.begin('UpdateContact', { ContactId: alice, DisplayName: 'A' });
    expect(call.token).toBeUndefined();
    expect(open().isOurs(alice)).toBe(false);
    call.done({});
    expect(open().tagsOf(contact({ displayName: 'A' }))).toBeDefined();
  });

  it('of which all is known changes what was last seen', async () => {
    const journal = open();
    const made = await journal.begin('CreateContact', {
      Alias: 'bob',
      Type: 'PERSONAL',
      Plan: { Stages: [] },
      Tags: [{ Key: 'oncall/project', Value: 'acme' }],
    });
    const bob = `${prefix}contact/bob`;
    made.done({ ContactArn: bob });
    expect(open().isOurs(bob)).toBe(true);
    (await journal.begin('DeleteContact', { ContactId: bob })).done({});
    expect(open().isOurs(bob)).toBe(false);
  });
});

describe('an override', () => {
  it('is ours from before it is made', async () => {
    const call = await open().begin('CreateRotationOverride', overrideInput);
    expect(open().isOurOverride(primary, override)).toBe(true);
    expect(open().isOurOverride(primary, { ...override, contactIds: [] })).toBe(false);
    expect(open().isOurOverride(primary, { ...override, endTime: 5 })).toBe(false);
    expect(open().isOurOverride('arn:other', override)).toBe(false);
    call.refused();
    expect(open().isOurOverride(primary, override)).toBe(false);
  });

  it('is ours by its id once it is made', async () => {
    const call = await open().begin('CreateRotationOverride', overrideInput);
    call.done({ RotationOverrideId: 'o-1' });
    expect(open().isOurOverride(primary, override)).toBe(true);
    expect(open().isOurOverride(primary, { ...override, id: 'o-2' })).toBe(false);
  });

  it('that a person made is theirs, also when it is made again', async () => {
    const call = await open().begin('CreateRotationOverride', overrideInput, { handMade: true });
    expect(open().isOurOverride(primary, override)).toBe(false);
    call.done({ RotationOverrideId: 'o-1' });
    expect(open().isOurOverride(primary, override)).toBe(false);
  });

  it('stays ours when its rotation is forgotten, or an update of that is cut short', async () => {
    const journal = open();
    journal.saw(state({ rotations: [rotation([{ ...override, ours: true }])] }));
    journal.forget(primary);
    await open().begin('UpdateRotation', { RotationId: primary });
    expect(open().isOurOverride(primary, override)).toBe(true);
  });
});
