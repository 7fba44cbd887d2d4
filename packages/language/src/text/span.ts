/** A stretch of text, half-open, in UTF-16 units from the start of whatever the text belongs to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
