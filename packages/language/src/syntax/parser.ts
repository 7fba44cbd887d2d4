/** The grammar from the file down to the blocks of declarations, straight to the tree. */
import {
  EOF,
  type IOrAlt,
  type IRecognitionException,
  type Rule as Production,
  tokenMatcher,
} from 'chevrotain';
import { exact } from '../text/exact.ts';
import type * as ast from './ast.ts';
import { decisions } from './decisions.ts';
import { type KeyedDecision, lookAheadOf, SingleTokenLookahead } from './lookahead.ts';
import type { ParseError } from './parse-error.ts';
import { endOf, type Rule } from './recovering-parser.ts';
import type { ScannedPiece, Token } from './scanner.ts';
import { TimeRules } from './time-rules.ts';
import { keywords as k, NameToken, StringToken } from './tokens.ts';

export interface ParseResult {
  readonly declarations: readonly ast.Declaration[];
  /** Of the text's structure: where there are some, what seems missing may be written. */
  readonly errors: readonly ParseError[];
  /** Of literals alone: the tree is whole. */
  readonly literalErrors: readonly ParseError[];
  /** What was skipped: its words may declare, and its references use, what nothing else does. */
  readonly skipped: readonly Token[];
}

export class OncallParser extends TimeRules {
  /**
   * With a strategy the grammar is recorded and decided anew. Without one the decisions are those
   * of `decisions.ts`, since each start of the command line would pay for that.
   */
  constructor(lookahead?: SingleTokenLookahead, validate = false) {
    super(lookahead ?? new SingleTokenLookahead(), validate);
    const within = this as unknown as Chevrotain;
    // The one that knows categories.
    within.tokenMatcher = tokenMatcher;
    if (lookahead === undefined) {
      within.selfAnalysisDone = true;
      for (const decision of decisions) {
        within.lookAheadFuncsCache.set(decision.key, lookAheadOf(decision));
      }
    } else {
      this.performSelfAnalysis();
    }
    // Recovery is switched on once the grammar is analysed: what chevrotain prepares for recovery
    // between rules and within repetitions is not used, `recover` has cleared the way there.
    within.recoveryEnabled = true;
  }

  /** Where a mistake is to be told, recorded by a parser that reads nothing meanwhile. */
  override getGAstProductions(): Record<string, Production> {
    const own = super.getGAstProductions();
    return Object.keys(own).length > 0 ? own : recorded().getGAstProductions();
  }

  /** Any tokens give a tree, in time linear in their number. */
  parse(piece: ScannedPiece): ParseResult {
    this.beginPiece(piece);
    const declarations = exact(this.file() ?? []);
    return {
      declarations,
      errors: [...this.failures, ...this.errors.map(fromException)],
      literalErrors: this.literalErrors,
      skipped: this.skipped,
    };
  }

  readonly file = this.rule('file', (): ast.Declaration[] => {
    const declarations: ast.Declaration[] = [];
    this.recover('file');
    this.MANY(() => {
      this.into = declarations;
      const read = this.attempt(() => this.SUBRULE(this.declaration));
      const last = declarations.at(-1);
      if (last !== undefined && !this.RECORDING_PHASE) last.end = this.end();
      this.recover('file', !read);
    });
    return declarations;
  });

  readonly declaration = this.rule('declaration', (): void => {
    this.OR(this.declarations);
  });

  protected readonly projectItems = this.oneOfRules<void>(
    this.account,
    this.region,
    this.tag,
    this.lint,
  );

  readonly project = this.rule('project', (): void => {
    const token = this.CONSUME(k.project);
    const node = this.begin<ast.ProjectDeclaration>({
      kind: 'project',
      start: token.startOffset,
      end: endOf(token),
      name: undefined,
      open: undefined,
      items: [],
    });
    this.block(
      'project',
      node,
      () => {
        node.name = this.name(this.CONSUME(NameToken));
      },
      () => this.OR(this.projectItems),
    );
  });

  readonly contact = this.labelled<ast.ContactDeclaration>(
    'contact',
    this.oneOfRules<void>(this.channel, this.stage, this.use, this.alias, this.tag),
  );

  readonly plan = this.labelled<ast.PlanDeclaration>(
    'plan',
    this.oneOfRules<void>(this.stage, this.alias, this.tag),
  );

  readonly schedule = this.labelled<ast.ScheduleDeclaration>(
    'schedule',
    this.oneOfRules<void>(this.rotationReference, this.alias, this.tag),
  );

  readonly rotation = this.labelled<ast.RotationDeclaration>(
    'rotation',
    this.oneOfRules<void>(
      this.zone,
      this.start,
      this.members,
      this.onCall,
      this.every,
      this.daily,
      this.weekly,
      this.monthly,
      this.cover,
      this.override,
      this.tag,
    ),
  );

  /** A declaration of a kind, a name, perhaps a label, and a block of items. */
  private labelled<Node extends Labelled>(kind: Node['kind'], items: IOrAlt<void>[]): Rule<void> {
    return this.rule(kind, () => {
      const token = this.CONSUME(k[kind]);
      const node = this.begin<Labelled>({
        kind,
        start: token.startOffset,
        end: endOf(token),
        name: undefined,
        label: undefined,
        open: undefined,
        items: [],
      });
      this.block<Node['items'][number]>(
        kind,
        node,
        () => {
          node.name = this.name(this.CONSUME(NameToken));
          this.OPTION(() => {
            node.label = this.text(this.CONSUME(StringToken));
          });
        },
        () => this.OR(items),
      );
    });
  }

  readonly template = this.rule('template', (): void => {
    const token = this.CONSUME(k.template);
    const node = this.begin<ast.TemplateDeclaration>({
      kind: 'template',
      start: token.startOffset,
      end: endOf(token),
      name: undefined,
      open: undefined,
      items: [],
    });
    this.block(
      'template',
      node,
      () => {
        node.name = this.name(this.CONSUME(NameToken));
      },
      () => this.SUBRULE(this.stage),
    );
  });

  readonly extern = this.rule('extern', (): void => {
    const token = this.CONSUME(k.extern);
    const node = this.begin<ast.ExternDeclaration>({
      kind: 'extern',
      start: token.startOffset,
      end: endOf(token),
      name: undefined,
      arn: undefined,
    });
    this.CONSUME(k.contact);
    node.name = this.name(this.CONSUME(NameToken));
    node.arn = this.value(this.OR(this.valueTokens));
  });

  protected readonly testItems = this.oneOfRules<void>(
    this.page,
    this.acknowledgement,
    this.expectation,
  );

  readonly test = this.rule('test', (): void => {
    const token = this.CONSUME(k.test);
    const node = this.begin<ast.TestDeclaration>({
      kind: 'test',
      start: token.startOffset,
      end: endOf(token),
      title: undefined,
      open: undefined,
      items: [],
    });
    this.block(
      'test',
      node,
      () => {
        node.title = this.text(this.CONSUME(StringToken));
      },
      () => this.OR(this.testItems),
    );
  });

  protected readonly declarations = this.oneOfRules<void>(
    this.project,
    this.contact,
    this.plan,
    this.schedule,
    this.rotation,
    this.template,
    this.extern,
    this.test,
  );
}

/** What chevrotain has within, of which it tells nothing. */
interface Chevrotain {
  selfAnalysisDone: boolean;
  recoveryEnabled: boolean;
  tokenMatcher: typeof tokenMatcher;
  readonly lookAheadFuncsCache: Map<number, ReturnType<typeof lookAheadOf>>;
}

/** All decisions of the grammar, recorded anew: what `decisions.ts` is to hold. */
export function recordDecisions(): readonly KeyedDecision[] {
  const lookahead = new SingleTokenLookahead();
  const { lookAheadFuncsCache } = new OncallParser(lookahead) as unknown as Chevrotain;
  const keys = [...lookAheadFuncsCache.keys()];
  return lookahead.decisions.map((decision, at) => ({ key: keys[at] as number, ...decision }));
}

let recorder: OncallParser | undefined;

function recorded(): OncallParser {
  recorder ??= new OncallParser(new SingleTokenLookahead());
  return recorder;
}

/** What declarations with a label have in common while they are read. */
type Labelled = Pick<ast.ContactDeclaration, 'start' | 'end' | 'name' | 'label' | 'open'> & {
  readonly kind: 'contact' | 'plan' | 'schedule' | 'rotation';
  items: (ast.ContactEntry | ast.PlanEntry | ast.ScheduleEntry | ast.RotationEntry)[];
};

function fromException({ token, message }: IRecognitionException): ParseError {
  return {
    kind: 'unexpected-token',
    token: token.tokenType === EOF ? undefined : (token as Token),
    expected: message.split('\n'),
  };
}
