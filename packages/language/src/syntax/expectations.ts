/**
 * What may follow the words of a piece, as the parser tells it that reads them: whatever it looks
 * for at their end. Words before that can't be read are skipped as always.
 */
import { type ConsumeMethodOpts, EOF, type IToken, Terminal, type TokenType } from 'chevrotain';
import type * as ast from './ast.ts';
import type { BlockKind } from './block-kinds.ts';
import { ListeningLookahead } from './lookahead.ts';
import { OncallParser } from './parser.ts';
import type { ScannedPiece } from './scanner.ts';
import {
  CloseToken,
  DayToken,
  NameToken,
  NumeralToken,
  OpenToken,
  RangeToken,
  RefToken,
  StringToken,
  VariableToken,
} from './tokens.ts';

/** A token that may stand next. */
export interface Expectation {
  readonly token: ExpectedToken;
  /** Declaration and items around it, the outermost first; none where a declaration begins. */
  readonly path: readonly (ast.Declaration | ast.Item)[];
}

export type ExpectedToken =
  /** `starts` where it begins an item of the last in the path, or a declaration. */
  | { readonly kind: 'word'; readonly word: string; readonly starts: boolean }
  | { readonly kind: 'name' | 'ref' | 'string' | 'variable' | 'day' }
  | { readonly kind: 'duration' | 'time' | 'date-time' | 'integer' }
  | { readonly kind: 'open' | 'close' | 'range' };

export function expectationsAfter(piece: ScannedPiece): readonly Expectation[] {
  parser ??= new ExpectingParser(new ListeningLookahead());
  return parser.expectationsAfter(piece);
}

let parser: ExpectingParser | undefined;

class ExpectingParser extends OncallParser {
  private found: Expectation[] = [];
  /** Whether all is found: what the parser looks for from then on stands behind something else. */
  private done = false;
  private blocks: (ast.Declaration | ast.Item)[] = [];
  private node: ast.Declaration | ast.Item | undefined;

  expectationsAfter(piece: ScannedPiece): readonly Expectation[] {
    this.found = [];
    this.done = false;
    this.blocks = [];
    this.node = undefined;
    this.parse(piece);
    return this.found;
  }

  /** Called by the look-ahead. */
  protected seek(terminals: readonly Terminal[], starts: boolean): void {
    if (this.done || this.RECORDING_PHASE || this.LA(1).tokenType !== EOF) return;
    const inner = starts || this.node === this.blocks.at(-1) ? undefined : this.node;
    const path = inner === undefined ? [...this.blocks] : [...this.blocks, inner];
    for (const { terminalType, label } of terminals) {
      this.found.push({ token: tokenOf(terminalType, label, starts), path });
    }
  }

  private demand(type: TokenType, options?: ConsumeMethodOpts): void {
    this.seek([new Terminal({ terminalType: type, label: options?.LABEL ?? '' })], false);
    this.endHere();
  }

  private endHere(): void {
    if (!this.RECORDING_PHASE && this.LA(1).tokenType === EOF) this.done = true;
  }

  protected override CONSUME(type: TokenType, options?: ConsumeMethodOpts): IToken {
    this.demand(type, options);
    return super.CONSUME(type, options);
  }

  protected override CONSUME1(type: TokenType, options?: ConsumeMethodOpts): IToken {
    this.demand(type, options);
    return super.CONSUME1(type, options);
  }

  protected override CONSUME2(type: TokenType, options?: ConsumeMethodOpts): IToken {
    this.demand(type, options);
    return super.CONSUME2(type, options);
  }

  protected override attempt(read: () => void): boolean {
    const succeeded = super.attempt(read);
    if (!succeeded) this.endHere();
    return succeeded;
  }

  protected override begin<Entry>(node: Entry): Entry {
    this.node = node as ast.Declaration | ast.Item;
    return super.begin(node);
  }

  protected override block<Entry extends { end: number }>(
    kind: BlockKind,
    block: ast.Block<Entry>,
    header: () => void,
    item: () => void,
  ): void {
    if (this.RECORDING_PHASE) {
      super.block(kind, block, header, item);
      return;
    }
    this.blocks.push(block as unknown as ast.Declaration);
    super.block(kind, block, header, item);
    this.blocks.pop();
  }

  protected override close(block: ast.Block<unknown>): void {
    if (!this.RECORDING_PHASE && this.LA(1).tokenType === EOF) {
      this.seek([new Terminal({ terminalType: CloseToken })], true);
      this.done = true;
    }
    super.close(block);
  }
}

const kindOf = new Map<TokenType, Exclude<ExpectedToken['kind'], 'word'>>([
  [NameToken, 'name'],
  [RefToken, 'ref'],
  [StringToken, 'string'],
  [VariableToken, 'variable'],
  [DayToken, 'day'],
  [OpenToken, 'open'],
  [CloseToken, 'close'],
  [RangeToken, 'range'],
]);

const kindOfNumeral = {
  DURATION: 'duration',
  TIME: 'time',
  DATETIME: 'date-time',
  INTEGER: 'integer',
} as const;

function tokenOf(type: TokenType, label: string | undefined, starts: boolean): ExpectedToken {
  if (type === NumeralToken) return { kind: kindOfNumeral[label as keyof typeof kindOfNumeral] };
  const kind = kindOf.get(type);
  return kind === undefined ? { kind: 'word', word: type.LABEL ?? type.name, starts } : { kind };
}
