/** Something that can be asked about a name. */
export interface Lookup<T> {
  get(name: string): T | undefined;
}

/** Notes the names that something asks about, so that what it makes can be kept while theirs mean the same. */
export class Notes {
  readonly #names = new Set<string>();

  add(name: string): void {
    this.#names.add(name);
  }

  /** A look-up that notes what it is asked. */
  of<T>(get: (name: string) => T | undefined): Lookup<T> {
    return {
      get: (name) => {
        this.#names.add(name);
        return get(name);
      },
    };
  }

  /** The names noted since they were taken last. */
  take(): readonly string[] {
    if (this.#names.size === 0) return none;
    const names = [...this.#names];
    this.#names.clear();
    return names;
  }
}

const none: readonly string[] = [];
