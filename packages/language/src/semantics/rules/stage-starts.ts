/** When each stage begins, in minutes from the first. */
export function stageStarts(stages: readonly { readonly minutes: number }[]): readonly number[] {
  const starts: number[] = [];
  let start = 0;
  for (const { minutes } of stages) {
    starts.push(start);
    start += minutes;
  }
  return starts;
}
