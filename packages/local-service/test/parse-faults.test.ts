import { expect, it } from 'vitest';
import { faultHelp, parseFaults } from '../src/faults/parse-faults.ts';

it('reads shares and settings', () => {
  expect(
    parseFaults('throttle=0.2, error=.05,reset=0.02,lost-response=0.05,html=0.01,slow=0.01,seed=7'),
  ).toEqual({
    shares: {
      throttle: 0.2,
      error: 0.05,
      reset: 0.02,
      'lost-response': 0.05,
      html: 0.01,
      slow: 0.01,
    },
    seed: 7,
  });
  expect(parseFaults('slow=1,delay=0.5,retry-after=0')).toEqual({
    shares: { slow: 1 },
    delay: 0.5,
    retryAfter: 0,
  });
  expect(parseFaults('throttle=0.1,error=0.2,reset=0.7')).toBeTypeOf('object');
});

it.each([
  ['', 'there is no fault ""'],
  ['throtle=0.2', 'there is no fault "throtle"'],
  ['toString=0.2', 'there is no fault "toString"'],
  ['throttle', 'throttle takes a share of calls from 0 to 1, such as throttle=0.2'],
  ['throttle=', 'throttle takes a share of calls from 0 to 1, such as throttle=0.2'],
  ['throttle=20', 'throttle takes a share of calls from 0 to 1, such as throttle=0.2'],
  ['throttle=-1', 'throttle takes a share of calls from 0 to 1, such as throttle=0.2'],
  ['throttle=0.2=0.3', 'throttle takes a share of calls from 0 to 1, such as throttle=0.2'],
  ['throttle=0.2,throttle=0.3', 'throttle stands twice'],
  ['seed=1,seed=1', 'seed stands twice'],
  ['seed=0.5', 'seed takes a whole number up to 9007199254740991'],
  ['retry-after=0.5', 'retry-after takes a whole number up to 3600'],
  ['delay=4000', 'delay takes a number up to 3600'],
  ['throttle=0.6,error=0.5', 'the shares of all faults sum up to more than 1'],
])('refuses %j', (text, why) => {
  expect(parseFaults(text)).toBe(why);
});

it('helps with all that may stand there', () => {
  for (const word of ['throttle', 'error', 'html', 'reset', 'lost-response', 'slow']) {
    expect(faultHelp).toContain(`  ${word} `);
  }
  for (const word of ['seed', 'retry-after', 'delay']) expect(faultHelp).toContain(`  ${word}=`);
});
