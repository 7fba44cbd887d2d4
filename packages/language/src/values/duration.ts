/** DURATION: digits with unit, largest unit first, each once, as in `1h30m`. */

/** Seconds; `undefined` where text has not the form or means more than a number can count. */
export function parseDuration(text: string): number | undefined {
  const amounts = text === '' ? null : form.exec(text);
  if (amounts === null) return undefined;
  let seconds = 0;
  units.forEach((unit, index) => {
    seconds += Number(amounts[index + 1] ?? 0) * unit.seconds;
  });
  return Number.isSafeInteger(seconds) ? seconds : undefined;
}

/** Whether text is written as a duration, be it one too long to be counted. */
export function hasDurationForm(text: string): boolean {
  return text !== '' && form.test(text);
}

/** The duration in the fewest units: 90 is `1h30m`, 0 is `0m`. Takes whole minutes. */
export function formatMinutes(minutes: number): string {
  let rest = minutes * 60;
  let text = '';
  for (const { letter, seconds } of units) {
    const amount = Math.floor(rest / seconds);
    if (amount > 0) text += `${amount}${letter}`;
    rest -= amount * seconds;
  }
  return text === '' ? '0m' : text;
}

const units = [
  { letter: 'w', seconds: 604_800 },
  { letter: 'd', seconds: 86_400 },
  { letter: 'h', seconds: 3_600 },
  { letter: 'm', seconds: 60 },
  { letter: 's', seconds: 1 },
] as const;

const form = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
