import type { Migration } from './types'

/**
 * Searches that were saved. A removed one stays where it is until it is restored, and lets go of its name: only those that
 * are there must differ in theirs. `name_key` is the folded name, `body` the record as RFC 8785 JSON.
 */
export const savedSearches: Migration = {
  version: 4,
  sql: `
CREATE TABLE saved_search (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name_key TEXT NOT NULL,
  body TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX saved_search_name ON saved_search(name_key) WHERE removed_at IS NULL;
`,
}
