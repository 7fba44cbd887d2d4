/** The files of a program in the making: which units are kept, and where others are to be put. */
import type { ParsedFile, ParsedPiece } from '../../syntax/parse.ts';
import type { Piece } from '../../text/piece.ts';
import type { Order } from '../tables/table.ts';
import { type IndexOf, indexIn } from './index-in.ts';
import { isQuiet, type Unit, type UnitFile } from './unit.ts';

/** A place for a unit. */
export interface Slot {
  readonly piece: ParsedPiece;
  readonly file: DraftFile;
  readonly at: number;
}

interface DraftFile {
  readonly parsed: ParsedFile;
  readonly indexOf: IndexOf;
  units: Unit[];
  quiet: boolean[];
  /** Whether the lists are those of the file before, and not to be written to. */
  shared: boolean;
}

export class Draft {
  readonly #files = new Map<string, DraftFile>();
  /** Units that are no more. */
  readonly gone: readonly Unit[];
  /** Places of pieces that are new, or stand elsewhere, in the order of files and of text. */
  readonly come: readonly Slot[];

  constructor(parsed: ReadonlyMap<string, ParsedFile>, before: ReadonlyMap<string, UnitFile>) {
    const gone: Unit[][] = [];
    const come: Slot[] = [];
    for (const [path, last] of before) if (!parsed.has(path)) gone.push([...last.units]);
    for (const [path, file] of parsed) {
      const last = before.get(path);
      if (last?.parsed.pieces === file.pieces) {
        const { units, quiet, indexOf } = last;
        this.#files.set(path, {
          parsed: file,
          indexOf,
          units: units as Unit[],
          quiet: quiet as boolean[],
          shared: true,
        });
        continue;
      }
      const { pieces } = file;
      const { head, tail } = last === undefined ? { head: 0, tail: 0 } : file.kept;
      const units = last?.units ?? [];
      const behind = pieces.length - tail;
      const withRoom = <T>(list: readonly T[]): T[] =>
        list.slice(0, head).concat(new Array(behind - head), list.slice(list.length - tail));
      const draft: DraftFile = {
        parsed: file,
        indexOf: indexIn(file),
        units: withRoom(units),
        quiet: withRoom(last?.quiet ?? []),
        shared: false,
      };
      this.#files.set(path, draft);
      gone.push(units.slice(head, units.length - tail));
      for (let at = head; at < behind; at++) {
        come.push({ piece: pieces[at] as ParsedPiece, file: draft, at });
      }
    }
    this.gone = gone.flat();
    this.come = come;
  }

  /** The order of files by their paths, and of text. */
  readonly order: Order = (one, other) => {
    const { path } = one as ParsedPiece;
    const { path: otherPath } = other as ParsedPiece;
    if (path !== otherPath) return path < otherPath ? -1 : 1;
    const { indexOf } = this.#files.get(path) as DraftFile;
    return indexOf(one) - indexOf(other);
  };

  /** Where pieces stand, and their units, of those that have been kept so far. */
  kept(
    pieces: Iterable<Piece>,
    but: ReadonlySet<Piece>,
  ): readonly (Slot & { readonly unit: Unit })[] {
    return [...pieces].flatMap((each) => {
      if (but.has(each)) return [];
      const piece = each as ParsedPiece;
      const file = this.#files.get(piece.path);
      const at = file?.indexOf(piece) ?? -1;
      const unit = file?.units[at];
      return file === undefined || unit === undefined ? [] : [{ piece, file, at, unit }];
    });
  }

  put({ file, at }: Slot, unit: Unit): void {
    if (file.shared) {
      file.units = file.units.slice();
      file.quiet = file.quiet.slice();
      file.shared = false;
    }
    file.units[at] = unit;
    file.quiet[at] = isQuiet(unit);
  }

  files(): ReadonlyMap<string, UnitFile> {
    return this.#files;
  }

  *pieces(): Iterable<ParsedPiece> {
    for (const { parsed } of this.#files.values()) yield* parsed.pieces;
  }
}
