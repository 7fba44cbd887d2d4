/**
 * Attaches each comment of a file to the word that it stands behind, and gathers the words into
 * items; white space is gone but for the blank lines. Only for text without syntax errors.
 */
import type { Block, Declaration, Item } from '../syntax/ast.ts';
import type { ParsedFile } from '../syntax/parse.ts';
import { type Comment, scan, type Token } from '../syntax/scanner.ts';

/** A comment that has its line to itself. */
export interface Remark {
  readonly text: string;
  readonly afterBlankLine: boolean;
}

/** A token as written, with the comments between it and the next. */
export interface Word {
  readonly text: string;
  /** Whether a blank line parts it from the word or comment before it. */
  readonly afterBlankLine: boolean;
  /** The comment at the end of its line. */
  comment: string | undefined;
  /** The comments on lines of their own. */
  readonly below: readonly Remark[];
}

/** A declaration or an item of one. */
export interface Entry {
  readonly kind: (Declaration | Item)['kind'];
  /** As far as its `<`, if it has a block. */
  readonly words: readonly [Word, ...Word[]];
  /** What its block holds. The people of an override are words, not entries. */
  readonly entries: readonly Entry[] | undefined;
  /** Its last word: the `>` of its block, if it has one. */
  readonly last: Word;
}

export interface FileEntries {
  /** The comments above the first entry. */
  readonly remarks: readonly Remark[];
  readonly entries: readonly Entry[];
}

export function attachTrivia(file: ParsedFile): FileEntries {
  const { remarks, words } = readWords(file.text);
  let next = 0;

  /** The words that start before an offset, but for those taken already. */
  const take = (end: number): [PlacedWord, ...PlacedWord[]] => {
    const from = next;
    while (next < words.length && (words[next] as PlacedWord).start < end) next++;
    return words.slice(from, next) as [PlacedWord, ...PlacedWord[]];
  };

  const enter = (node: Declaration | Item, pieceStart: number): Entry => {
    const { kind } = node;
    const block = blockOf(node);
    const taken = take(pieceStart + (block?.open?.end ?? node.end));
    if (block === undefined) {
      return { kind, words: taken, entries: undefined, last: taken.at(-1) as Word };
    }
    moveBehindOpen(taken);
    const entries = block.items.map((item) => enter(item, pieceStart));
    const [close] = take(pieceStart + node.end);
    return { kind, words: taken, entries, last: close };
  };

  const entries = file.pieces.flatMap(({ declarations }, index) =>
    declarations.map((declaration) => enter(declaration, file.starts[index] as number)),
  );
  return { remarks, entries };
}

interface PlacedWord extends Word {
  readonly start: number;
}

/** All words of a text, and the comments above the first. */
function readWords(text: string): { remarks: readonly Remark[]; words: readonly PlacedWord[] } {
  const remarks: Remark[] = [];
  const words: PlacedWord[] = [];
  let below = remarks;
  /** Where the word or comment before ends. */
  let end = 0;
  const isAfterBlankLine = (start: number): boolean => {
    const lineEnds = text.slice(end, start).match(/\r\n?|\n/g);
    return lineEnds !== null && lineEnds.length > 1;
  };

  const addWord = ({ image, startOffset, endOffset }: Token, pieceStart: number): void => {
    const start = pieceStart + startOffset;
    const afterBlankLine = isAfterBlankLine(start);
    below = [];
    words.push({ text: image, start, afterBlankLine, comment: undefined, below });
    end = pieceStart + endOffset + 1;
  };

  const addComment = (comment: Comment, pieceStart: number): void => {
    const start = pieceStart + comment.start;
    const written = text.slice(start, pieceStart + comment.end).replace(/[ \t]+$/, '');
    const word = words.at(-1);
    if (comment.first || word === undefined) {
      below.push({ text: written, afterBlankLine: isAfterBlankLine(start) });
    } else {
      word.comment = written;
    }
    end = pieceStart + comment.end;
  };

  scan(text, ({ start, tokens, comments }) => {
    let next = 0;
    const addCommentsBefore = (offset: number): void => {
      for (; next < comments.length && (comments[next] as Comment).start < offset; next++) {
        addComment(comments[next] as Comment, start);
      }
    };
    for (const token of tokens) {
      addCommentsBefore(token.startOffset);
      addWord(token, start);
    }
    addCommentsBefore(Number.POSITIVE_INFINITY);
  });
  return { remarks, words };
}

function blockOf(node: Declaration | Item): Block<Item> | undefined {
  return 'items' in node && node.kind !== 'override' ? node : undefined;
}

/** A comment between the words of a block and its `<` stays at that line's end, behind the `<`. */
function moveBehindOpen(words: readonly Word[]): void {
  const open = words.at(-1);
  const before = words.at(-2);
  if (open === undefined || before === undefined) return;
  if (before.comment === undefined || before.below.length > 0 || open.comment !== undefined) return;
  open.comment = before.comment;
  before.comment = undefined;
}
