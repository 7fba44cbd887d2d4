import type { Severity } from '@oncall/language';
import type { Command, NameKinds } from '../command-line/command.ts';
import { type Candidate, type LookUp, offer } from '../command-line/completion/offer.ts';
import { exitCodes } from '../exit.ts';
import { visible } from '../terminal/visible.ts';

/** Answers a shell; whatever is wrong, it says nothing, since a person is typing. */
export const complete: Command = {
  async run(invocation, { cwd, terminal, commands }) {
    const typed = { before: invocation.arguments, current: invocation.value('current') ?? '' };
    const found = await offer(typed, commands, lookUpIn(cwd));
    const lines =
      typeof found === 'string'
        ? [`:${found}`]
        : found.map(({ value, text }) => `${value}\t${visible(text)}`);
    terminal.out.writeExact(lines.map((line) => `${line}\n`).join(''));
    return exitCodes.fine;
  },
};

/** Each loads the language only when a shell asks for what it knows. */
function lookUpIn(cwd: string): LookUp {
  return {
    async names(kinds) {
      return namesIn(cwd, kinds);
    },
    async codes() {
      return codesWith(() => true);
    },
    async changeableCodes() {
      return codesWith((severity) => severity !== 'error');
    },
    async zones() {
      const { zoneNames } = await import('@oncall/language');
      return zoneNames().map((value) => ({ value, text: '' }));
    },
  };
}

async function codesWith(isWanted: (severity: Severity) => boolean): Promise<readonly Candidate[]> {
  const { codes, severityOf } = await import('@oncall/language');
  return codes
    .map((value) => ({ value, text: severityOf(value) }))
    .filter(({ text }) => isWanted(text));
}

/** Also of a project that has errors, as one does that is being written. */
async function namesIn(cwd: string, kinds: NameKinds): Promise<readonly Candidate[]> {
  const { analyze, declaredNames } = await import('@oncall/language');
  const { findProjects } = await import('../files/projects.ts');
  try {
    const analyses = findProjects(['.'], cwd).map(({ files }) => analyze(files));
    const declared = analyses.flatMap((analysis) => [
      ...declaredNames(analysis, 'person'),
      ...declaredNames(analysis, 'rotation'),
    ]);
    const wanted: readonly string[] = kinds;
    return declared
      .filter(({ kind }) => wanted.includes(kind))
      .map(({ kind, name, label }) => ({ value: `@${name}`, text: label ?? kind }))
      .sort((a, b) => (a.value < b.value ? -1 : 1));
  } catch {
    return [];
  }
}
