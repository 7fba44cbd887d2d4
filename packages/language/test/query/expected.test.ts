import { describe, expect, it } from 'vitest';
import { analyze, createSourceFile } from '../../src/index.ts';
import { expectedAt } from '../../src/query/expected.ts';
import type { ExpectedThing } from '../../src/query/expected-thing.ts';
import { cursorIn } from '../cursor.ts';
import { examples } from '../examples.ts';

const path = 'main.oncall';

/** What is expected at the cursor, in short; before it, in brackets, what it would replace. */
function expectedIn(picture: string): string {
  const { text, offset } = cursorIn(picture);
  const analysis = analyze([createSourceFile(path, text)]);
  const { span, inside, open, things } = expectedAt(analysis, path, offset);
  const replaced = span.start === span.end ? '' : `[${text.slice(span.start, span.end)}] `;
  const where = inside === 'text' ? '' : `in a ${open ? 'broken ' : ''}${inside}: `;
  return where + replaced + things.map(short).join(' ');
}

function short(thing: ExpectedThing): string {
  switch (thing.kind) {
    case 'declaration':
    case 'item':
    case 'word':
      return thing.word;
    case 'person':
      return `@(${thing.kinds.join('|')}${but(thing.named)})`;
    case 'rotation':
    case 'template':
    case 'code':
    case 'tag-key':
      return `${thing.kind}(${but(thing.named).trim()})`;
    case 'channel':
      return `channel(${thing.channels?.map(({ name }) => name).join('|') ?? 'any'}${but(thing.named)})`;
    case 'new-name':
      return thing.names.join('|');
    case 'tag-value':
      return `tag-value(${thing.key})`;
    case 'duration':
    case 'time':
    case 'date-time':
    case 'integer':
    case 'variable':
      return `${thing.kind}(${thing.of})`;
    default:
      return thing.kind;
  }
}

function but(named: ReadonlySet<string>): string {
  return named.size === 0 ? '' : ` but ${[...named].join(', ')}`;
}

const declarations = 'project contact plan schedule rotation template extern test';

describe('expectedAt', () => {
  it.each([
    ['┆', declarations],
    ['con┆', `[con] ${declarations}`],
    ['con┆tact alice <\n>\n', `[contact] ${declarations}`],
    ['contact ┆', ''],
    ['contact ┆\nplan p <\n  stage 5m < notify @zoe >\n  stage 5m < notify @zoe >\n>', 'zoe'],
    ['contact ┆ < >\nplan p < stage 5m < notify @zoe > >', 'zoe'],
    ['rotation ┆ < >\nschedule s < rotation @first >', 'first'],
    ['contact alice < ┆ >', 'channel stage use alias tag'],
    ['contact alice <\n  ch┆\n  stage 5m < >\n>', '[ch] channel stage use alias tag'],
    ['contact alice <\n  al┆ias "x"\n>', '[alias] channel stage use alias tag'],
    ['contact alice <\n  alias "x"\n  ┆\n>', 'channel stage use tag'],
    ['contact alice <\n  ┆\n  alias "x"\n>', 'channel stage use tag'],
    ['contact alice < channel phone ┆ >', 'voice sms email'],
    ['contact alice < channel phone voice ┆ >', 'variable(channel)'],
    ['contact alice < channel phone voice $AL┆ >', '[$AL] variable(channel)'],
    ['contact alice < channel phone voice $┆ >', '[$] variable(channel)'],
    ['contact alice < channel phone voice "+1┆" >', 'in a string: [+1] '],
    [
      'contact alice <\n  channel phone voice "+1"\n  channel mail email "x"\n  stage 5m < notify ┆ >\n>',
      'channel(phone|mail)',
    ],
    [
      'contact alice <\n  stage 5m <\n    notify phone\n    notify m┆\n  >\n  channel phone voice "+1"\n  channel mail email "x"\n>',
      '[m] channel(phone|mail but phone)',
    ],
    ['contact alice < use ┆ >', 'template()'],
    ['contact alice <\n  use a\n  use b┆\n>', '[b] template(but a)'],
    ['contact alice < tag ┆ >', 'tag-key()'],
    ['contact alice < tag team "s┆" >', 'in a string: [s] tag-value(team)'],
    ['contact alice < tag "te┆am" "s" >', 'in a string: [team] '],
    ['template paged < stage 5m < notify ┆ > >', 'channel(any)'],
    ['template paged < ┆ >', 'stage'],
    ['plan sre < stage ┆ >', 'duration(stage)'],
    ['plan sre < stage 5┆m < > >', '[5m] duration(stage)'],
    ['plan sre < stage 5m < notify ┆ > >', '@(contact|schedule|extern)'],
    ['plan sre < stage 5m < notify @┆ > >', '[@] @(contact|schedule|extern)'],
    ['plan sre < stage 5m < notify @al┆ice > >', '[@alice] @(contact|schedule|extern)'],
    [
      'plan sre <\n  stage 5m <\n    notify @bob\n    notify @al┆ice\n  >\n>',
      '[@alice] @(contact|schedule|extern but bob)',
    ],
    ['plan sre < stage 5m < notify @alice ┆ > >', 'essential notify'],
    ['contact a < stage 5m < notify phone ┆ > >', 'retry notify'],
    ['contact a < stage 5m < notify phone retry ┆ > >', 'duration(notify)'],
    ['schedule s < rotation ┆ >', 'rotation()'],
    ['schedule s <\n  rotation p┆\n>', '[p] rotation()'],
    ['schedule s <\n  rotation @a\n  rotation ┆\n>', 'rotation(but a)'],
    [
      'rotation r <\n  zone "UTC"\n  daily 09:00\n  ┆\n>',
      'time(daily) start members on-call every cover override tag',
    ],
    ['rotation r <\n  zone "Eu┆rope/"\n>', 'in a string: [Europe/] zone'],
    ['rotation r <\n  zone "Eu┆ > \n  daily 09:00\n>', 'in a broken string: [Eu] zone'],
    ['rotation r <\n  zone ┆\n>', 'zone'],
    [
      'rotation r < members @a @b┆ @c >',
      '[@b] @(contact|extern but a, c) zone start on-call every daily weekly monthly cover override tag',
    ],
    ['rotation r < weekly ┆ >', 'day'],
    ['rotation r < weekly mon ┆ >', 'time(weekly)'],
    ['rotation r < cover mon..┆ >', 'day'],
    ['rotation r < override 2026-01-05T09:00..2026-01-06T09:00 < @┆ > >', '[@] @(contact|extern)'],
    ['project p < lint ┆ >', 'code()'],
    ['project p <\n  lint unused-contact off\n  lint un┆\n>', '[un] code(but unused-contact)'],
    ['project p < lint unused-contact ┆ >', 'error warning off'],
    ['test "x" < page ┆ >', '@(plan|schedule|contact|extern)'],
    ['test "x" < page @a at 2026-01-05T09:00 ┆ >', 'zone'],
    ['test "x" <\n  page @a at 2026-01-05T09:00 "UTC"\n  ┆\n>', 'ack expect'],
    ['test "x" < expect ┆ >', 'no @(contact|schedule|extern)'],
    ['test "x" < expect @a within ┆ >', 'duration(expect)'],
    ['extern ┆', 'contact'],
    ['extern contact d ┆', 'variable(extern)'],
    ['# ┆', 'in a comment: ignore'],
    ['# oncall-ig┆', 'in a comment: [oncall-ig] ignore'],
    ['# oncall-ignore ┆', 'in a comment: code()'],
    ['# oncall-ignore unu┆sed-contact: why', 'in a comment: [unused-contact] code()'],
    ['# oncall-ignore unused-contact: wh┆y', 'in a comment: '],
    ['# anyone on call ┆', 'in a comment: '],
  ])('at %j', (picture, expected) => {
    expect(expectedIn(picture)).toBe(expected);
  });

  it.each([
    ['contact alice <\n  channel phone voice "+1"\n\ncon┆\n', 'channel stage use alias tag'],
    ['contact alice < stage 5x < notify phone\n  ┆\n', 'retry notify'],
    ['plan sre < stage 5m < notify junk junk\n  ┆\n', 'notify'],
    ['plan a <\n  stage 5m < notify @b\n\nplan c < ┆ >', 'stage alias tag'],
  ])('is right in broken text: %j', (picture, expected) => {
    expect(expectedIn(picture).replace(/^\[\w+\] /, '')).toContain(expected);
  });

  it('lets a declaration begin at the start of a line below a block without its >', () => {
    expect(expectedIn('contact alice <\n  channel phone voice "+1"\n\npl┆\n')).toContain(
      declarations,
    );
    expect(expectedIn('contact alice <\n  channel phone voice "+1"\n  ┆\n>\n')).not.toContain(
      'plan',
    );
  });

  it('never throws, and what it would replace holds the offset', () => {
    for (const file of examples.flat()) {
      const analysis = analyze([file]);
      for (let offset = 0; offset <= file.text.length; offset++) {
        const { span } = expectedAt(analysis, file.path, offset);
        expect(span.start <= offset && offset <= span.end).toBe(true);
      }
    }
  });
});
