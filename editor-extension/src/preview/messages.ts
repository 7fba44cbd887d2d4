/** What the preview's page and the extension tell each other. */

/** In a text: lines and columns from 0. */
export interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export type ToPage =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'pictures';
      /** Kept by the page, for when the editor is opened again. */
      readonly place: Place;
      readonly pictures: readonly string[];
      readonly style: string;
    };

export type FromPage =
  | { readonly kind: 'ready' }
  /** A part of a picture was clicked. */
  | { readonly kind: 'open'; readonly source: string };
