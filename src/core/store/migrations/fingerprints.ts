import type { Migration } from './types'

/**
 * By what an item is known again: its address, its publisher's name for it, its content, the shape of its text. Computed
 * from records on each commit, never exported; `catalogue/fingerprints.ts` makes those of older records anew.
 */
export const fingerprints: Migration = {
  version: 2,
  sql: `
CREATE TABLE fingerprint (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  item_id TEXT NOT NULL,
  PRIMARY KEY (kind, value, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fingerprint_item ON fingerprint(item_id);
`,
}
