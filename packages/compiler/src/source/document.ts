/** The files of a project as written from an account, and what each of their lines tells of. */
import {
  createSourceFile,
  format,
  type Location,
  positionAt,
  quote,
  type SourceFile,
} from '@oncall/language';
import type { LiveContact, LiveRotation } from '../live-state.ts';
import { type Extern, externKey, writeExtern } from './extern.ts';
import { block, comment, type Line } from './line.ts';
import { inOrder, type Names } from './names.ts';
import type { Selection } from './selection.ts';
import { sharedStages, type Template, templateKey } from './templates.ts';
import { writeContact } from './write-contact.ts';
import { writePlan } from './write-plan.ts';
import { overrideKey, writeRotation } from './write-rotation.ts';
import { writeSchedule } from './write-schedule.ts';
import { commonTags, writeTags } from './write-tags.ts';
import type { Writing } from './writing.ts';

/** What a line can tell of, in the order in which one refers to another. */
export const levels = [
  'project',
  'extern',
  'contact',
  'rotation',
  'override',
  'schedule',
  'plan',
] as const;

export type Level = (typeof levels)[number];

export interface Document {
  /** In the order in which one would read them. */
  readonly files: readonly SourceFile[];
  readonly externs: readonly Extern[];
  /** The keys of what a place tells of: of a template all who use it. */
  keysAt(location: Location): readonly string[];
  levelOf(key: string): Level;
}

export interface Destination {
  readonly project: string;
  readonly account: string;
  readonly region: string;
  readonly inline: boolean;
}

/** The key of tags that stand once in `project`. */
const commonTagsKey = 'the tags of all';

const projectKey = 'the project';

/** `refused` says by key what can't be written, and why: it becomes a comment. */
export function writeDocument(
  selection: Selection,
  names: Names,
  refused: ReadonlyMap<string, string>,
  { project, account, region, inline }: Destination,
): Document {
  const isWritten = ({ arn }: { readonly arn: string }) => !refused.has(arn);
  const managed = [...selection.contacts, ...selection.rotations].filter(isWritten);
  const known = new Set(managed.map(({ arn }) => arn));
  const named = new Set<string>();
  const writing: Writing = {
    names,
    inline,
    commonTags: refused.has(commonTagsKey) ? {} : commonTags(managed),
    refer: (arn) => {
      if (!known.has(arn) && refused.has(externKey(arn))) return undefined;
      named.add(arn);
      return `@${names.of.get(arn)}`;
    },
  };
  const ofType = (type: LiveContact['type']) =>
    selection.contacts.filter((contact) => contact.type === type);
  const people = ofType('PERSONAL');
  const templates = sharedStages(people.filter(isWritten), writing);
  const templateOf = new Map(
    templates.flatMap((each) => each.users.map((arn): [string, Template] => [arn, each])),
  );

  const written = (live: LiveContact | LiveRotation, write: (how: Writing) => readonly Line[]) => {
    const why = refused.get(live.arn);
    if (why === undefined) return write(writing);
    // What only stands in a comment needs nobody declared.
    const silent = { ...writing, commonTags: {}, refer: (arn: string) => `@${names.of.get(arn)}` };
    return notManaged(live.arn, why, write(silent));
  };
  const contacts = people.map((live) =>
    written(live, (how) => writeContact(live, templateOf.get(live.arn)?.name, how)),
  );
  const rotations = selection.rotations.map((live) =>
    written(live, (how) =>
      writeRotation(live, how).flatMap((line) => {
        const why = isWritten(live) ? refused.get(line.owner) : undefined;
        return why === undefined ? [line] : notManaged(line.owner, why, [line]);
      }),
    ),
  );
  const schedules = ofType('ONCALL_SCHEDULE').map((live) =>
    written(live, (how) => writeSchedule(live, (arn) => known.has(arn), how)),
  );
  const plans = ofType('ESCALATION').map((live) => written(live, (how) => writePlan(live, how)));
  const externs = [...named]
    .filter((arn) => !known.has(arn))
    .map((arn) => writeExtern(arn, selection, names, { account, region }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));

  const head = block(projectKey, `project ${project}`, [
    { owner: projectKey, text: `account ${quote(account)}` },
    { owner: projectKey, text: `region ${quote(region)}` },
    ...writeTags(commonTagsKey, writing.commonTags, {}),
  ]);
  const sheets = [
    sheet('project.oncall', [head]),
    sheet(
      'templates.oncall',
      templates.map(({ lines }) => lines),
    ),
    sheet('contacts.oncall', contacts),
    sheet('rotations.oncall', rotations),
    sheet('schedules.oncall', schedules),
    sheet('plans.oncall', plans),
    sheet(
      'externs.oncall',
      externs.map(({ lines }) => lines),
    ),
  ].filter(({ lines }) => lines.length > 0);

  const byPath = new Map(sheets.map(({ file, lines }) => [file.path, lines]));
  const usersOf = new Map(templates.map(({ name, users }) => [templateKey(name), users]));
  const levelsOf = levelsByKey(selection, externs);
  return {
    files: sheets.map(({ file }) => file),
    externs,
    keysAt: ({ file, span }) => {
      const { line } = positionAt(file, span.start);
      const key = byPath.get(file.path)?.[line - 1]?.owner ?? projectKey;
      return usersOf.get(key) ?? [key];
    },
    levelOf: (key) => levelsOf.get(key) ?? 'project',
  };
}

/** A file in its one form; text that is written here has no syntax errors but by a bug of ours. */
export function formatted(file: SourceFile): string {
  const result = format(file);
  if (result.kind === 'formatted') return result.text;
  throw new Error(`${file.path} is not well formed: ${result.diagnostics[0]?.message}`);
}

function levelsByKey(
  { contacts, rotations }: Selection,
  externs: readonly Extern[],
): ReadonlyMap<string, Level> {
  const found = new Map<string, Level>();
  const ofType = { PERSONAL: 'contact', ONCALL_SCHEDULE: 'schedule', ESCALATION: 'plan' } as const;
  for (const { arn, type } of contacts) found.set(arn, ofType[type]);
  for (const rotation of rotations) {
    found.set(rotation.arn, 'rotation');
    for (const each of rotation.overrides) found.set(overrideKey(rotation, each), 'override');
  }
  for (const { arn } of externs) found.set(externKey(arn), 'extern');
  return found;
}

/** Declarations, a blank line between two, as a file. */
function sheet(
  path: string,
  declarations: readonly (readonly Line[])[],
): { readonly file: SourceFile; readonly lines: readonly Line[] } {
  const lines = declarations.flatMap((each, index) =>
    index === 0 ? each : [{ owner: projectKey, text: '' }, ...each],
  );
  const text = lines.map((line) => `${line.text}\n`).join('');
  return { file: createSourceFile(path, text), lines };
}

/** What the language can't say, in its words all the same, so that whoever reads it can mend it. */
function notManaged(owner: string, why: string, lines: readonly Line[]): readonly Line[] {
  const text = lines.map((line) => `${line.text}\n`).join('');
  const inForm = format(createSourceFile('', text));
  const shown = inForm.kind === 'formatted' ? inForm.text : text;
  return [
    ...comment(owner, `Not managed: ${why}`),
    ...shown
      .trim()
      .split('\n')
      .map((line) => ({ owner, text: line === '' ? '#' : `# ${line}` })),
  ];
}

/** What `oncall.env` holds: the addresses, by variable. */
export function variablesOf(
  { contacts }: Selection,
  { variables }: Names,
): ReadonlyMap<string, string> {
  return new Map(
    contacts
      .flatMap(({ channels }) => inOrder(channels))
      .map(({ arn, address }) => [variables.get(arn) ?? '', address]),
  );
}
