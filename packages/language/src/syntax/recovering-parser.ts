/**
 * What the parser does about mistakes, apart from the grammar: an item that can't be read is left
 * at the next item of its block, groups in `<` and `>` are skipped whole, and a missing or surplus
 * `>` is settled by counting them, so that one mistake gives one error. Inserting or deleting a
 * single token is chevrotain's own recovery.
 */
import {
  EmbeddedActionsParser,
  EOF,
  type ILookaheadStrategy,
  type IOrAlt,
  type IParserErrorMessageProvider,
  type IRuleConfig,
  type IToken,
  isRecognitionException,
  type ParserMethod,
  type TokenType,
} from 'chevrotain';
import { nearest } from '../diagnostics/suggest.ts';
import { exact } from '../text/exact.ts';
import type { Span } from '../text/span.ts';
import type { Block } from './ast.ts';
import { type BlockKind, expectedIn, labelsOf, startersOf } from './block-kinds.ts';
import type { ParseError } from './parse-error.ts';
import type { ScannedPiece, Token } from './scanner.ts';
import { CloseToken, keywords as k, OpenToken, RefToken, StringToken } from './tokens.ts';

export type Rule<T> = ParserMethod<[], T>;

export abstract class RecoveringParser extends EmbeddedActionsParser {
  protected failures: ParseError[] = [];
  /** Errors within literals: these hide nothing of the tree. */
  protected literalErrors: ParseError[] = [];
  protected skipped: Token[] = [];
  /** Opening brackets without a closing one, and the reverse, in what is left of the piece. */
  protected lacking = 0;
  protected surplus = 0;
  /** The kind of block around the one under way. */
  protected around: BlockKind = 'file';
  /** Where items go. */
  protected into: unknown[] = [];

  constructor(lookaheadStrategy: ILookaheadStrategy, validate: boolean) {
    // All of the vocabulary would be looked through; it is numbered as it should be.
    super([OpenToken], {
      maxLookahead: 1,
      lookaheadStrategy,
      // A test validates the grammar, so that not every start has to.
      skipValidations: !validate,
      errorMessageProvider: expectations,
    });
  }

  /** A rule that leaves recovery between rules to `attempt` and `recover`. */
  protected rule<T>(name: string, implementation: () => T): Rule<T> {
    return this.RULE(name, implementation, { resyncEnabled: false } as IRuleConfig<T>);
  }

  /** Alternatives of an `OR`; kept in fields, as making them anew at each call is slow. */
  protected oneOfRules<T>(...rules: Rule<T>[]): IOrAlt<T>[] {
    return rules.map((rule) => ({ ALT: () => this.SUBRULE(rule) }));
  }

  protected oneOfTokens(...types: TokenType[]): IOrAlt<IToken>[] {
    return types.map((type) => ({ ALT: () => this.CONSUME(type) }));
  }

  /** Makes ready for the tokens of a piece. */
  protected beginPiece(piece: ScannedPiece): void {
    this.lacking = 0;
    this.surplus = 0;
    for (const token of piece.tokens) {
      if (token.tokenType === OpenToken) this.lacking++;
      else if (token.tokenType === CloseToken) {
        if (this.lacking > 0) this.lacking--;
        else this.surplus++;
      }
    }
    this.failures = [];
    this.literalErrors = [];
    this.skipped = [];
    this.around = 'file';
    this.input = piece.tokens;
  }

  /** Reads something; where that fails, what was read of it stays, and what follows is skipped by `recover`. */
  protected attempt(read: () => void): boolean {
    if (this.RECORDING_PHASE) {
      read();
      return true;
    }
    try {
      read();
      return true;
    } catch (error) {
      if (!isRecognitionException(error as Error)) throw error;
      return false;
    }
  }

  /** Skips to where the next item of the block, or its end, stands; says so unless an error did. */
  protected recover(kind: BlockKind, said = false, opening = false): void {
    if (this.RECORDING_PHASE) return;
    const starters = startersOf[kind];
    let silent = said;
    for (let first = true; ; first = false) {
      const token = this.LA(1) as Token;
      const type = token.tokenType;
      if (type === EOF) return;
      if (kind === 'file' ? this.atDeclaration() : starters.has(type)) return;
      if (type === CloseToken) {
        if (kind !== 'file') {
          // Where one is too many, it is this: an item stumbled over it, or more of them follow.
          const stumbled = said && first;
          if (this.surplus === 0 || !(stumbled || this.itemFollows(starters))) return;
        }
        if (!silent) this.failures.push({ kind: 'unexpected-close', token });
        this.surplus--;
      } else {
        // An item of the block around this one, where a `>` lacks: this one ends here.
        if (this.lacking > 0 && kind !== 'file' && startersOf[this.around].has(type)) return;
        if (!silent || (kind !== 'file' && isMisspelt(token, starters))) {
          this.failures.push({ kind: 'unexpected-token', token, expected: expectedIn[kind] });
        }
      }
      silent = true;
      // A `<` that nothing led up to, where a `>` lacks, begins no group: it is one too many.
      if (type === OpenToken && (first || opening) && this.lacking > 0) this.skipStrayOpen();
      else this.skipGroup();
    }
  }

  protected skipStrayOpen(): void {
    this.lacking--;
    this.skipped.push(this.LA(1) as Token);
    this.SKIP_TOKEN();
  }

  private itemFollows(starters: ReadonlySet<TokenType>): boolean {
    const type = this.LA(2).tokenType;
    // `rotation NAME` begins a declaration, `rotation @NAME` an item.
    return starters.has(type) && (type !== k.rotation || this.LA(3).tokenType === RefToken);
  }

  /** Skips a token, or a group in `<` and `>` whole. */
  protected skipGroup(): void {
    let depth = 0;
    do {
      const token = this.LA(1) as Token;
      if (token.tokenType === EOF) {
        this.lacking -= depth;
        return;
      }
      if (token.tokenType === OpenToken) depth++;
      else if (token.tokenType === CloseToken) depth--;
      this.skipped.push(token);
      this.SKIP_TOKEN();
    } while (depth > 0);
  }

  /** Whether a declaration begins here: as at a line's start or behind a block, or its first tokens on any line. */
  protected atDeclaration(): boolean {
    const token = this.LA(1) as Token;
    if (!startersOf.file.has(token.tokenType)) return false;
    const second = this.LA(2).tokenType;
    const third = this.LA(3).tokenType;
    // A schedule's item may have lost its block.
    if (second === RefToken) return false;
    const before = this.LA(0).tokenType;
    if (token.first || before === EOF || before === CloseToken) return true;
    return (
      third === OpenToken ||
      (third === StringToken && this.LA(4).tokenType === OpenToken) ||
      (token.tokenType === k.extern && second === k.contact) ||
      (token.tokenType === k.test && second === StringToken)
    );
  }

  /** The `>` of a block; its lack is told at its `<`. */
  protected close(block: { readonly open: Block<unknown>['open'] }): void {
    if (this.RECORDING_PHASE || this.LA(1).tokenType === CloseToken) {
      this.CONSUME(CloseToken);
    } else if (this.lacking > 0) {
      this.lacking--;
      if (block.open !== undefined)
        this.failures.push({ kind: 'unclosed-block', open: block.open });
    }
  }

  protected open(block: { open: Block<unknown>['open'] }): void {
    const token = this.CONSUME(OpenToken);
    if (isInserted(token)) {
      if (this.surplus > 0) this.surplus--;
    } else block.open = spanOf(token);
  }

  protected skipToOpen(block: { open: Block<unknown>['open'] }): void {
    for (;;) {
      const token = this.LA(1) as Token;
      const type = token.tokenType;
      if (type === EOF || type === CloseToken || (token.first && type !== OpenToken)) return;
      if (type === OpenToken && this.lacking > 0 && this.opensAgain()) {
        this.skipStrayOpen();
        continue;
      }
      if (type === OpenToken) block.open = spanOf(token);
      this.skipped.push(token);
      this.SKIP_TOKEN();
      if (type === OpenToken) return;
    }
  }

  /** Whether another `<` stands on the line of this one. */
  private opensAgain(): boolean {
    for (let distance = 2; ; distance++) {
      const token = this.LA(distance) as Token;
      const type = token.tokenType;
      if (type === EOF || type === CloseToken || token.first) return false;
      if (type === OpenToken) return true;
    }
  }

  /** A block: its words up to `<`, its items, its `>`. */
  protected block<Entry extends { end: number }>(
    kind: BlockKind,
    block: Block<Entry>,
    header: () => void,
    item: () => void,
  ): void {
    const around = this.around;
    const into = this.into;
    const entered = this.attempt(() => {
      header();
      this.open(block);
    });
    if (!entered) this.skipToOpen(block);
    this.around = around;
    this.recover(kind, !entered, true);
    this.MANY(() => {
      this.around = kind;
      this.into = block.items;
      const read = this.attempt(item);
      const last = block.items.at(-1);
      if (last !== undefined && !this.RECORDING_PHASE) last.end = this.end();
      this.around = around;
      this.recover(kind, !read);
    });
    if (!this.RECORDING_PHASE) block.items = exact(block.items);
    this.into = into;
    this.close(block);
  }

  /** Puts an item into the block under way at once, so that it stays when the rest of it fails. */
  protected begin<Entry>(item: Entry): Entry {
    (this.into as Entry[]).push(item);
    return item;
  }

  /** Where the last token read ends. */
  protected end(): number {
    return (this.LA(0) as Token).endOffset + 1;
  }
}

/** Whether a word at its line's start is nearly one that begins an item there. */
function isMisspelt({ image, first }: Token, starters: ReadonlySet<TokenType>): boolean {
  return (
    first &&
    nearest(
      image,
      [...starters].map(({ name, LABEL }) => LABEL ?? name),
    ) !== undefined
  );
}

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

/** Half-open, where chevrotain's is inclusive. */
export function endOf(token: IToken): number {
  return (token.endOffset as number) + 1;
}

/** Whether recovery made the token up. */
export function isInserted(token: IToken): boolean {
  return token.isInsertedInRecovery === true;
}

/**
 * Chevrotain's messages carry nothing but what was expected, one a line; the catalogue words the
 * rest.
 */
const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => lines(labelsOf([expected])),
  buildNotAllInputParsedMessage: () => lines(expectedIn.file),
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) =>
    lines(
      labelsOf(expectedPathsPerAlt.flatMap((paths) => paths.flatMap((path) => path.slice(0, 1)))),
    ),
  buildEarlyExitMessage: ({ expectedIterationPaths, customUserDescription }) =>
    customUserDescription ??
    lines(labelsOf(expectedIterationPaths.flatMap((path) => path.slice(0, 1)))),
};

function lines(labels: readonly string[]): string {
  return labels.join('\n');
}
