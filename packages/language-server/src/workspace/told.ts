/** An answer with a sentence that the user is to see beside it. */
export class Told<T> {
  readonly result: T;
  readonly sentence: string;

  constructor(result: T, sentence: string) {
    this.result = result;
    this.sentence = sentence;
  }
}
