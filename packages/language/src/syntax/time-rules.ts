/** The grammar of the items of rotations and tests. */
import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { aDateTime, aDuration, anInteger, aTime } from './literal-reader.ts';
import { PeopleRules } from './people-rules.ts';
import { endOf } from './recovering-parser.ts';
import {
  DayToken,
  keywords as k,
  NumeralToken,
  RangeToken,
  RefToken,
  StringToken,
} from './tokens.ts';

export abstract class TimeRules extends PeopleRules {
  readonly zone = this.rule('zone', (): void => {
    const token = this.CONSUME(k.zone);
    const node = this.begin<ast.ZoneItem>({
      kind: 'zone',
      start: token.startOffset,
      end: endOf(token),
      zone: undefined,
    });
    node.zone = this.text(this.CONSUME(StringToken));
  });

  readonly start = this.rule('start', (): void => {
    const token = this.CONSUME(k.start);
    const node = this.begin<ast.StartItem>({
      kind: 'start',
      start: token.startOffset,
      end: endOf(token),
      at: undefined,
    });
    node.at = this.dateTime(this.CONSUME(NumeralToken, aDateTime));
  });

  readonly members = this.rule('members', (): void => {
    const token = this.CONSUME(k.members);
    const node = this.begin<ast.MembersItem>({
      kind: 'members',
      start: token.startOffset,
      end: endOf(token),
      refs: [],
    });
    this.AT_LEAST_ONE(() => this.add(node.refs, this.ref(this.CONSUME(RefToken))));
  });

  readonly onCall = this.rule('onCall', () => this.number('on-call', this.CONSUME(k['on-call'])));

  readonly every = this.rule('every', () => this.number('every', this.CONSUME(k.every)));

  protected number(kind: ast.NumberItem['kind'], token: IToken): void {
    const node = this.begin<ast.NumberItem>({
      kind,
      start: token.startOffset,
      end: endOf(token),
      value: undefined,
    });
    node.value = this.integer(this.CONSUME(NumeralToken, anInteger));
  }

  readonly daily = this.rule('daily', (): void => {
    const token = this.CONSUME(k.daily);
    const node = this.begin<ast.DailyItem>({
      kind: 'daily',
      start: token.startOffset,
      end: endOf(token),
      times: [],
    });
    this.AT_LEAST_ONE({
      DEF: () => this.add(node.times, this.time(this.CONSUME(NumeralToken, aTime))),
      ...aTime,
    });
  });

  readonly weekly = this.rule('weekly', (): void => {
    const token = this.CONSUME(k.weekly);
    const node = this.begin<ast.WeeklyItem>({
      kind: 'weekly',
      start: token.startOffset,
      end: endOf(token),
      times: [],
    });
    this.AT_LEAST_ONE(() => {
      const day = this.day(this.CONSUME(DayToken));
      const time = this.time(this.CONSUME(NumeralToken, aTime));
      if (day !== undefined && time !== undefined) node.times.push({ day, time });
    });
  });

  readonly monthly = this.rule('monthly', (): void => {
    const token = this.CONSUME(k.monthly);
    const node = this.begin<ast.MonthlyItem>({
      kind: 'monthly',
      start: token.startOffset,
      end: endOf(token),
      times: [],
    });
    this.AT_LEAST_ONE(() => {
      const day = this.integer(this.CONSUME1(NumeralToken, anInteger));
      const time = this.time(this.CONSUME2(NumeralToken, aTime));
      if (day !== undefined && time !== undefined) node.times.push({ day, time });
    });
  });

  readonly cover = this.rule('cover', (): void => {
    const token = this.CONSUME(k.cover);
    const node = this.begin<ast.CoverItem>({
      kind: 'cover',
      start: token.startOffset,
      end: endOf(token),
      from: undefined,
      to: undefined,
      windows: [],
    });
    node.from = this.day(this.CONSUME1(DayToken));
    this.OPTION(() => {
      this.CONSUME1(RangeToken);
      node.to = this.day(this.CONSUME2(DayToken));
    });
    this.AT_LEAST_ONE({
      ERR_MSG: `${aTime.ERR_MSG} or ..`,
      DEF: () => {
        const start = this.time(this.CONSUME1(NumeralToken, aTime));
        this.CONSUME2(RangeToken);
        const end = this.time(this.CONSUME2(NumeralToken, aTime));
        if (start !== undefined && end !== undefined) node.windows.push({ start, end });
      },
    });
  });

  readonly override = this.rule('override', (): void => {
    const token = this.CONSUME(k.override);
    const node = this.begin<ast.OverrideItem>({
      kind: 'override',
      start: token.startOffset,
      end: endOf(token),
      from: undefined,
      to: undefined,
      open: undefined,
      items: [],
    });
    this.block(
      'override',
      node,
      () => {
        node.from = this.dateTime(this.CONSUME1(NumeralToken, aDateTime));
        this.CONSUME(RangeToken);
        node.to = this.dateTime(this.CONSUME2(NumeralToken, aDateTime));
      },
      () => this.add(node.items, this.ref(this.CONSUME(RefToken))),
    );
  });

  readonly page = this.rule('page', (): void => {
    const token = this.CONSUME(k.page);
    const node = this.begin<ast.PageItem>({
      kind: 'page',
      start: token.startOffset,
      end: endOf(token),
      ref: undefined,
      at: undefined,
      zone: undefined,
    });
    node.ref = this.ref(this.CONSUME(RefToken));
    this.CONSUME(k.at);
    node.at = this.dateTime(this.CONSUME(NumeralToken, aDateTime));
    node.zone = this.text(this.CONSUME(StringToken));
  });

  readonly acknowledgement = this.rule('acknowledgement', (): void => {
    const token = this.CONSUME(k.ack);
    const node = this.begin<ast.AckItem>({
      kind: 'ack',
      start: token.startOffset,
      end: endOf(token),
      ref: undefined,
      after: undefined,
    });
    node.ref = this.ref(this.CONSUME(RefToken));
    this.CONSUME(k.after);
    node.after = this.duration(this.CONSUME(NumeralToken, aDuration));
  });

  readonly expectation = this.rule('expectation', (): void => {
    const token = this.CONSUME(k.expect);
    const node = this.begin<ast.ExpectItem>({
      kind: 'expect',
      start: token.startOffset,
      end: endOf(token),
      ref: undefined,
      within: undefined,
      never: false,
    });
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.no);
          node.never = true;
          node.ref = this.ref(this.CONSUME1(RefToken));
        },
      },
      {
        ALT: () => {
          node.ref = this.ref(this.CONSUME2(RefToken));
          this.CONSUME(k.within);
          node.within = this.duration(this.CONSUME(NumeralToken, aDuration));
        },
      },
    ]);
  });
}
