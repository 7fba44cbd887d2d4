/** The grammar of the items of projects, contacts, plans and templates. */
import type { IOrAlt, IToken } from 'chevrotain';
import type { ChannelType } from '../values/channel-type.ts';
import type * as ast from './ast.ts';
import { aDuration, LiteralReader } from './literal-reader.ts';
import { endOf } from './recovering-parser.ts';
import { keywords as k, NameToken, NumeralToken, RefToken, StringToken } from './tokens.ts';

export abstract class PeopleRules extends LiteralReader {
  readonly account = this.rule('account', () => this.setting('account', this.CONSUME(k.account)));

  readonly region = this.rule('region', () => this.setting('region', this.CONSUME(k.region)));

  protected setting(kind: ast.SettingItem['kind'], token: IToken): void {
    const node = this.begin<ast.SettingItem>({
      kind,
      start: token.startOffset,
      end: endOf(token),
      value: undefined,
    });
    node.value = this.value(this.OR(this.valueTokens));
  }

  protected readonly levels = this.oneOfTokens(k.error, k.warning, k.off);

  readonly lint = this.rule('lint', (): void => {
    const token = this.CONSUME(k.lint);
    const node = this.begin<ast.LintItem>({
      kind: 'lint',
      start: token.startOffset,
      end: endOf(token),
      code: undefined,
      level: undefined,
    });
    node.code = this.name(this.CONSUME(NameToken));
    const level = this.OR(this.levels);
    node.level = level.image as ast.LintItem['level'];
  });

  protected readonly tagKeys: IOrAlt<ast.Name | ast.StringLiteral | undefined>[] = [
    { ALT: () => this.name(this.CONSUME(NameToken)) },
    { ALT: () => this.text(this.CONSUME1(StringToken)) },
  ];

  readonly tag = this.rule('tag', (): void => {
    const token = this.CONSUME(k.tag);
    const node = this.begin<ast.TagItem>({
      kind: 'tag',
      start: token.startOffset,
      end: endOf(token),
      key: undefined,
      value: undefined,
    });
    node.key = this.OR(this.tagKeys);
    node.value = this.text(this.CONSUME2(StringToken));
  });

  readonly alias = this.rule('alias', (): void => {
    const token = this.CONSUME(k.alias);
    const node = this.begin<ast.AliasItem>({
      kind: 'alias',
      start: token.startOffset,
      end: endOf(token),
      value: undefined,
    });
    node.value = this.text(this.CONSUME(StringToken));
  });

  protected readonly channelTypes = this.oneOfTokens(k.voice, k.sms, k.email);

  readonly channel = this.rule('channel', (): void => {
    const token = this.CONSUME(k.channel);
    const node = this.begin<ast.ChannelItem>({
      kind: 'channel',
      start: token.startOffset,
      end: endOf(token),
      name: undefined,
      label: undefined,
      type: undefined,
      address: undefined,
      deferred: false,
    });
    node.name = this.name(this.CONSUME(NameToken));
    this.OPTION1(() => {
      node.label = this.text(this.CONSUME1(StringToken));
    });
    const type = this.OR1(this.channelTypes);
    node.type = type.image as ChannelType;
    node.address = this.value(this.OR2(this.valueTokens));
    this.OPTION2(() => {
      this.CONSUME(k.deferred);
      node.deferred = true;
    });
  });

  readonly stage = this.rule('stage', (): void => {
    const token = this.CONSUME(k.stage);
    const node = this.begin<ast.StageItem>({
      kind: 'stage',
      start: token.startOffset,
      end: endOf(token),
      duration: undefined,
      open: undefined,
      items: [],
    });
    this.block(
      'stage',
      node,
      () => {
        node.duration = this.duration(this.CONSUME(NumeralToken, aDuration));
      },
      () => this.SUBRULE(this.target),
    );
  });

  readonly target = this.rule('target', (): void => {
    const token = this.CONSUME(k.notify);
    this.notifying = this.begin<ast.TargetItem>({
      kind: 'notify',
      start: token.startOffset,
      end: endOf(token),
      target: undefined,
      retry: undefined,
      essential: false,
    });
    this.OR(this.targetKinds);
  });

  /** The target under way: what reads the rest of it is made once, as targets are half of all items. */
  private notifying!: ast.TargetItem;

  private readonly retry = (): void => {
    this.CONSUME(k.retry);
    this.notifying.retry = this.duration(this.CONSUME(NumeralToken, aDuration));
  };

  private readonly essential = (): void => {
    this.CONSUME(k.essential);
    this.notifying.essential = true;
  };

  private readonly targetKinds: IOrAlt<void>[] = [
    {
      ALT: () => {
        const name = this.name(this.CONSUME(NameToken));
        if (name !== undefined) {
          const { start, end, text } = name;
          this.notifying.target = { kind: 'name', start, end, text };
        }
        this.OPTION1(this.retry);
      },
    },
    {
      ALT: () => {
        this.notifying.target = this.ref(this.CONSUME(RefToken));
        this.OPTION2(this.essential);
      },
    },
  ];

  readonly use = this.rule('use', (): void => {
    const token = this.CONSUME(k.use);
    const node = this.begin<ast.UseItem>({
      kind: 'use',
      start: token.startOffset,
      end: endOf(token),
      name: undefined,
    });
    node.name = this.name(this.CONSUME(NameToken));
  });

  readonly rotationReference = this.rule('rotationReference', (): void => {
    const token = this.CONSUME(k.rotation);
    const node = this.begin<ast.RotationReferenceItem>({
      kind: 'rotation-reference',
      start: token.startOffset,
      end: endOf(token),
      ref: undefined,
    });
    node.ref = this.ref(this.CONSUME(RefToken));
  });
}
