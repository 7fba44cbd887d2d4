import { exact } from '../../text/exact.ts';

/** Something that can be asked about a name. */
export interface Lookup<T> {
  get(name: string): T | undefined;
}

/** Notes the names that something asks about, so that what it makes can be kept while theirs mean the same. */
export class Notes {
  #names: string[] = [];

  add(name: string): void {
    // Most ask about a few; of many, those noted twice are told apart when they are taken.
    if (this.#names.length > few || !this.#names.includes(name)) this.#names.push(name);
  }

  /** A look-up that notes what it is asked. */
  of<T>(get: (name: string) => T | undefined): Lookup<T> {
    return {
      get: (name) => {
        this.add(name);
        return get(name);
      },
    };
  }

  /** The names noted since they were taken last. */
  take(): readonly string[] {
    const names = this.#names;
    if (names.length === 0) return none;
    this.#names = [];
    return names.length > few ? [...new Set(names)] : exact(names);
  }
}

const few = 16;

const none: readonly string[] = [];
