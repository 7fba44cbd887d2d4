/** `Reading the account  [=====     ] 12/24`. */
export function progressBar(title: string, done: number, count: number): string {
  const filled = count === 0 ? width : Math.floor((done / count) * width);
  return `${title}  [${'='.repeat(filled).padEnd(width)}] ${done}/${count}`;
}

const width = 20;
