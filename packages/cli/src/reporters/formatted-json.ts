import { jsonText } from './json-text.ts';

/** `refused`: left alone, for its syntax errors. */
export interface FormattedFile {
  readonly path: string;
  readonly state: 'formed' | 'changed' | 'refused';
}

/** What became of files, for programs; `written`: whether those that change were. */
export function formattedJson(
  files: readonly FormattedFile[],
  { written }: { readonly written: boolean },
): string {
  const count = (state: FormattedFile['state']) =>
    files.filter((file) => file.state === state).length;
  return jsonText({
    written,
    files,
    summary: { formed: count('formed'), changed: count('changed'), refused: count('refused') },
  });
}
