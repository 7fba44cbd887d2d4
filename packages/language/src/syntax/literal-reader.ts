/**
 * Words and literals: one token each, with its value. Plain methods rather than rules of the
 * grammar, as half of all tokens are these and each rule costs a call of its own.
 */
import type { IToken } from 'chevrotain';
import { parseClockTime } from '../values/clock-time.ts';
import { parseDateTime } from '../values/date-time.ts';
import { parseDuration } from '../values/duration.ts';
import { decodeString } from '../values/string-literal.ts';
import type { WeekDay } from '../values/week-day.ts';
import type * as ast from './ast.ts';
import { endOf, isInserted, RecoveringParser } from './recovering-parser.ts';
import type { Token } from './scanner.ts';
import { StringToken, VariableToken } from './tokens.ts';

/** What to say where one is missing, and what the grammar's reference calls it. */
export const aDuration = { ERR_MSG: 'a duration such as 5m', LABEL: 'DURATION' };
export const aTime = { ERR_MSG: 'a time such as 09:00', LABEL: 'TIME' };
export const aDateTime = {
  ERR_MSG: 'a date and time such as 2026-01-05T09:00',
  LABEL: 'DATETIME',
};
export const anInteger = { LABEL: 'INTEGER' };

export abstract class LiteralReader extends RecoveringParser {
  /** What a token that stands as a name says. */
  protected name(token: IToken): ast.Name | undefined {
    return isInserted(token)
      ? undefined
      : { start: token.startOffset, end: endOf(token), text: token.image };
  }

  protected ref(token: IToken): ast.Ref | undefined {
    return isInserted(token)
      ? undefined
      : { kind: 'ref', start: token.startOffset, end: endOf(token), text: token.image.slice(1) };
  }

  protected day(token: IToken): ast.DayLiteral | undefined {
    return isInserted(token)
      ? undefined
      : { start: token.startOffset, end: endOf(token), day: token.image as WeekDay };
  }

  protected duration(token: IToken): ast.DurationLiteral | undefined {
    return this.literal(token, parseDuration, 'duration', '5m or 1h30m');
  }

  protected time(token: IToken): ast.TimeLiteral | undefined {
    return this.literal(token, parseClockTime, 'time of day', '09:00');
  }

  protected dateTime(token: IToken): ast.DateTimeLiteral | undefined {
    return this.literal(token, parseDateTime, 'date and time', '2026-01-05T09:00');
  }

  protected integer(token: IToken): ast.IntegerLiteral | undefined {
    return this.literal(token, parseInteger, 'number', '2');
  }

  protected readonly valueTokens = this.oneOfTokens(StringToken, VariableToken);

  protected value(token: IToken): ast.ValueLiteral | undefined {
    return token.tokenType === VariableToken ? this.variable(token) : this.text(token);
  }

  protected variable(token: IToken): ast.VariableLiteral {
    const name = token.image.slice(1);
    if (!/^[A-Z][A-Z0-9_]*$/.test(name)) this.malformed(token, 'variable', '$ALICE_SMS');
    return { kind: 'variable', start: token.startOffset, end: endOf(token), name };
  }

  protected text(token: IToken): ast.StringLiteral | undefined {
    if (this.RECORDING_PHASE || isInserted(token)) return undefined;
    const { image, startOffset: start } = token;
    const closed = image.length > 1 && image.endsWith('"');
    const raw = image.slice(1, closed ? -1 : undefined);
    let value = raw;
    if (raw.includes('\\')) {
      const { text, badEscapes } = decodeString(raw);
      value = text;
      for (const bad of badEscapes) {
        const span = { start: start + 1 + bad.start, end: start + 1 + bad.end };
        this.literalErrors.push({ kind: 'invalid-escape', span });
      }
    }
    return { kind: 'string', start, end: endOf(token), value };
  }

  private literal<T>(
    token: IToken,
    parse: (text: string) => T | undefined,
    meant: string,
    example: string,
  ): ast.Literal<T> | undefined {
    if (this.RECORDING_PHASE || isInserted(token)) return undefined;
    const value = parse(token.image);
    if (value === undefined) this.malformed(token, meant, example);
    return { start: token.startOffset, end: endOf(token), text: token.image, value };
  }

  private malformed(token: IToken, meant: string, example: string): void {
    if (this.RECORDING_PHASE) return;
    this.literalErrors.push({ kind: 'invalid-token', token: token as Token, meant, example });
  }

  protected add<T>(list: T[], entry: T | undefined): void {
    if (entry !== undefined) list.push(entry);
  }
}

function parseInteger(text: string): number | undefined {
  return /^[0-9]+$/.test(text) ? Number(text) : undefined;
}
