import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import type { ArticleRecord } from '#shared/model/records'
import { canonicalJson, checkChain } from '../../records/digest'
import { emptyRecordSet } from '../../records/recordSets'
import { verifyArchive } from '../../verify/verifyArchive'
import { createExampleArchive, type ExampleArchive } from '../fixtures/exampleArchive'
import { exampleOriginal, keepBytes } from '../fixtures/exampleRecords'

const later = 'What the pack had left out.\n'

interface Bare extends ExampleArchive {
  /** An article whose version came without its original. */
  readonly bare: ArticleRecord
  readonly whole: ArticleRecord
}

const withOriginal = (article: ArticleRecord, original: string): ArticleRecord => ({
  ...article,
  versions: article.versions.map((version) => ({ ...version, original })),
})

const createBare = async (): Promise<Bare> => {
  const example = await createExampleArchive()
  const { archive, article } = example
  const [first] = article.versions
  if (!first) throw new TypeError('the example has a version')
  const { original: _original, ...version } = first
  // No quotation mark, accent or large number of a body may look changed to the guard.
  const id = archive.id
  const odd = [{ text: 'a "quoted" \\ é \u2028 💬 <&>\t', reason: 'other' as const }]
  const bare: ArticleRecord = {
    ...article,
    id,
    citations: [],
    versions: [{ ...version, id: example.source.id, articleId: id, furniture: odd, sourceLines: [] }],
  }
  archive.catalogue.commit({
    records: { ...emptyRecordSet, articles: [bare] },
    action: 'import-pack',
    actor: 'tester',
  })
  const { sha256 } = await keepBytes(archive, article.id, later)
  return { ...example, bare, whole: withOriginal(bare, sha256) }
}

const complete = ({ archive }: Bare, article: ArticleRecord, originals = [exampleOriginal(later)]): void => {
  const records = { ...emptyRecordSet, articles: [article], originals }
  archive.catalogue.commit({ records, action: 'import-pack', actor: 'tester' })
}

test('a version gets the original that it came without, which is an event of its chain', async () => {
  const made = await createBare()
  const { archive, bare, whole } = made
  complete(made, whole)
  expect(archive.catalogue.record(bare.id)).toEqual(whole)
  const events = archive.catalogue.events(bare.id).map(({ local: _local, ...event }) => event)
  expect(events.map(({ action }) => action)).toEqual(['import-pack', 'import-pack'])
  expect(checkChain(events, whole)).toBeUndefined()
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, complete: 'yes', custody: 'unbroken' })
  await archive.close()
})

test('no other change of a version comes in with it, and none after it', async () => {
  const made = await createBare()
  const { archive, bare, whole, bytes } = made
  const conflict = expect.objectContaining({ code: 'conflict' })
  const [version] = whole.versions
  if (!version) throw new TypeError('the article has a version')
  const { furniture: _odd, ...changed } = version
  expect(() => complete(made, { ...whole, versions: [{ ...changed, furniture: [] }] })).toThrow(conflict)
  expect(archive.catalogue.record(bare.id)).toEqual(bare)
  complete(made, whole)
  expect(() => complete(made, bare)).toThrow(conflict)
  expect(() => complete(made, withOriginal(bare, bytes.sha256))).toThrow(conflict)
  expect(archive.catalogue.record(bare.id)).toEqual(whole)
  await archive.close()
})

/** Statements on the version without an original, which stands under this id. */
const refused: readonly (readonly [string, string])[] = [
  ['its number', `UPDATE version SET number = 2 WHERE id = :id`],
  ['its place', `UPDATE version SET position = 7 WHERE id = :id`],
  ['its article', `UPDATE version SET article_id = 'x' WHERE id = :id`],
  ['its id', `UPDATE version SET id = 'x' WHERE id = :id`],
  ['its row', `UPDATE version SET rowid = 99 WHERE id = :id`],
  ['a word of it', `UPDATE version SET body = replace(body, 'Paragraph 1', 'P 1') WHERE id = :id`],
  ['all of it', `UPDATE version SET body = '{}' WHERE id = :id`],
  ['the same again', `UPDATE version SET body = body WHERE id = :id`],
  [
    'an original that is not held',
    `UPDATE version SET body = json_set(body, '$.original', 'ff') WHERE id = :id`,
  ],
  ['an original that is none', `UPDATE version SET body = json_set(body, '$.original', NULL) WHERE id = :id`],
  [
    'an original and a word',
    `UPDATE version SET body = json_set(replace(body, 'Paragraph 1', 'P 1'), '$.original', :held) WHERE id = :id`,
  ],
  [
    'two originals',
    `UPDATE version SET body = '{"original":"' || :held || '","original":"' || :held || '",' || substr(body, 2) WHERE id = :id`,
  ],
  [
    'another original, where it has one',
    `UPDATE version SET body = json_set(body, '$.original', :held) WHERE id <> :id`,
  ],
  [
    'another original, by taking the first away',
    `UPDATE version SET body = json_remove(body, '$.original') WHERE id <> :id`,
  ],
  [
    'a version in its place',
    `INSERT OR REPLACE INTO version SELECT id, article_id, position, number, '{}' FROM version WHERE id = :id`,
  ],
  [
    'another at its position',
    `INSERT OR REPLACE INTO version SELECT 'x', article_id, position, number, body FROM version WHERE id = :id`,
  ],
  [
    'another in its row',
    `INSERT OR REPLACE INTO version (rowid, id, article_id, position, number, body)
     SELECT rowid, 'x', 'y', position, number, body FROM version WHERE id = :id`,
  ],
]

test('the catalogue itself lets a version get its original, and nothing else', async () => {
  const { archive, bare, whole, bytes } = await createBare()
  const [id, body] = [bare.versions[0]?.id ?? '', canonicalJson(whole.versions[0])]
  await archive.close()
  const db = new DatabaseSync(archive.layout.catalogue)
  const versions = () => db.prepare('SELECT rowid, * FROM version ORDER BY rowid').all()
  const before = versions()
  for (const [what, sql] of refused) {
    const values = { id, ...(sql.includes(':held') ? { held: bytes.sha256 } : {}) }
    expect(() => db.prepare(sql).run(values), what).toThrow('a version never changes')
    expect(versions(), what).toEqual(before)
  }
  const original = exampleOriginal(later)
  db.prepare('INSERT INTO original (sha256, bytes, media_type, body) VALUES (?, ?, ?, ?)').run(
    original.sha256,
    original.bytes,
    original.mediaType,
    canonicalJson(original),
  )
  // Control: what is refused above is refused for its content.
  db.prepare('UPDATE version SET body = ? WHERE id = ?').run(body, id)
  expect(versions()).not.toEqual(before)
  db.close()
})
