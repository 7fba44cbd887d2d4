/** All files that are made from the grammar, by their paths from the repository's root. */
import { decisionsText, type GrammarRule, grammar, rulesIn } from '@oncall/language/grammar';
import { ebnf } from './ebnf.ts';
import { languageConfiguration } from './language-configuration.ts';
import { railroad } from './railroad.ts';
import { textMate } from './text-mate.ts';

export const languagePage = 'docs/language.md';

/** Given the language's page as it stands: the grammar in it is written anew. */
export function generatedFiles(page: string): ReadonlyMap<string, string> {
  const rules = grammar();
  const text = wholeGrammar(rules);
  return new Map([
    ['grammar/oncall.ebnf', `(* ${notice} *)\n\n${text}`],
    ['grammar/diagrams.md', diagramsPage(rules)],
    ['packages/language/src/syntax/decisions.ts', decisionsText()],
    ...rules.map((rule): [string, string] => [
      `grammar/diagrams/${rule.name}.svg`,
      railroad(rule.name, rule.body),
    ]),
    [
      'grammar/oncall.tmLanguage.json',
      json({ information_for_contributors: [notice], ...textMate(rules) }),
    ],
    ['grammar/language-configuration.json', json(languageConfiguration())],
    [languagePage, withGrammar(page, text)],
  ]);
}

const notice = 'Generated from the parser by `pnpm generate`.';

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function wholeGrammar(rules: readonly GrammarRule[]): string {
  const column = Math.max(...rules.map(({ name }) => name.length)) + 1;
  const declarations = new Set(
    rules.flatMap(({ name, body }) => (name === 'declaration' ? rulesIn(body) : [])),
  );
  return rules
    .map((rule) => `${declarations.has(rule.name) ? '\n' : ''}${ebnf(rule, column)}\n`)
    .join('');
}

function diagramsPage(rules: readonly GrammarRule[]): string {
  return [
    `<!-- ${notice} -->`,
    '',
    '# Railroad diagrams',
    '',
    'One a rule, to be read from left to right along any way the track allows. Blue is',
    'written as it stands, brown is a token of that class, grey is a rule of its own.',
    `What the classes are is said in [the language](../${languagePage}#text).`,
    ...rules.flatMap((rule) => section(rule, rules)),
    '',
  ].join('\n');
}

function section(rule: GrammarRule, rules: readonly GrammarRule[]): readonly string[] {
  const users = rules.filter(({ body }) => rulesIn(body).includes(rule.name));
  const links = users.map(({ name }) => `[${name}](#${name.toLowerCase()})`);
  return [
    '',
    `## ${rule.name}`,
    '',
    `![The rule ${rule.name} as a railroad diagram](diagrams/${rule.name}.svg)`,
    '',
    '```ebnf',
    ebnf(rule),
    '```',
    ...(links.length === 0 ? [] : ['', `Used in ${links.join(', ')}.`]),
  ];
}

/** The page with what stands between its two markers replaced. */
function withGrammar(page: string, text: string): string {
  const begin = '<!-- generated grammar -->\n';
  const from = page.indexOf(begin) + begin.length;
  const to = page.indexOf('<!-- end of the generated grammar -->', from);
  if (from < begin.length || to < 0)
    throw new Error(`${languagePage} lacks the grammar's markers.`);
  return `${page.slice(0, from)}\n\`\`\`ebnf\n${text}\`\`\`\n\n${page.slice(to)}`;
}
