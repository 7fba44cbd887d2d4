/** How results are printed: a line each, in columns. */

export function section(title) {
  console.log(`\n${title}`);
}

/** A ratio as `compare` measured it, what it should be, and the milliseconds behind it. */
export function report(title, aim, measured) {
  const { ratio, first, second } = measured();
  line(`  ${title}`, ...shown(ratio), aim, `${rounded(first)} over ${rounded(second)}`);
}

export function shown({ median, least, most }) {
  return [rounded(median), `${rounded(least)}..${rounded(most)}`];
}

export function line(title, ratio = '', range = '', aim = '', times = '') {
  console.log(
    `${title.padEnd(48)}${ratio.padStart(9)}  ${range.padEnd(14)}  ${aim.padEnd(14)}${times}`.trimEnd(),
  );
}

export function rounded(number) {
  return number.toPrecision(3).replace(/^(\d+)\.?\d*e\+(\d+)$/, () => String(Math.round(number)));
}
