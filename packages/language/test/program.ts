/** Any valid program in any layout, from the grammar: for properties that must hold of all of them. */
import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  stringMatching,
  tuple,
} from 'fast-check';

/** A text without errors of syntax; names come from a few, so that some references find theirs. */
export function program(): Arbitrary<string> {
  return tuple(
    constantFrom('', '\ufeff'),
    array(declaration, { maxLength: 6 }),
    gap,
    array(gap, { minLength: 1, maxLength: 50 }),
    gap,
    option(comment, { nil: '' }),
  ).map(
    ([mark, declarations, before, between, behind, last]) =>
      mark + before + layOut(declarations, between) + behind + last,
  );
}

type Words = Arbitrary<readonly string[]>;
type Part = string | Arbitrary<string> | Words;

function words(...parts: readonly Part[]): Words {
  return tuple(...parts.map((part) => (typeof part === 'string' ? constant(part) : part))).map(
    (all) => all.flat(),
  );
}

function maybe(...parts: readonly Part[]): Words {
  return option(words(...parts), { nil: [] });
}

function several(part: Words, minLength: number, maxLength: number): Words {
  return array(part, { minLength, maxLength }).map((all) => all.flat());
}

function block(item: Words): Words {
  return words('<', several(item, 0, 5), '>');
}

const name = oneof(
  constantFrom('alice', 'bob', 'phone', 'mail', 'sre', '2nd-line', 'a_b'),
  constantFrom('contact', 'plan', 'test', 'stage', 'use', 'notify', 'retry', 'voice', 'mon', 'no'),
  stringMatching(/^[a-z_][a-z0-9_-]{0,40}$/),
);
const ref = name.map((text) => `@${text}`);
const text = array(
  constantFrom(
    'a',
    'Z',
    ' ',
    '  ',
    '#',
    '<',
    '>',
    'ü',
    '🎉',
    '\t',
    '\\"',
    '\\\\',
    '\\n',
    '\\u{41}',
  ),
  { maxLength: 40 },
).map((parts) => `"${parts.join('')}"`);
const value = oneof(text, constantFrom('$ALICE_SMS', '$B'));
const count = integer({ min: 0, max: 40 }).map(String);
const duration = constantFrom('0m', '5m', '05m', '90s', '1h30m', '2d', '1w');
const twoDigits = (max: number) =>
  integer({ min: 0, max }).map((number) => `${number}`.padStart(2, '0'));
const time = tuple(twoDigits(23), twoDigits(59)).map((parts) => parts.join(':'));
const dateTime = tuple(
  constantFrom('2026-01-05', '2024-02-29'),
  time,
  constantFrom('', ':30', 'Z', '-05:00', '+05:30'),
).map(([date, clock, offset]) => `${date}T${clock}${offset}`);
const day = constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');

const tag = words('tag', oneof(name, text), text);
const alias = words('alias', text);
const target = oneof(
  words('notify', name, maybe('retry', duration)),
  words('notify', ref, maybe('essential')),
);
const stage = words('stage', duration, block(target));
const channel = words(
  words('channel', name, maybe(text)),
  constantFrom('voice', 'sms', 'email'),
  value,
  maybe('deferred'),
);
const rotationItem = oneof(
  words('zone', text),
  words('start', dateTime),
  words('members', several(words(ref), 1, 30)),
  words('on-call', count),
  words('daily', several(words(time), 1, 3)),
  words('weekly', several(words(day, time), 1, 3)),
  words('monthly', several(words(count, time), 1, 3)),
  words('every', count),
  words('cover', day, maybe('..', day), several(words(time, '..', time), 1, 3)),
  words('override', dateTime, '..', dateTime, '<', several(words(ref), 0, 8), '>'),
  tag,
);
const expectation = oneof(words('expect', ref, 'within', duration), words('expect', 'no', ref));

const declaration = oneof(
  words(
    words('project', name),
    block(
      oneof(
        words('account', value),
        words('region', value),
        words('lint', name, constantFrom('error', 'warning', 'off')),
        tag,
      ),
    ),
  ),
  words('contact', name, maybe(text), block(oneof(channel, stage, words('use', name), alias, tag))),
  words('template', name, block(stage)),
  words('plan', name, maybe(text), block(oneof(stage, stage, alias, tag))),
  words('schedule', name, maybe(text), block(oneof(words('rotation', ref), alias, tag))),
  words('rotation', name, maybe(text), block(rotationItem)),
  words('extern', 'contact', name, value),
  words(
    'test',
    text,
    block(
      oneof(
        words('page', ref, 'at', dateTime, text),
        words('ack', ref, 'after', duration),
        expectation,
      ),
    ),
  ),
);

const blank = constantFrom('', ' ', '  ', '\t');
const lineEnd = constantFrom('\n', '\n', '\r\n', '\r');
const comment = array(
  constantFrom(
    ' ',
    'a',
    '#',
    '<',
    '>',
    '"',
    'ü',
    '🎉',
    '\t',
    'contact a <',
    '# oncall-ignore b: c',
  ),
  { maxLength: 5 },
).map((parts) => `#${parts.join('')}`);

/** What stands between two words: nothing, blanks, line ends, comments. */
const gap = oneof(
  { weight: 4, arbitrary: blank },
  {
    weight: 1,
    arbitrary: array(
      oneof(
        { weight: 2, arbitrary: tuple(blank, lineEnd) },
        { weight: 1, arbitrary: tuple(blank, comment, lineEnd) },
      ),
      { minLength: 1, maxLength: 3 },
    ).chain((lines) => blank.map((indent) => lines.flat().join('') + indent)),
  },
);

function layOut(declarations: readonly (readonly string[])[], gaps: readonly string[]): string {
  let laidOut = '';
  let count = 0;
  let before = '<';
  for (const declared of declarations) {
    for (const [index, word] of declared.entries()) {
      let between = gaps[count++ % gaps.length] as string;
      const mustStayOnItsLine = index > 0 && seemsToDeclare(word, declared[index + 1]);
      if (mustStayOnItsLine && /[\n\r]/.test(between)) between = ' ';
      laidOut += between === '' && wouldJoin(before, word) ? ` ${word}` : between + word;
      before = word;
    }
  }
  return laidOut;
}

/** Whether two words, at a line's start, would begin a declaration. */
function seemsToDeclare(word: string, next = ''): boolean {
  return (
    /^(project|contact|template|plan|schedule|rotation|extern|test)$/.test(word) &&
    !/^[@<>]/.test(next)
  );
}

function wouldJoin(before: string, word: string): boolean {
  return !/[<>".]$/.test(before) && !/^[<>".@$]/.test(word);
}
