/** What is due when: taken by instant, and of one instant in the order in which it was put in. */
export interface Agenda {
  /** `act` may put in more, though not for an instant that has passed. */
  put(at: number, act: () => void): void;
  run(): void;
}

export function agenda(): Agenda {
  const due: { readonly at: number; readonly act: () => void }[] = [];
  return {
    put(at, act) {
      let place = due.length;
      while (place > 0 && (due[place - 1] as { at: number }).at > at) place -= 1;
      due.splice(place, 0, { at, act });
    },
    run() {
      for (let next = due.shift(); next !== undefined; next = due.shift()) next.act();
    },
  };
}
