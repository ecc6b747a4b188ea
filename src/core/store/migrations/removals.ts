import type { Migration } from './types'

/**
 * The trash. A removed record stands in `removed` with all that its `record` row was made from, and in no other table but
 * `version`, `need` and `event`: what reads `record`, `citation` or `citing` needs no condition to leave it out. `merge` is
 * what it takes to undo a merge exactly; two items that share a set in `different` were said not to be the same.
 */
export const removals: Migration = {
  version: 3,
  sql: `
CREATE TABLE removed (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  added_at TEXT NOT NULL,
  removed_at TEXT NOT NULL,
  merge_id TEXT NOT NULL,
  merged_into TEXT NOT NULL,
  body TEXT NOT NULL,
  citations TEXT
) STRICT;
CREATE INDEX removed_merge ON removed(merge_id);
CREATE INDEX removed_into ON removed(merged_into);

CREATE TABLE merge (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  step_id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  rule TEXT,
  kept_id TEXT NOT NULL,
  kept_kind TEXT NOT NULL,
  members TEXT NOT NULL,
  added TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX merge_step ON merge(step_id);
CREATE INDEX merge_kept ON merge(kept_id);

CREATE TABLE different (
  item_id TEXT NOT NULL,
  set_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (item_id, set_id)
) STRICT, WITHOUT ROWID;
`,
}
