import type { Migration } from './types'

/**
 * Bodies are RFC 8785 JSON: the truth. The columns beside them, `need` and `citing` are computed from bodies on each
 * commit, so that lists need no parsing; they are never exported and never counted as records. An article's body holds
 * neither its versions nor its citations, which have tables of their own. The indexes of `record` hold every column that a
 * list filters by, so that a page far down a filtered list is found without reading rows.
 */
export const firstSchema: Migration = {
  version: 1,
  sql: `
CREATE TABLE record (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  item INTEGER NOT NULL,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  subtitle TEXT,
  published TEXT,
  undated INTEGER NOT NULL GENERATED ALWAYS AS (published IS NULL) STORED,
  language TEXT,
  added_at TEXT NOT NULL,
  support TEXT,
  unsourced INTEGER NOT NULL DEFAULT 0,
  inferred INTEGER NOT NULL DEFAULT 0,
  slots INTEGER NOT NULL DEFAULT 0,
  slots_held INTEGER NOT NULL DEFAULT 0,
  based_on TEXT,
  source_id TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX record_item ON record(item, seq, language, unsourced, inferred);
CREATE INDEX record_item_title ON record(item, title_key, seq, language, unsourced, inferred);
CREATE INDEX record_item_published ON record(item, undated, published, seq, language, unsourced, inferred);
CREATE INDEX record_item_published_down ON record(item, undated, published DESC, seq DESC, language, unsourced, inferred);
CREATE INDEX record_kind ON record(kind, seq, language, unsourced, inferred);
CREATE INDEX record_kind_title ON record(kind, title_key, seq, language, unsourced, inferred);
CREATE INDEX record_kind_published ON record(kind, undated, published, seq, language, unsourced, inferred);
CREATE INDEX record_kind_published_down ON record(kind, undated, published DESC, seq DESC, language, unsourced, inferred);
CREATE INDEX record_unsourced ON record(unsourced) WHERE unsourced = 1;
CREATE INDEX record_inferred ON record(inferred) WHERE inferred = 1;
CREATE INDEX record_slots ON record(slots) WHERE slots > 0;
CREATE INDEX record_based_on ON record(based_on) WHERE based_on IS NOT NULL;
CREATE INDEX record_source ON record(source_id) WHERE source_id IS NOT NULL;

CREATE TABLE version (
  id TEXT NOT NULL PRIMARY KEY,
  article_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX version_article ON version(article_id, position);
CREATE TRIGGER version_never_changes BEFORE UPDATE ON version
  BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
CREATE TRIGGER version_never_goes BEFORE DELETE ON version
  BEGIN SELECT RAISE(ABORT, 'a version never goes'); END;

CREATE TABLE citation (
  id TEXT NOT NULL PRIMARY KEY,
  article_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  version_id TEXT NOT NULL,
  passage TEXT NOT NULL,
  source_id TEXT,
  reference_id TEXT,
  origin TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX citation_article ON citation(article_id, position);
CREATE INDEX citation_source ON citation(source_id, article_id) WHERE source_id IS NOT NULL;
CREATE INDEX citation_reference ON citation(reference_id, article_id) WHERE reference_id IS NOT NULL;

CREATE TABLE citing (
  source_id TEXT NOT NULL,
  article_seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  position INTEGER NOT NULL,
  passage TEXT NOT NULL,
  basis TEXT NOT NULL,
  citation_id TEXT NOT NULL,
  PRIMARY KEY (source_id, article_seq, ordinal, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX citing_article ON citing(article_seq);

CREATE TABLE source_name (
  key TEXT NOT NULL,
  alias INTEGER NOT NULL,
  source_id TEXT NOT NULL,
  PRIMARY KEY (key, alias, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_name_source ON source_name(source_id);

CREATE TABLE original (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE need (
  sha256 TEXT NOT NULL,
  item_id TEXT NOT NULL,
  PRIMARY KEY (sha256, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX need_item ON need(item_id);

CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  item_id TEXT NOT NULL,
  local INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous TEXT
) STRICT;
CREATE UNIQUE INDEX event_item ON event(item_id, local, sequence);
CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
CREATE TRIGGER event_never_goes BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'an event never goes'); END;

CREATE TABLE change (
  revision INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id TEXT NOT NULL
) STRICT;

CREATE TABLE fact (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
