/** What the server reads of a disk, or of what a client has instead of one. */

export interface FileSystem {
  /** What a folder holds; nothing where it can't be read. */
  list(folder: string): Promise<readonly Entry[]>;
  /** The bytes of a file; `undefined` where it can't be read. */
  read(path: string): Promise<Uint8Array | undefined>;
}

export interface Entry {
  readonly name: string;
  /** Links to files are files; links to folders are left out, since they could go round in circles. */
  readonly kind: 'file' | 'folder';
}
