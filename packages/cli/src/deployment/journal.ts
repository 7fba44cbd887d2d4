/**
 * What applies from here have done to one destination: what is under way, with its idempotency
 * token, so that the next run finishes it and makes nothing twice; which overrides are ours, since
 * AWS gives these no tags; and what was there when it was last written or read, so that fewer
 * calls tell what is ours, and `drift` who changed what. It holds no address. Nothing is lost with
 * it but the ownership of overrides: the account is the state.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  type Holdings,
  holdingsOf,
  type LiveContact,
  type LiveRotation,
  type LiveState,
  perform,
  projectTag,
  sameContents,
} from '@oncall/compiler';
import type { Answer } from '../aws/service.ts';
import { exitCodes, OperationalError } from '../exit.ts';
import { makeFolder } from '../files/write-file.ts';
import { addressMarks } from './address-marks.ts';
import {
  type Begun,
  type Claim,
  claimOf,
  digest,
  type Entry,
  isClaimed,
  isEntry,
  type JournalSubject,
  keyOf,
  type Period,
  subjectOf,
} from './journal-entry.ts';
import { openJournalFile } from './journal-file.ts';
import { madeBy } from './made-by.ts';
import { stateFolder } from './state-folder.ts';

export interface Journal {
  /** Whether nothing is known: a fresh clone, or another destination. */
  readonly isEmpty: boolean;
  /** Whether a contact, plan, schedule or rotation was ours when last seen. */
  isOurs(arn: string): boolean;
  /** Its tags, where it was ours and all else of it still is as it was when last seen. */
  tagsOf(live: LiveContact | LiveRotation): Tags | undefined;
  /** Whether an apply from here made an override. */
  isOurOverride(rotationArn: string, override: Period): boolean;
  /**
   * What is ours as it was when last written or read. Addresses are told where they are among
   * those given, and are empty else.
   */
  lastSeen(addresses: Iterable<string>): LiveState;
  /**
   * Takes down what was read of the account: what is ours, and of the rest these, which are about
   * to be taken over. To be called only by who holds the lock.
   */
  saw(live: LiveState, adopted?: ReadonlySet<string>): void;
  /** To be called before a call that writes; it is on the disk when this resolves. */
  begin(operation: string, input: object, options?: { handMade?: boolean }): Promise<BegunCall>;
  /** Something is not as it was thought to be, and has to be read in full. */
  forget(arn: string): void;
  /** All is carried out: what is still under way of earlier runs is none of ours any more. */
  settle(): void;
}

export interface BegunCall {
  /** Of calls that make something: the same at each attempt, in this run and the next. */
  readonly token: string | undefined;
  /** Whether an earlier run sent it with this token, and never heard what became of it. */
  readonly isRepeated: boolean;
  done(answer: Answer): void;
  /** The service said no, and nothing has come of it. */
  refused(): void;
}

type Tags = Readonly<Record<string, string>>;

const version = 1;
/** Lines beyond what is worth keeping, from which on the file is written anew. */
const slack = 2000;

export function openJournal(projectFolder: string, about: JournalSubject): Journal {
  const folder = join(projectFolder, '.oncall', 'journal');
  const file = openJournalFile(join(folder, nameOf(about)), () => {
    stateFolder(projectFolder);
    makeFolder(folder, folder);
  });
  const [head, ...lines] = file.entries;
  const header = headerOf(head, about);
  const salt = header?.salt ?? randomBytes(16).toString('hex');
  const marks = addressMarks(salt);
  let isBegun = header !== undefined;

  const seen: Holdings = holdingsOf({ contacts: [], rotations: [] });
  const open = new Map<string, Begun>();
  const claims = new Map<string, Claim>();
  /** Ids of overrides, with their ends. */
  const ours = new Map<string, number>();
  for (const entry of header === undefined ? [] : lines) if (isEntry(entry)) take(entry);
  // What was written to with no answer may be one thing or the other.
  for (const { of } of open.values()) if (of !== undefined) drop(of);
  const left = new Set(open.keys());

  function take(entry: Entry): void {
    if ('saw' in entry) {
      if ('alias' in entry.saw) seen.contacts.set(entry.saw.arn, entry.saw);
      else seen.rotations.set(entry.saw.arn, entry.saw);
    } else if ('gone' in entry) drop(entry.gone);
    else if ('begun' in entry) {
      open.set(entry.begun, entry);
      if (entry.claim !== undefined) claims.set(entry.begun, entry.claim);
    } else if ('ended' in entry) {
      open.delete(entry.ended);
      // What may have been made all the same is ours.
      if (!entry.unknown) claims.delete(entry.ended);
    } else if ('ours' in entry) ours.set(entry.ours, entry.end);
  }
  function drop(arn: string): void {
    seen.contacts.delete(arn);
    seen.rotations.delete(arn);
  }
  function write(...entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    for (const entry of entries) take(entry);
    if (isBegun) file.append(entries);
    else file.rewrite([{ journal: version, about, salt }, ...entries]);
    isBegun = true;
  }
  const bearsOurTag = ({ tags }: LiveContact | LiveRotation) => tags[projectTag] === about.project;
  const stored = (arn: string) => seen.contacts.get(arn) ?? seen.rotations.get(arn);
  const isOurOverride = (rotationArn: string, override: Period) =>
    ours.has(override.id) ||
    [...claims.values()].some((it) => isClaimed(it, rotationArn, override));

  function compact(): void {
    const all = [...seen.contacts.values(), ...seen.rotations.values()];
    const worth = all.length + open.size + claims.size + ours.size;
    if (header === undefined || lines.length < worth * 2 + slack) return;
    const over = Date.now() / 1000 - day;
    file.rewrite([
      { journal: version, about, salt },
      ...all.map((saw) => ({ saw })),
      ...[...claims].flatMap(([begun, claim]) =>
        claim.end < over || open.has(begun)
          ? []
          : [
              { begun, claim },
              { ended: begun, unknown: true },
            ],
      ),
      ...open.values(),
      ...[...ours].flatMap(([id, end]) => (end < over ? [] : [{ ours: id, end }])),
    ]);
  }

  return {
    isEmpty: header === undefined,
    isOurs: (arn) => {
      const known = stored(arn);
      return known !== undefined && bearsOurTag(known);
    },
    tagsOf: (live) => {
      const known = stored(live.arn);
      return known !== undefined && sameContents(marks.hide(live), known) ? known.tags : undefined;
    },
    isOurOverride,
    lastSeen: (addresses) => {
      const tell = marks.teller(addresses);
      return {
        contacts: [...seen.contacts.values()].filter(bearsOurTag).map(tell),
        rotations: [...seen.rotations.values()].filter(bearsOurTag).map((rotation) => ({
          ...rotation,
          overrides: rotation.overrides.map((override) => ({
            ...override,
            ours: isOurOverride(rotation.arn, override),
          })),
        })),
      };
    },
    saw: (live, adopted) => {
      compact();
      const all = [...live.contacts, ...live.rotations].filter(
        (each) => bearsOurTag(each) || adopted?.has(each.arn),
      );
      const arns = new Set(all.map(({ arn }) => arn));
      const entries: Entry[] = all.flatMap((each) => {
        const saw = marks.hide(each);
        return JSON.stringify(saw) === JSON.stringify(stored(each.arn)) ? [] : [{ saw }];
      });
      for (const arn of [...seen.contacts.keys(), ...seen.rotations.keys()]) {
        if (!arns.has(arn)) entries.push({ gone: arn });
      }
      for (const { overrides } of live.rotations) {
        for (const { id, ours: isOurs, endTime } of overrides) {
          if (isOurs && !ours.has(id)) entries.push({ ours: id, end: endTime });
        }
      }
      write(...entries);
    },
    begin: async (operation, input, { handMade = false } = {}) => {
      const hidden = marks.hideInput(input);
      const begun = keyOf(operation, hidden);
      const earlier = open.get(begun);
      left.delete(begun);
      const token = operation.startsWith('Create') ? (earlier?.token ?? randomUUID()) : undefined;
      const of = subjectOf(operation, input, seen);
      const claim =
        operation === 'CreateRotationOverride' && !handMade ? claimOf(input) : undefined;
      write({
        begun,
        ...(token === undefined ? {} : { token }),
        ...(of === undefined ? {} : { of }),
        ...(claim === undefined ? {} : { claim }),
      });
      await file.synced();
      return {
        token,
        isRepeated: earlier?.token !== undefined,
        refused: () => write({ ended: begun }),
        done: (answer) => {
          const made = madeBy(answer);
          const changed = perform(seen, operation, hidden, made);
          const end = claim?.end;
          write(
            ...(end === undefined ? [] : [{ ours: made, end }]),
            { ended: begun },
            ...changed.map((arn): Entry => {
              const saw = stored(arn);
              return saw === undefined ? { gone: arn } : { saw };
            }),
          );
        },
      };
    },
    forget: (arn) => write({ gone: arn }),
    settle: () => {
      write(...[...left].map((key): Entry => ({ ended: key, unknown: true })));
      left.clear();
    },
  };
}

const day = 86_400;

function nameOf(about: JournalSubject): string {
  const { project, account, region } = about;
  const readable = [project.slice(0, 60), account ?? 'any', region].join('-');
  return `${readable}-${digest(JSON.stringify(subjectKey(about))).slice(0, 8)}.jsonl`;
}

function subjectKey({ place, account, region, project }: JournalSubject): readonly unknown[] {
  return [place, account ?? null, region, project];
}

function headerOf(
  head: Partial<Entry> | undefined,
  about: JournalSubject,
): { readonly salt: string } | undefined {
  if (head === undefined || !('journal' in head) || head.journal === undefined) return undefined;
  if (head.journal > version) {
    throw new OperationalError(
      exitCodes.failed,
      'the journal in .oncall/journal was written by a newer oncall',
      'Use that one, or a newer.',
    );
  }
  const { salt, about: written } = head;
  const isSame = written && String(subjectKey(written)) === String(subjectKey(about));
  return isSame && typeof salt === 'string' ? { salt } : undefined;
}
