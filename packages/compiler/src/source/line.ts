/** Source as lines, each of which knows what of the account it tells. */

export interface Line {
  readonly text: string;
  /** A key: the ARN of what it tells of, or what the writer of it says. */
  readonly owner: string;
}

/** A block with items, each on lines of its own. */
export function block(owner: string, head: string, items: readonly Line[]): readonly Line[] {
  if (items.length === 0) return [{ owner, text: `${head} < >` }];
  return [
    { owner, text: `${head} <` },
    ...items.map((item) => ({ ...item, text: `  ${item.text}` })),
    { owner, text: '>' },
  ];
}

/** A comment of as many lines as it takes; whatever the text is, it stays one. */
export function comment(owner: string, text: string): readonly Line[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').split(' ')) {
    if (line !== '#' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line].map((each) => ({ owner, text: each }));
}

const width = 80;
