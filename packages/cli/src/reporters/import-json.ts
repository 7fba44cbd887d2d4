import type { Imported } from './import-text.ts';
import { jsonText } from './json-text.ts';

/** What an import wrote and what it left, for programs. */
export function importJson({ source, project, account, region, folder, files }: Imported): string {
  const { managed, unmanaged, externs, others, withGoneChannels, endedOverrides } = source;
  return jsonText({
    project,
    account,
    region,
    folder,
    files: files.map(({ name }) => name),
    managed,
    unmanaged: unmanaged.map(({ kind, name, why }) => ({ kind, name, reason: why })),
    externs: externs.map(({ name, arn, why }) => ({ name, arn, reason: why })),
    others: others.map(({ kind, name, project: owner }) => ({ kind, name, project: owner })),
    withGoneChannels: withGoneChannels.map(({ name }) => name),
    endedOverrides,
  });
}
