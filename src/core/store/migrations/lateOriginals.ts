import type { Migration } from './types'

/**
 * A version gets the original that a pack had left out of it: from none to one that is held, once, and with not one other
 * character of it changed. A condition that cannot be told (NULL) refuses. REPLACE, which fires no trigger of DELETE, is
 * refused where it would take the place of a version.
 */
export const lateOriginals: Migration = {
  version: 8,
  sql: `
DROP TRIGGER version_never_changes;
CREATE TRIGGER version_never_changes BEFORE UPDATE ON version
  WHEN (
    NEW.rowid = OLD.rowid AND NEW.id = OLD.id AND NEW.article_id = OLD.article_id
    AND NEW.position = OLD.position AND NEW.number = OLD.number
    AND json_remove(NEW.body, '$.original') = json(OLD.body)
    AND json_type(OLD.body, '$.original') IS NULL
    AND EXISTS (SELECT 1 FROM original WHERE sha256 = NEW.body ->> '$.original')
  ) IS NOT TRUE
  BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
CREATE TRIGGER version_never_replaced BEFORE INSERT ON version
  WHEN EXISTS (
    SELECT 1 FROM version
     WHERE rowid = NEW.rowid OR id = NEW.id OR (article_id = NEW.article_id AND position = NEW.position)
  )
  BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
`,
}
