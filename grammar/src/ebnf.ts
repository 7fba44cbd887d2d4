/** Rules of the grammar as EBNF, in the notation of the language's pages. */
import type { Expression, GrammarRule } from '@oncall/language/grammar';

/** A rule's text, its `=` in the column given, in lines of at most 80 characters. */
export function ebnf({ name, body }: GrammarRule, column = name.length + 1): string {
  const head = `${name.padEnd(column)}= `;
  const indent = ' '.repeat(column);
  const lines: string[] = [];
  let line = head;
  for (const word of `${notation(body)} ;`.split(/(?<![|([{]) (?![)\]};])/)) {
    if (line.length + word.length > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = word.startsWith('|') ? indent : `${indent}  `;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}

const width = 80;

function notation(expression: Expression): string {
  switch (expression.kind) {
    case 'sequence':
      return expression.parts.map(operand).join(' ');
    case 'choice':
      return expression.parts.map(notation).join(' | ');
    case 'optional':
      return `[ ${notation(expression.part)} ]`;
    case 'repetition': {
      const repeated = `{ ${notation(expression.part)} }`;
      return expression.least === 0 ? repeated : `${operand(expression.part)} ${repeated}`;
    }
    case 'word':
      return `"${expression.text}"`;
    default:
      return expression.name;
  }
}

function operand(expression: Expression): string {
  return expression.kind === 'choice' ? `( ${notation(expression)} )` : notation(expression);
}
