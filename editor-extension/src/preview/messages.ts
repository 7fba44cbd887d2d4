/** What the preview's page and the extension tell each other. */

/** In a text: lines and columns from 0. */
export interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** What the server draws of a place. */
export interface Preview {
  readonly title: string;
  readonly sections: readonly PreviewSection[];
  /** The rules that the pictures share. */
  readonly style: string;
}

export interface PreviewSection {
  readonly heading: string;
  /** An SVG document. */
  readonly svg: string;
  /** The same in sentences; plain text. */
  readonly text: string;
}

export type ToPage =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'pictures';
      /** Kept by the page, for when the editor is opened again. */
      readonly place: Place;
      readonly preview: Preview;
    };

export type FromPage =
  /** Pixels that there are for pictures; told at first, and when that changes. */
  | { readonly kind: 'width'; readonly width: number }
  /** A part of a picture was clicked. */
  | { readonly kind: 'open'; readonly source: string };
