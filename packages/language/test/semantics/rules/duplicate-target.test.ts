import { expect, it } from 'vitest';
import { alice, codesIn, expectFixed, expectNoFix, expectSilenceable, pair, told } from './told.ts';

const twice = pair.replace(
  '< notify @bob essential >',
  '<\n    notify @bob essential\n    notify @bob essential\n  >',
);
const once = twice.replace('    notify @bob essential\n', '');

it('the second is told, and its fix removes it', () => {
  expect(told('duplicate-target', twice)).toEqual(['19: @bob: This stage notifies bob already']);
  expect(codesIn(twice)).toEqual(['duplicate-target']);
  expectSilenceable('duplicate-target', twice);
  expectFixed('duplicate-target', twice, 'Remove it', once);
});

it('of two the one that is essential stays', () => {
  const second = 'notify @bob essential\n    notify @bob essential';
  const text = (pairOf: string) => twice.replace(second, pairOf);
  const less = text('notify @bob\n    notify @bob essential');
  expectFixed('duplicate-target', less, 'Remove the first', once);
  expectFixed(
    'duplicate-target',
    text('notify @bob essential\n    notify @bob'),
    'Remove it',
    once,
  );
});

it('it is mended on one line too', () => {
  const text = pair.replace('notify @bob essential', 'notify @bob essential notify @bob');
  expectFixed('duplicate-target', text, 'Remove it', pair);
  const first = pair.replace('notify @bob essential', 'notify @bob notify @bob essential');
  expectFixed('duplicate-target', first, 'Remove the first', pair);
});

it('a channel may stand once in a stage too, where it is written', () => {
  const items = (stages: string) => `  channel phone voice $A\n  channel text sms $A\n  ${stages}`;
  const own = (targets: string) => alice(items(`stage 5m < notify text ${targets} >`));
  const text = own('notify phone notify phone');
  expect(told('duplicate-target', text)).toEqual(['4: phone: This stage notifies phone already']);
  expectFixed('duplicate-target', text, 'Remove it', own('notify phone'));
  const shared = `${alice(items('use paged'))}template paged < stage 5m < notify text notify phone notify phone > >`;
  expect(told('duplicate-target', shared)).toEqual([
    '16: phone: This stage notifies phone already',
  ]);
  expect(codesIn(shared)).toEqual(['duplicate-target']);
  // Which of the two is meant, none can tell.
  expectNoFix('duplicate-target', own('notify phone notify phone retry 2m'));
});

it('two stages may have the same target', () => {
  expect(codesIn(pair.replace('@bob essential >', '@bob essential notify @alice >'))).toEqual([]);
});

it('a comment is not taken out', () => {
  expectNoFix('duplicate-target', twice.replace('essential\n  >', 'essential # to be sure\n  >'));
});
