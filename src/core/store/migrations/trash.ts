import type { Migration } from './types'

/**
 * Removing at the user's wish, emptying the trash, and reading originals again. A record that was removed by itself has no
 * merge. What was destroyed leaves its id in `destroyed` and its events, and nothing else: versions go only there. The bytes
 * in `unneeded` are taken off the disk after the transaction that let go of them. `reading` holds when an original was last
 * read again and what was found. `seal` chains all events in the order of the archive: a record that was dropped or put in
 * with the whole of its chain is found by it.
 */
export const trash: Migration = {
  version: 7,
  sql: `
CREATE TABLE removed_anew (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  added_at TEXT NOT NULL,
  removed_at TEXT NOT NULL,
  merge_id TEXT,
  merged_into TEXT,
  body TEXT NOT NULL,
  citations TEXT
) STRICT;
INSERT INTO removed_anew SELECT seq, id, kind, title, added_at, removed_at, merge_id, merged_into, body, citations FROM removed;
DROP TABLE removed;
ALTER TABLE removed_anew RENAME TO removed;
CREATE INDEX removed_merge ON removed(merge_id);
CREATE INDEX removed_into ON removed(merged_into);
CREATE INDEX removed_when ON removed(removed_at);

CREATE TABLE destroyed (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

DROP TRIGGER version_never_goes;
CREATE TRIGGER version_never_goes BEFORE DELETE ON version
  WHEN NOT EXISTS (SELECT 1 FROM destroyed WHERE id = OLD.article_id)
  BEGIN SELECT RAISE(ABORT, 'a version never goes'); END;

CREATE TABLE unneeded (
  sha256 TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
  sha256 TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  found TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE seal (
  seq INTEGER PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT;
CREATE TRIGGER seal_never_changes BEFORE UPDATE ON seal
  BEGIN SELECT RAISE(ABORT, 'a seal never changes'); END;
CREATE TRIGGER seal_never_goes BEFORE DELETE ON seal
  BEGIN SELECT RAISE(ABORT, 'a seal never goes'); END;
`,
}
