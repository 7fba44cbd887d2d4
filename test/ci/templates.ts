/** The pipelines of docs/ci.md and the action, taken apart into what each service would run. */
import { parse } from 'yaml';
import { page } from '../docs/markdown.ts';

/** Shell scripts of a pipeline; each is run by a shell of its own, one after the other. */
export interface Pipeline {
  readonly check: readonly string[];
  readonly plan: readonly string[];
  readonly apply: readonly string[];
}

export function gitlab(): Pipeline {
  const file = parse(shown('gitlab')) as Readonly<Record<string, { readonly script: string[] }>> & {
    readonly default: { readonly before_script: readonly string[] };
  };
  const job = (name: string) => {
    const lines = [...file.default.before_script, ...(file[name]?.script ?? [])];
    return [['set -eo pipefail', ...lines].join('\n')];
  };
  return { check: job('check'), plan: job('plan'), apply: job('apply') };
}

export function buildkite(): Pipeline {
  interface Step {
    readonly label: string;
    readonly command: string;
  }
  const { steps } = parse(shown('buildkite')) as { readonly steps: readonly (Step | 'wait')[] };
  const step = (name: string) => {
    const found = steps.find((it): it is Step => it !== 'wait' && it.label === name);
    if (found === undefined) throw new Error(`there is no step ${name}`);
    // As the agent reads it: `$$` is a `$` that it leaves to the shell.
    return [`set -e\n${found.command.replaceAll('$$', '$')}`];
  };
  return { check: step('check'), plan: step('plan'), apply: step('apply') };
}

export function jenkins(): Pipeline {
  const stages = shown('jenkins')
    .split(/^ {4}stage\('/m)
    .slice(1);
  const stage = (name: string) => {
    const text = stages.find((it) => it.startsWith(`${name}'`)) ?? '';
    return [...text.matchAll(/^\s*sh '(.*)'$/gm)].map(([, line]) => `set -e\n${line}`);
  };
  return { check: stage('check'), plan: stage('plan'), apply: stage('apply') };
}

export interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly required?: boolean; readonly default?: string }>
  >;
  readonly runs: {
    readonly steps: readonly {
      readonly name: string;
      readonly if?: string;
      readonly shell: string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }[];
  };
}

export function action(): Action {
  return parse(page('ci/github/action.yml').text) as Action;
}

/** A block of docs/ci.md, by what stands above it. */
export function shown(name: string): string {
  const block = new RegExp(`<!-- tried: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(
    page('docs/ci.md').text,
  );
  if (block === null) throw new Error(`docs/ci.md has no block "${name}".`);
  return block[1] as string;
}
