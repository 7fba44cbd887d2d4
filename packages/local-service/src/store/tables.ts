/** The tables. Lists and objects that no query looks into stand as JSON; instants are epoch seconds. */
export const SCHEMA_VERSION = 1;

export const createTables = `
  CREATE TABLE contact (
    arn TEXT PRIMARY KEY,
    alias TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    display_name TEXT,
    plan TEXT NOT NULL
  );
  CREATE TABLE channel (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    arn TEXT NOT NULL UNIQUE,
    contact_arn TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    address TEXT NOT NULL,
    activated INTEGER NOT NULL,
    code TEXT
  );
  CREATE INDEX channel_contact ON channel (contact_arn);
  CREATE TABLE rotation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    arn TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    contact_arns TEXT NOT NULL,
    start_time REAL NOT NULL,
    time_zone TEXT NOT NULL,
    recurrence TEXT NOT NULL
  );
  CREATE TABLE rotation_override (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    rotation_arn TEXT NOT NULL,
    contact_arns TEXT NOT NULL,
    start_time REAL NOT NULL,
    end_time REAL NOT NULL,
    create_time REAL NOT NULL
  );
  CREATE INDEX rotation_override_rotation ON rotation_override (rotation_arn);
  CREATE TABLE tag (
    resource_arn TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (resource_arn, key)
  ) WITHOUT ROWID;
  CREATE TABLE idempotency_token (
    operation TEXT NOT NULL,
    token TEXT NOT NULL,
    request TEXT NOT NULL,
    answer TEXT NOT NULL,
    time REAL NOT NULL,
    PRIMARY KEY (operation, token)
  ) WITHOUT ROWID;
  CREATE INDEX idempotency_token_time ON idempotency_token (time);
  PRAGMA user_version = ${SCHEMA_VERSION};
`;
