/** The SQLite database of one account and Region, in a folder or in memory. */
import { rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as Sqlite from 'node-sqlite3-wasm';
import { DataFolderError, lockFolder } from './folder-lock.ts';
import { migrations } from './tables.ts';

export interface Database {
  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...values: readonly Bound[]): number;
  /** The first row, which the caller knows to be a `Row`. */
  get<Row>(sql: string, ...values: readonly Bound[]): Row | undefined;
  all<Row>(sql: string, ...values: readonly Bound[]): Row[];
  exec(sql: string): void;
  readonly inTransaction: boolean;
  close(): void;
}

type Bound = string | number | null;

/**
 * Opens the database of the account and Region, and makes it where there is none. Without a folder
 * it lives in memory. Throws a DataFolderError where another live process uses the folder, or what
 * is in it can't be used.
 */
export async function openDatabase(
  folder: string | undefined,
  account: string,
  region: string,
): Promise<Database> {
  // Loading SQLite takes tens of milliseconds, so only those pay who start a service. Its types
  // speak of named exports; as a CommonJS module it has them all in its default one.
  const { default: sqlite } = (await import('node-sqlite3-wasm')) as unknown as {
    readonly default: typeof Sqlite;
  };
  const lock = folder === undefined ? undefined : lockFolder(folder);
  let database: Sqlite.Database | undefined;
  try {
    const file = folder === undefined ? ':memory:' : join(folder, `${account}-${region}.sqlite`);
    // SQLite's own lock is a directory, which a killed process leaves. The folder is ours alone by
    // now, so one that is there belongs to nobody.
    if (folder !== undefined) removeDirectory(`${file}.lock`);
    database = new sqlite.Database(file);
    prepare(database);
    return wrap(database, () => lock?.release());
  } catch (error) {
    database?.close();
    lock?.release();
    if (!(error instanceof sqlite.SQLite3Error)) throw error;
    throw new DataFolderError(
      `The database in the data folder ${folder} can't be opened: ${error.message}. Use another folder.`,
    );
  }
}

function prepare(database: Sqlite.Database): void {
  // Not the default rollback journal: this build takes its own lock for that of another process
  // and so never rolls back what a killed process left half written. Write-ahead logging needs the
  // exclusive mode where there is no shared memory, and the mode set before the first access.
  database.get('PRAGMA locking_mode = EXCLUSIVE');
  database.get('PRAGMA journal_mode = WAL');
  database.get('PRAGMA synchronous = FULL');
  const version = Number(database.get('PRAGMA user_version')?.['user_version']);
  if (version > migrations.length) {
    throw new DataFolderError(
      'The data folder was written by a newer oncall. Update oncall, or use another folder.',
    );
  }
  if (version === migrations.length) return;
  const missing = migrations.slice(version).join('');
  database.exec(`BEGIN; ${missing} PRAGMA user_version = ${migrations.length}; COMMIT;`);
}

function wrap(database: Sqlite.Database, closed: () => void): Database {
  return {
    run: (sql, ...values) => database.run(sql, [...values]).changes,
    get: <Row>(sql: string, ...values: readonly Bound[]) =>
      (database.get(sql, [...values]) ?? undefined) as Row | undefined,
    all: <Row>(sql: string, ...values: readonly Bound[]) => database.all(sql, [...values]) as Row[],
    exec: (sql) => database.exec(sql),
    get inTransaction() {
      return database.inTransaction;
    },
    close: () => {
      database.close();
      closed();
    },
  };
}

function removeDirectory(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
