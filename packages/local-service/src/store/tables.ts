/** The tables. Lists and objects that no query looks into stand as JSON; instants are epoch seconds. */
const resources = `
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
`;

const engagements = `
  CREATE TABLE contact_policy (
    contact_arn TEXT PRIMARY KEY,
    policy TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE engagement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    arn TEXT NOT NULL UNIQUE,
    contact_arn TEXT NOT NULL,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    content TEXT NOT NULL,
    public_subject TEXT,
    public_content TEXT,
    incident_id TEXT,
    start_time REAL NOT NULL,
    stop_time REAL,
    end_time REAL NOT NULL,
    next_due REAL,
    snapshot TEXT NOT NULL
  );
  CREATE INDEX engagement_next_due ON engagement (next_due);
  CREATE TABLE page (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    arn TEXT NOT NULL UNIQUE,
    engagement_arn TEXT NOT NULL,
    contact_arn TEXT NOT NULL,
    channel_arn TEXT NOT NULL,
    code TEXT NOT NULL,
    resolution TEXT NOT NULL
  );
  CREATE INDEX page_engagement ON page (engagement_arn);
  CREATE INDEX page_contact ON page (contact_arn);
  CREATE TABLE receipt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    page_id INTEGER NOT NULL,
    type TEXT NOT NULL,
    info TEXT,
    time REAL NOT NULL
  );
  CREATE INDEX receipt_page ON receipt (page_id);
  CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    time REAL NOT NULL,
    kind TEXT NOT NULL,
    contact_arn TEXT NOT NULL,
    channel_arn TEXT NOT NULL,
    page_arn TEXT,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    address TEXT NOT NULL,
    text TEXT NOT NULL,
    code TEXT NOT NULL
  );
  CREATE TABLE clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    instant REAL NOT NULL
  );
`;

/** What makes a database of each version from one of the version before. */
export const migrations: readonly string[] = [resources, engagements];
