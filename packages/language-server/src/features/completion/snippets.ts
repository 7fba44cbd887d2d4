/** Whole declarations and items, with places to fill in; in the one form of the language. */
import type { DeclarationKind } from '@oncall/language';

/** Of what a word begins in a declaration of a kind, or at the top; `undefined`: the word will do. */
export function snippetOf(word: string, within: DeclarationKind | undefined): string | undefined {
  return snippets[within === undefined ? word : `${within} ${word}`];
}

const stageOfContact = 'stage ${1:5m} < notify ${2:phone} >';

const snippets: Readonly<Record<string, string>> = {
  project: [
    'project ${1:name} <',
    '  region "${2:us-east-2}"',
    '  tag ${3:team} "${4:sre}"',
    '>',
  ].join('\n'),
  contact: [
    'contact ${1:name} "${2:Display Name}" <',
    '  channel ${3:phone} voice "+$4"',
    '  stage ${5:5m} < notify ${3:phone} >',
    '>',
  ].join('\n'),
  template: 'template ${1:name} < stage ${2:5m} < notify ${3:phone} > >',
  plan: 'plan ${1:name} < stage ${2:10m} < notify @${3:name} essential > >',
  schedule: 'schedule ${1:name} < rotation @${2:name} >',
  rotation: [
    'rotation ${1:name} <',
    '  zone "${2:UTC}"',
    '  start ${3:2026-01-05T09:00}',
    '  members @${4:name}',
    '  weekly ${5|mon,tue,wed,thu,fri,sat,sun|} ${6:09:00}',
    '>',
  ].join('\n'),
  extern: 'extern contact ${1:name} "${2:arn}"',
  test: [
    'test "${1:what is to happen}" <',
    '  page @${2:name} at ${3:2026-01-05T03:00} "${4:UTC}"',
    '  expect @${5:name} within ${6:5m}',
    '>',
  ].join('\n'),
  'project account': 'account "$1"',
  'project region': 'region "${1:us-east-2}"',
  'contact channel': 'channel ${1:phone} ${2|voice,sms,email|} "$3"',
  'contact stage': stageOfContact,
  'template stage': stageOfContact,
  'plan stage': 'stage ${1:10m} < notify @${2:name} essential >',
  'rotation zone': 'zone "${1:UTC}"',
  'rotation weekly': 'weekly ${1|mon,tue,wed,thu,fri,sat,sun|} ${2:09:00}',
  'rotation cover': 'cover ${1:mon}..${2:fri} ${3:09:00}..${4:17:00}',
  'rotation override': 'override ${1:2026-01-05T09:00}..${2:2026-01-06T09:00} < @${3:name} >',
  'test page': 'page @${1:name} at ${2:2026-01-05T03:00} "${3:UTC}"',
  'test ack': 'ack @${1:name} after ${2:5m}',
  'test expect': 'expect @${1:name} within ${2:5m}',
};
