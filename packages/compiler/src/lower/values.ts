/** Looks up variables, and checks what they hold as text in the source would have been. */
import { type Code, type Finding, finding, type Origin, type Value } from '@oncall/language';

/** Tells the code of what is wrong with a text, if anything is. */
export type Check = (text: string) => Code | undefined;

/** Codes whose message names what is wrong by a subject, here the variable and never its value. */
type SubjectCode = 'invalid-phone-number';

export interface Values {
  /** The text of a value; empty where there is a finding about it. */
  text(value: Value, check: Check): string;
  /** A variable is found wrong once in the same way, where it first stands. */
  findings(): readonly Finding[];
}

export function createValues(variable: (name: string) => string | undefined): Values {
  const uses = new Map<string, { code: Code; name: string; origins: Origin[] }>();

  const complain = (code: Code, name: string, origin: Origin): void => {
    const key = `${code} ${name}`;
    const use = uses.get(key);
    if (use === undefined) uses.set(key, { code, name, origins: [origin] });
    else if (!use.origins.includes(origin)) use.origins.push(origin);
  };

  return {
    text(value, check) {
      if (value.kind === 'text') return value.text;
      const text = variable(value.name);
      const problem = text === undefined ? 'unset-variable' : check(text);
      if (problem === undefined) return text ?? '';
      complain(problem, value.name, value.origin);
      return '';
    },
    findings: () => [...uses.values()].map(describe),
  };
}

function describe(use: { code: Code; name: string; origins: readonly Origin[] }): Finding {
  const [origin, ...others] = use.origins as [Origin, ...Origin[]];
  const related = others.map((other) => ({ origin: other, message: `$${use.name} is used here` }));
  if (use.code === 'unset-variable') return finding(use.code, origin, use, { related });
  return finding(use.code as SubjectCode, origin, { subject: `$${use.name}` }, { related });
}
