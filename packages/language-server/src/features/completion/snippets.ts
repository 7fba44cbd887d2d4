/** Whole declarations and items, with places to fill in; in the one form of the language. */
import type { DeclarationKind } from '@oncall/language';

/** Of what a word begins in a declaration of a kind, or at the top; `undefined`: the word will do. */
export function snippetOf(word: string, within: DeclarationKind | undefined): string | undefined {
  const form = forms[within === undefined ? word : `${within} ${word}`];
  return form === undefined ? undefined : inProtocol(form);
}

/** `{5m}` to `${1:5m}`, `{a|b}` to a choice; places of the same text are filled in together. */
function inProtocol(form: string): string {
  const numbers = new Map<string, number>();
  return form.replace(/\{([^}]*)\}/g, (_place, text: string) => {
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    if (text === '') return `$${number}`;
    return text.includes('|')
      ? `\${${number}|${text.replaceAll('|', ',')}|}`
      : `\${${number}:${text}}`;
  });
}

const day = '{mon|tue|wed|thu|fri|sat|sun}';
const stageOfContact = 'stage {5m} < notify {phone} >';

const forms: Readonly<Record<string, string>> = {
  project: 'project {name} < region "{us-east-2}" >',
  contact: `contact {name} "{Display Name}" <
  channel {phone} voice "+{}"
  ${stageOfContact}
>`,
  template: `template {name} < ${stageOfContact} >`,
  plan: 'plan {name} < stage {10m} < notify @{contact} essential > >',
  schedule: 'schedule {name} < rotation @{rotation} >',
  rotation: `rotation {name} <
  zone "{UTC}"
  start {2026-01-05T09:00}
  members @{contact}
  weekly ${day} {09:00}
>`,
  extern: 'extern contact {name} "{arn}"',
  test: `test "{what is to happen}" <
  page @{plan} at {2026-01-05T03:00} "{UTC}"
  expect @{contact} within {5m}
>`,
  'project account': 'account "{}"',
  'project region': 'region "{us-east-2}"',
  'contact channel': 'channel {phone} {voice|sms|email} "{}"',
  'contact stage': stageOfContact,
  'template stage': stageOfContact,
  'plan stage': 'stage {10m} < notify @{contact} essential >',
  'rotation zone': 'zone "{UTC}"',
  'rotation weekly': `weekly ${day} {09:00}`,
  'rotation cover': 'cover {mon}..{fri} {09:00}..{17:00}',
  'rotation override': 'override {2026-01-05T09:00}..{2026-01-06T09:00} < @{contact} >',
  'test page': 'page @{plan} at {2026-01-05T03:00} "{UTC}"',
  'test ack': 'ack @{contact} after {5m}',
  'test expect': 'expect @{contact} within {5m}',
};
