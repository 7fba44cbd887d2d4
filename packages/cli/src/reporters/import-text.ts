import type { Source } from '@oncall/compiler';
import type { NewFile } from '../files/write-new-files.ts';
import { counted } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';
import { shellQuoted } from '../terminal/shell-quoted.ts';
import { visible } from '../terminal/visible.ts';

export interface Imported {
  readonly source: Source;
  readonly project: string;
  readonly account: string;
  readonly region: string;
  /** As it was given. */
  readonly folder: string;
  readonly files: readonly NewFile[];
}

/** What an import wrote, what it could not, and what to do next. `place`: the options for that. */
export function importText(
  { source, project, account, region, folder, files }: Imported,
  place: readonly string[],
  paint: Paint,
): string {
  const { unmanaged, externs, others, withGoneChannels, endedOverrides } = source;
  const where = folder === '.' ? '' : ` in ${visible(folder)}`;
  const lines = [
    paint.strong(`Account ${account}, ${region}, as project ${project}${where}:`),
    ...columns(files.map(({ name }) => [name, contentsOf(name, source)])),
  ];
  if (unmanaged.length > 0) {
    lines.push('', paint.strong('Not managed: a comment where it would stand, and left alone'));
    lines.push(...columns(unmanaged.map((each) => [titleOf(each), each.why])));
  }
  if (externs.length > 0) {
    lines.push('', paint.strong('Named and not described: an extern'));
    lines.push(...columns(externs.map(({ name, why }) => [name, externWords[why]])));
  }
  const remarks = [
    ...ownersOf(others),
    ...withGoneChannels.map(
      ({ name }) =>
        `The stages of ${name} name a channel that exists no more: a comment says where.`,
    ),
    ...(endedOverrides === 0
      ? []
      : [`Left out: ${counted(endedOverrides, 'override')} that ended.`]),
  ];
  if (remarks.length > 0) lines.push('', ...remarks);
  const words = [...(folder === '.' ? [] : [folder]), '--adopt', ...place].map((word) =>
    shellQuoted(visible(word)),
  );
  lines.push(
    '',
    'Next:',
    ...columns([
      [`oncall plan ${words.join(' ')}`, 'shows that only tags are to be set'],
      [`oncall apply ${words.join(' ')}`, 'sets them, so that this project owns what is there'],
    ]),
  );
  return `${lines.join('\n')}\n`;
}

const externWords = {
  gone: 'exists no more',
  elsewhere: 'of another account or Region',
  'of another project': 'of another project',
  'not managed': 'not managed, as told above',
} as const;

/** `3 contacts`, for the file that has them. */
function contentsOf(file: string, { managed, externs, variables }: Source): string {
  if (file === 'oncall.env') return `${counted(variables.size, 'variable')}, for you alone to read`;
  const kind = /^(contact|rotation|schedule|plan)s\.oncall$/.exec(file)?.[1];
  if (kind !== undefined) {
    return counted(managed.filter((each) => each.kind === kind).length, kind);
  }
  return file === 'externs.oncall' ? counted(externs.length, 'extern') : '';
}

function titleOf({ kind, name }: Source['unmanaged'][number]): string {
  return kind === 'override' ? `override of ${visible(name)}` : `${kind} ${visible(name)}`;
}

/** `Left out: 2 of the project payments.` */
function ownersOf(others: Source['others']): readonly string[] {
  const counts = new Map<string, number>();
  for (const { project } of others) counts.set(project, (counts.get(project) ?? 0) + 1);
  return [...counts].map(
    ([project, count]) => `Left out: ${count} of the project ${visible(project)}.`,
  );
}

/** Two columns; the second begins at the same place for all. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(72, Math.max(...rows.map(([left]) => left.length)));
  return rows.map(([left, right]) =>
    `  ${visible(left).padEnd(width)}  ${visible(right)}`.trimEnd(),
  );
}
