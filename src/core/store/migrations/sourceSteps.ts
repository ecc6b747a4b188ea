import type { Migration } from './types'

/**
 * What was done to sources, and what it takes to undo it exactly. `others` are the sources that a merge removed or that a
 * split made, `body` how the source was before, and which citation named which one. `source_step_source` tells which steps
 * rest on a source: of these only the last can be undone.
 */
export const sourceSteps: Migration = {
  version: 6,
  sql: `
CREATE TABLE source_step (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  step_id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  deed TEXT NOT NULL,
  source_id TEXT NOT NULL,
  others TEXT NOT NULL,
  body TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX source_step_step ON source_step(step_id);

CREATE TABLE source_step_source (
  source_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (source_id, seq)
) STRICT, WITHOUT ROWID;
`,
}
