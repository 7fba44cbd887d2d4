/**
 * What an editor knows of a file without a server: comments, brackets, words, indentation and
 * folding, in the form of VS Code, which others read too.
 */
import { character } from './scopes.ts';

export function languageConfiguration(): object {
  return {
    comments: { lineComment: '#' },
    brackets: [['<', '>']],
    colorizedBracketPairs: [['<', '>']],
    autoClosingPairs: [
      { open: '<', close: '>', notIn: ['string', 'comment'] },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
    ],
    surroundingPairs: [
      ['<', '>'],
      ['"', '"'],
    ],
    autoCloseBefore: ' \n\t>',
    wordPattern: { pattern: `[@$]?${character}+`, flags: 'u' },
    indentationRules: {
      increaseIndentPattern: `^${code}<[^<>"#]*(?:#.*)?$`,
      decreaseIndentPattern: '^\\s*>',
    },
    onEnterRules: [
      // Between `<` and `>`: the `>` goes on a line of its own.
      {
        beforeText: `^${code}<\\s*$`,
        afterText: '^\\s*>',
        action: { indent: 'indentOutdent' },
      },
      // A comment that is broken goes on.
      { beforeText: '^\\s*#.*', afterText: '\\S', action: { indent: 'none', appendText: '# ' } },
    ],
    folding: {
      markers: { start: '^\\s*#\\s*region\\b', end: '^\\s*#\\s*endregion\\b' },
    },
  };
}

/** A line's beginning without comment, its texts whole. */
const code = String.raw`(?:[^"#]|"(?:[^"\\]|\\.)*")*`;
