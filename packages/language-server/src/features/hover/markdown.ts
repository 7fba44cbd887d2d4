/** Text for people in the markup that clients show; whatever comes from files is escaped. */
import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/** Text as it stands, whatever signs it holds. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~&$^:]/g, '\\$&').replace(/\r\n?|\n/g, '  \n');
}

/** A name or a literal; in these no back-tick can be. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replace(/[\r\n]+/g, ' ')}\``;
}

export function codeBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Parts that are there, a blank line between them. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** As the client asks for it, by what it says that it can show. */
export function markup(markdown: string, formats: readonly string[] | undefined): MarkupContent {
  if (formats === undefined || formats.includes(MarkupKind.Markdown)) {
    return { kind: MarkupKind.Markdown, value: markdown };
  }
  return { kind: MarkupKind.PlainText, value: withoutMarks(markdown) };
}

function withoutMarks(markdown: string): string {
  return markdown
    .replace(/^`{3,}.*\n/gm, '')
    .replace(/\n`{3,}$/gm, '')
    .replace(
      /(?<!\\)`([^`\n]*)`|(?<!\\)\*\*([^*\n]+)\*\*/g,
      (_whole, verbatim?: string, strong?: string) => verbatim ?? strong ?? '',
    )
    .replace(/ {2}$/gm, '')
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/\\([\\`*_{}[\]<>()#+\-.!|~&$^:])/g, '$1');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
