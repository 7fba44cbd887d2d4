import { describe, expect, it } from 'vitest';
import { parseClockTime } from '../../src/values/clock-time.ts';

describe('parseClockTime', () => {
  it('reads each minute of the day', () => {
    for (let minute = 0; minute < 1_440; minute += 1) {
      const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
      const text = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
      expect(parseClockTime(text)).toEqual(time);
    }
  });

  it.each(['', '9:00', '09:0', '0900', '24:00', '12:60', '09:00:00', ' 09:00', '09:00\n', '٠٩:٠٠'])(
    'refuses %j',
    (text) => {
      expect(parseClockTime(text)).toBeUndefined();
    },
  );
});
