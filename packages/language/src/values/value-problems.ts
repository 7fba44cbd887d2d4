import type { Code } from '../diagnostics/catalogue.ts';
import type { ChannelType } from '../semantics/model.ts';

export function addressProblem(_type: ChannelType, _text: string): Code | undefined {
  return undefined;
}
export function arnProblem(_text: string): Code | undefined {
  return undefined;
}
export function accountProblem(_text: string): Code | undefined {
  return undefined;
}
export function regionProblem(_text: string): Code | undefined {
  return undefined;
}
