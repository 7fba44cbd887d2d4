import { expect, it } from 'vitest';
import { alice, codesIn, expectNoFix, expectSilenceable, told } from './told.ts';

const unused = alice(`  channel phone voice "+12065550100"
  channel mail email "alice@example.com"
  channel home voice "+12065550102"
  stage 5m < notify phone >
  stage 5m < notify mail >`);

it('a channel that no stage notifies is told at its name', () => {
  expect(told('unused-channel', unused)).toEqual(['4: home: No stage of alice notifies home']);
  expect(codesIn(unused)).toEqual(['unused-channel']);
  expectSilenceable('unused-channel', unused);
  expectNoFix('unused-channel', unused);
});

it('each is told', () => {
  const text = unused.replace('  stage 5m < notify mail >\n', '');
  expect(codesIn(text)).toEqual(['unused-channel', 'unused-channel']);
});

it('a template may notify it', () => {
  const text = unused.replace(
    '  stage 5m < notify phone >',
    '  use rung\n  stage 5m < notify phone >',
  );
  expect(codesIn(`${text}template rung < stage 5m < notify home > >\n`)).toEqual([]);
});

it('where no stage notifies any, that is the one mistake', () => {
  const text = unused.replace(/(\n {2}stage 5m < notify \w+ >){2}/, '');
  expect(codesIn(text)).toEqual(['contact-without-stage']);
});

it('where a name is misspelt, that is the one mistake', () => {
  expect(codesIn(unused.replace('notify mail', 'notify hme'))).toEqual(['dangling-channel']);
  expect(codesIn(unused.replace('notify mail', 'notfy mail'))).toEqual(['unexpected-token']);
  expect(codesIn(unused.replace('stage 5m < notify mail >', 'use pagde'))).toEqual([
    'dangling-template',
  ]);
});

it('it is said of a contact whom nothing pages, but not of one who has no stage yet', () => {
  const idle =
    'contact carol < channel phone voice $C channel mail email $D stage 5m < notify phone > >';
  expect(codesIn(idle)).toEqual(['unused-contact', 'unused-channel']);
  expect(codesIn('contact carol < channel phone voice $C >')).toEqual(['unused-contact']);
});
