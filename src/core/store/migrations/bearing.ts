import type { Migration } from './types'

/**
 * Claims and notes are rows of `record`; `bearing` holds what they point at, computed from their bodies on each commit.
 * `relation` is `about` for what a claim or a note is made on, else that of a claim's evidence. One that was withdrawn
 * stands in `withdrawn` as it was, until it is restored.
 */
export const bearing: Migration = {
  version: 5,
  sql: `
CREATE TABLE bearing (
  item_id TEXT NOT NULL,
  record_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  relation TEXT NOT NULL,
  PRIMARY KEY (item_id, record_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX bearing_record ON bearing(record_id);

CREATE TABLE withdrawn (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  added_at TEXT NOT NULL,
  withdrawn_at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
`,
}
