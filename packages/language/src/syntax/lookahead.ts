/**
 * What comes next, told by one token. Chevrotain's own strategy finds the same for grammars of any
 * look-ahead, at a price that each start of the command line would pay.
 */
import {
  Alternation,
  type IProduction,
  type IToken,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';
import { vocabulary } from './tokens.ts';

/** What chevrotain binds look-ahead functions to. */
interface Looking {
  LA_FAST(distance: number): IToken;
}

interface Container extends IProduction {
  readonly definition: IProduction[];
}

export class SingleTokenLookahead extends LLkLookaheadStrategy {
  /** In the order in which chevrotain asked for them. */
  readonly decisions: Decision[] = [];

  constructor() {
    super({ maxLookahead: 1 });
  }

  override buildLookaheadForAlternation({
    prodOccurrence,
    rule,
  }: {
    readonly prodOccurrence: number;
    readonly rule: Rule;
  }): () => number | undefined {
    const alternatives = productionOf(rule, prodOccurrence, [Alternation]).definition;
    const terminals = alternatives.map((each) => firstOf([each]));
    return this.decided('choice', terminals) as () => number | undefined;
  }

  override buildLookaheadForOptional({
    prodOccurrence,
    rule,
    prodType,
  }: {
    readonly prodOccurrence: number;
    readonly rule: Rule;
    readonly prodType: string;
  }): () => boolean {
    const inside = productionOf(rule, prodOccurrence, kindsOf(prodType)).definition;
    return this.decided('option', [firstOf(inside)]) as () => boolean;
  }

  private decided(
    kind: Decision['kind'],
    alternatives: readonly (readonly Terminal[])[],
  ): LookAhead {
    const decision = {
      kind,
      begins: alternatives.map((terminals) =>
        terminals.map(({ terminalType }) => terminalType.name),
      ),
    };
    this.decisions.push(decision);
    return lookAheadOf(decision);
  }
}

/** Which token types each alternative begins with, by their names; of an option there is one. */
export interface Decision {
  readonly kind: 'choice' | 'option';
  readonly begins: readonly (readonly string[])[];
}

export interface KeyedDecision extends Decision {
  /** By which chevrotain finds it. */
  readonly key: number;
}

type LookAhead = () => number | boolean | undefined;

/** Tells the index of the alternative that comes next; of an option, whether it does. */
export function lookAheadOf({ kind, begins }: Decision): LookAhead {
  const alternativeOf: (number | undefined)[] = [];
  for (const [index, names] of begins.entries()) {
    for (const name of names) for (const id of idsOf(name)) alternativeOf[id] ??= index;
  }
  const choose = function (this: Looking) {
    return alternativeOf[this.LA_FAST(1).tokenTypeIdx];
  };
  const opens = function (this: Looking) {
    return alternativeOf[this.LA_FAST(1).tokenTypeIdx] === 0;
  };
  return (kind === 'choice' ? choose : opens) as LookAhead;
}

/** A parser that is told what it looks for. */
interface Seeking {
  /** What may come next; `starts` where it begins an item of a block, or a declaration. */
  seek(terminals: readonly Terminal[], starts: boolean): void;
}

/** The same decisions, for a parser that listens in on them. */
export class ListeningLookahead extends SingleTokenLookahead {
  override buildLookaheadForAlternation(
    options: Parameters<SingleTokenLookahead['buildLookaheadForAlternation']>[0],
  ): () => number | undefined {
    const terminals = firstOf([productionOf(options.rule, options.prodOccurrence, [Alternation])]);
    const decide = super.buildLookaheadForAlternation(options);
    return function (this: Seeking) {
      this.seek(terminals, false);
      return decide.call(this);
    } as () => number | undefined;
  }

  override buildLookaheadForOptional(
    options: Parameters<SingleTokenLookahead['buildLookaheadForOptional']>[0],
  ): () => boolean {
    const { prodType, rule, prodOccurrence } = options;
    const terminals = firstOf(productionOf(rule, prodOccurrence, kindsOf(prodType)).definition);
    // What may repeat from none on is the items of a block, and the declarations of a file.
    const starts = prodType === 'Repetition';
    const decide = super.buildLookaheadForOptional(options);
    return function (this: Seeking) {
      this.seek(terminals, starts);
      return decide.call(this);
    } as () => boolean;
  }
}

function kindsOf(prodType: string) {
  if (prodType === 'Option') return [Option];
  return prodType === 'Repetition' ? [Repetition] : [RepetitionMandatory];
}

/** Those of a type and of what belongs to it as to a category. */
function idsOf(name: string): readonly number[] {
  const { tokenTypeIdx, categoryMatches = [] } = typeNamed.get(name) as TokenType;
  return [tokenTypeIdx as number, ...categoryMatches];
}

const typeNamed = new Map(vocabulary.map((type) => [type.name, type]));

/** The production of a kind within a rule, by its number there. */
function productionOf(
  within: Rule,
  occurrence: number,
  kinds: readonly (abstract new (...parameters: never[]) => IProduction)[],
): Container {
  const open: IProduction[] = [within as unknown as IProduction];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (
      kinds.some((kind) => next instanceof kind) &&
      (next as { idx?: number }).idx === occurrence
    ) {
      return next as Container;
    }
    // A reference's definition is another rule's.
    if (!(next instanceof NonTerminal) && 'definition' in next)
      open.push(...(next as Container).definition);
  }
  throw new Error(`The grammar of ${within.name} has no such production.`);
}

/** The tokens that a sequence may begin with. */
function firstOf(sequence: readonly IProduction[]): readonly Terminal[] {
  const found: Terminal[] = [];
  for (const production of sequence) {
    if (production instanceof Terminal) return [...found, production];
    if (production instanceof Alternation) {
      return [...found, ...production.definition.flatMap((each) => firstOf([each]))];
    }
    const inner = (production as Container).definition;
    found.push(...firstOf(inner));
    if (!(production instanceof Option || production instanceof Repetition)) return found;
  }
  return found;
}
