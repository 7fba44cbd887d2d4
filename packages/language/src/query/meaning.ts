/** What each word of the language means, for people who meet it in a file. */
import { type Expression, grammar } from '../syntax/grammar.ts';
import type { DeclarationKind } from './expected-thing.ts';

export interface Meaning {
  /** What it stands with, as the grammar has it; of words that begin something. */
  readonly form: string | undefined;
  readonly text: string;
}

/** Takes a word, and the kind of declaration that it stands in. */
export function meaningOf(word: string, within?: DeclarationKind): Meaning | undefined {
  const text = own(`${within} ${word}`) ?? own(word);
  if (text === undefined) return undefined;
  forms ??= readForms();
  return { form: forms.get(`${within} ${word}`) ?? forms.get(word), text };
}

function own(key: string): string | undefined {
  return Object.hasOwn(meanings, key) ? meanings[key] : undefined;
}

const day = (name: string): string => `${name}, as a day of hand-offs or of coverage.`;

/** By word; with the kind it stands in before it, where it means several things. */
const meanings: Readonly<Record<string, string>> = {
  project:
    'Names the project, which is this folder with those below it, and holds what all of it shares. Stands once, and may be left out.',
  account: 'A guard: plan and apply refuse to run against any other AWS account.',
  region: 'A guard: plan and apply refuse to run in any other Region.',
  lint: 'Sets what a warning or an information counts as in this project. An error stays an error.',
  error: 'Counts as an error, which stops compilation.',
  warning: 'Counts as a warning, which stops nothing.',
  off: 'Is not told at all.',
  contact:
    'A person: the ways to reach them, and the stages in which those are tried. The name is the alias in AWS, the text behind it the display name.',
  'extern contact': 'A contact or schedule that is looked after elsewhere.',
  extern:
    'A name for a contact or schedule that is looked after elsewhere: it can be notified, and nothing is made, changed or deleted for it.',
  channel:
    'A way to reach this contact. AWS sends it a code once, and uses it after the person has given the code back.',
  voice: 'Calls a phone number: + and the country code, 8 to 15 digits in all.',
  sms: 'Sends a text message to a phone number: + and the country code, 8 to 15 digits in all.',
  email: 'Sends a mail.',
  deferred: 'Puts off sending the activation code of this channel.',
  stage:
    'Engages its targets at once; the next stage starts when its time, 0 to 30 whole minutes, has passed. Without targets it waits.',
  notify: 'Engages a channel of this contact.',
  'plan notify': 'Engages a contact, or whoever is on call in a schedule.',
  retry:
    'How often the channel is tried again within the stage where sending failed: 0 to 60 whole minutes.',
  essential: 'An acknowledgement by this contact stops the plan: later stages do not start.',
  use: 'Puts the stages of a template here.',
  template: 'Stages that several contacts share, each by use.',
  plan: 'An escalation plan: its stages notify contacts and schedules, one after the other, until someone answers.',
  schedule:
    'Who is on call: the people of one rotation or more. Where a plan notifies it, all on call at that moment are engaged.',
  rotation: 'People who take turns at being on call.',
  'schedule rotation': 'A rotation of this schedule.',
  zone: 'The IANA time zone of all times in this rotation.',
  start: 'From when on the rotation holds: nobody is on call before. Need not be a hand-off.',
  members: 'Who takes turns, in this order: 1 to 30.',
  'on-call': 'How many are on call at once; 1 where it is not written.',
  daily: 'Hand-offs every day at these times.',
  weekly: 'Hand-offs every week on these days and times.',
  monthly: 'Hand-offs every month on these days and times; a day that a month lacks is its last.',
  every: 'Hand-offs only every so many days, weeks or months, counted from the start.',
  cover:
    'On call only in these windows; turns pass all the same. One that ends when it starts, or before, runs past midnight.',
  override: 'Who is on call from one time to another in the place of all others; < > is nobody.',
  alias:
    'The alias in AWS, where the name will not do. AWS cannot change it: another is a new contact.',
  tag: 'A tag that AWS keeps with what is made of this.',
  'project tag': 'A tag that AWS keeps with all that is made of this project.',
  test: 'Says who is to be paged when. It is run by oncall test, and nothing is made of it.',
  page: 'What is paged in this test, when, and by the clocks of which zone.',
  at: 'When the page comes.',
  ack: 'A contact acknowledges so long after the page.',
  after: 'How long after the page.',
  expect: 'Who is to be engaged, by when after the page, or never.',
  within: 'How long after the page at most.',
  no: 'Is never engaged.',
  mon: day('Monday'),
  tue: day('Tuesday'),
  wed: day('Wednesday'),
  thu: day('Thursday'),
  fri: day('Friday'),
  sat: day('Saturday'),
  sun: day('Sunday'),
};

let forms: ReadonlyMap<string, string> | undefined;

/** By the word that a rule begins with; the item of that word has its block's kind before it. */
function readForms(): ReadonlyMap<string, string> {
  const rules = new Map(grammar().map(({ name, body }) => [name, body]));
  const found = new Map<string, string>();
  for (const [name, body] of rules) {
    const first = body.kind === 'sequence' ? body.parts[0] : undefined;
    if (first?.kind !== 'word') continue;
    const word = name === 'rotationReference' ? `schedule ${first.text}` : first.text;
    found.set(word, print(body));
  }
  return found;
}

function print(expression: Expression): string {
  switch (expression.kind) {
    case 'sequence':
      return expression.parts.map(grouped).join(' ').replaceAll(' .. ', '..');
    case 'choice':
      return expression.parts.map(print).join(' | ');
    case 'optional':
      return `[${print(expression.part).replace('.. ', '..')}]`;
    case 'repetition':
      // What a block may hold is told at each of its items.
      return expression.least === 0 ? '…' : `${grouped(expression.part)} …`;
    case 'word':
      return expression.text;
    default:
      return expression.name;
  }
}

function grouped(expression: Expression): string {
  return expression.kind === 'choice' ? `(${print(expression)})` : print(expression);
}
