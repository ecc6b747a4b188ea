import { CuttingsError } from '#shared/errors'
import type { Version } from '#shared/model/article'
import { itemKind } from '#shared/model/kinds'
import type { Original } from '#shared/model/original'
import type { ArticleRecord } from '#shared/model/records'
import { canonicalJson } from '../../records/digest'
import { originalsOf } from '../../records/originalsOf'
import type { Database } from '../database/types'
import { storeBearing } from './bearing'
import { storeCiting, storeSourceNames } from './citing'
import { storeFingerprints } from './fingerprints'
import { titleKey } from './foldName'
import { readOriginal } from './readRecords'
import type { StoredRecord } from './recordColumns'
import { recordColumns } from './recordColumns'

/** The place of a removed record is kept for it. */
const nextSeq =
  '(SELECT coalesce(max(seq), 0) + 1 FROM (SELECT max(seq) AS seq FROM record UNION ALL SELECT max(seq) FROM removed UNION ALL SELECT max(seq) FROM withdrawn))'

const upsertRecord = `
INSERT INTO record (seq, id, kind, item, title, title_key, subtitle, published, language, added_at, support, unsourced,
                    inferred, slots, slots_held, based_on, source_id, body)
VALUES (coalesce(?, ${nextSeq}), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, title_key = excluded.title_key, subtitle = excluded.subtitle,
  published = excluded.published, language = excluded.language, support = excluded.support,
  unsourced = excluded.unsourced, inferred = excluded.inferred, slots = excluded.slots,
  slots_held = excluded.slots_held, based_on = excluded.based_on, source_id = excluded.source_id, body = excluded.body`

/** What stands in a record's row: an article's versions and citations have tables of their own. */
export const bodyOf = (record: StoredRecord): string => {
  if (record.kind !== 'article') return canonicalJson(record)
  const { versions: _versions, citations: _citations, ...fields } = record
  return canonicalJson(fields)
}

/**
 * Writes a record, new or edited, and all that is computed from it. `at` is when it was added, if it is new; `seq` its place
 * in the order of adding, if it comes back.
 */
export const storeRecord = (db: Database, record: StoredRecord, at: string, seq?: number): void => {
  const columns = recordColumns(record)
  db.run(
    upsertRecord,
    seq ?? null,
    record.id,
    record.kind,
    itemKind.safeParse(record.kind).success ? 1 : 0,
    columns.title,
    titleKey(columns.title),
    columns.subtitle ?? null,
    columns.published ?? null,
    columns.language ?? null,
    at,
    columns.support ?? null,
    columns.support?.includes('n') ? 1 : 0,
    columns.support?.includes('i') ? 1 : 0,
    columns.slots ?? 0,
    columns.slotsHeld ?? 0,
    columns.basedOn ?? null,
    columns.sourceId ?? null,
    bodyOf(record),
  )
  storeNeeds(db, record)
  if (record.kind === 'source') storeSourceNames(db, record)
  if (record.kind === 'article') storeArticleParts(db, record)
  if (record.kind === 'claim' || record.kind === 'note') storeBearing(db, record)
  storeFingerprints(db, record)
}

const storeNeeds = (db: Database, record: StoredRecord): void => {
  db.run('DELETE FROM need WHERE item_id = ?', record.id)
  for (const sha256 of originalsOf(record)) {
    if (!readOriginal(db, sha256))
      throw new TypeError(`${record.kind} ${record.id} needs an original that is not held`)
    db.run('INSERT OR IGNORE INTO need (sha256, item_id) VALUES (?, ?)', sha256, record.id)
  }
}

const storeArticleParts = (db: Database, article: ArticleRecord): void => {
  storeVersions(db, article)
  db.run('DELETE FROM citation WHERE article_id = ?', article.id)
  for (const [position, citation] of article.citations.entries())
    db.run(
      `INSERT INTO citation (id, article_id, position, version_id, passage, source_id, reference_id, origin, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      citation.id,
      article.id,
      position,
      citation.versionId,
      citation.passage,
      citation.sourceId ?? null,
      citation.referenceId ?? null,
      citation.origin,
      canonicalJson(citation),
    )
  storeCiting(db, article)
}

/** Whether a version is the held one with the original that this came without, and nothing else. */
const completes = ({ original, ...version }: Version, body: string): boolean =>
  original !== undefined && canonicalJson(version) === body

/**
 * A version that is held stays, word for word: an edit adds one, or is refused. Only an original that it came without is
 * added to it; a trigger of the catalogue sees to the same.
 */
const storeVersions = (db: Database, article: ArticleRecord): void => {
  const held = db.all<{ body: string }>(
    'SELECT body FROM version WHERE article_id = ? ORDER BY position',
    article.id,
  )
  if (held.length > article.versions.length) throw new CuttingsError('conflict', { title: article.headline })
  for (const [position, version] of article.versions.entries()) {
    const body = canonicalJson(version)
    const stands = held[position]?.body
    if (stands === body) continue
    if (stands === undefined)
      db.run(
        'INSERT INTO version (id, article_id, position, number, body) VALUES (?, ?, ?, ?, ?)',
        version.id,
        article.id,
        position,
        version.number,
        body,
      )
    else if (completes(version, stands)) db.run('UPDATE version SET body = ? WHERE id = ?', body, version.id)
    else throw new CuttingsError('conflict', { title: article.headline })
  }
}

/** The same bytes may come under several names: names are gathered, everything else must be equal. */
export const storeOriginal = (db: Database, original: Original): void => {
  const held = readOriginal(db, original.sha256)
  const known = new Set(held?.names.map((name) => name.raw))
  const kept: Original = held
    ? { ...held, names: [...held.names, ...original.names.filter((name) => !known.has(name.raw))] }
    : original
  db.run(
    `INSERT INTO original (sha256, bytes, media_type, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET body = excluded.body`,
    kept.sha256,
    kept.bytes,
    kept.mediaType,
    canonicalJson(kept),
  )
}
