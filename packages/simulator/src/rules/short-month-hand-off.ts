import { finding, localAt, type Rule } from '@oncall/language';

/** Each month in which a monthly rotation hands off has its days. */
export const shortMonthHandOff: Rule = {
  rotation(rotation, { isSound, tell }) {
    const { handOffs, every, start, zone } = rotation;
    if (handOffs.kind !== 'monthly' || !isSound(rotation)) return;
    const first = localAt(zone.value, start.value).month - 1;
    const months = Array.from({ length: 12 }, (_, round) => (first + round * every) % 12);
    const shortest = Math.min(...months.map((month) => daysOf[month] as number));
    const lacking = handOffs.times.map(({ day }) => day).filter((day) => day > shortest);
    if (lacking.length === 0) return;
    const days = [...new Set(lacking)].sort((a, b) => a - b).join(' or ');
    tell(finding('short-month-hand-off', handOffs.origin, { days: `day ${days}` }));
  },
};

/** From January; in three years of four. */
const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
