import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import type { Clock } from '../records/clock'
import { systemClock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { describeBackups } from '../store/describeBackups'
import { changeCatalogue } from '../store/fixtures/changeCatalogue'
import type { ExampleArchive } from '../store/fixtures/exampleArchive'
import { createExampleArchive } from '../store/fixtures/exampleArchive'
import { exampleSource } from '../store/fixtures/exampleRecords'
import { openArchive } from '../store/openArchive'
import type { Archive } from '../store/types'
import { doctorChecks } from './doctorChecks'
import { repairRecords } from './repairRecords'
import { verifyArchive } from './verifyArchive'

const day = 24 * 60 * 60 * 1000
const start = Date.UTC(2026, 0, 1)
const clockAt = (days: number): Clock => ({ ...systemClock, now: () => new Date(start + days * day) })

/** An archive with an edited article, of which a copy was made, closed. */
const makeBackedUp = async (): Promise<ExampleArchive> => {
  const example = await createExampleArchive(clockAt(0))
  const edited = { ...example.article, tags: ['bridges'] }
  const records = { ...emptyRecordSet, articles: [edited] }
  example.archive.catalogue.commit({ records, action: 'edit', actor: 'tester' })
  await example.archive.close()
  await (await openArchive(example.folder, { clock: clockAt(1) })).close()
  return example
}

const repair = async (archive: Archive) => {
  const files: FileResult[] = []
  const { signal } = new AbortController()
  const tally = await repairRecords(archive, undefined, {
    signal,
    onFile: (file) => files.push(file),
    onProgress: () => undefined,
  })
  return { tally, files }
}

const unguarded = 'DROP TRIGGER version_never_changes; DROP TRIGGER version_never_goes;'

const damages = [
  ['a headline', `UPDATE record SET body = replace(body, 'Harbour', 'Harbor') WHERE kind = 'article'`],
  ['a body that is no JSON', `UPDATE record SET body = substr(body, 2) WHERE kind = 'article'`],
  ['a citation', `UPDATE citation SET body = replace(body, 'Reuters', 'Router') WHERE position = 0`],
  ['a citation that went', `DELETE FROM citation WHERE position = 0`],
  ['a source', `UPDATE record SET body = replace(body, 'Reuters', 'Router') WHERE kind = 'source'`],
  ['a source that went', `DELETE FROM record WHERE kind = 'source'`],
  ['a passage', `${unguarded} UPDATE version SET body = replace(body, 'Paragraph 1', 'P 1')`],
  ['a version that is no JSON', `${unguarded} UPDATE version SET body = substr(body, 2)`],
  ['a version that went', `${unguarded} DELETE FROM version`],
] as const

test.each(damages)('puts back %s, as it was saved, and says so', async (_name, sql) => {
  const example = await makeBackedUp()
  changeCatalogue(example.archive, sql)
  const archive = await openArchive(example.folder, { clock: clockAt(1) })
  const before = await verifyArchive(archive)
  expect(before.problems).toBeGreaterThan(0)
  const { tally, files } = await repair(archive)
  expect(tally).toMatchObject({ repaired: 1, left: 0 })
  expect(files).toMatchObject([{ outcome: 'checked', name: 'catalogue.sqlite' }])
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken' })
  expect(archive.catalogue.record(example.article.id)).toEqual({ ...example.article, tags: ['bridges'] })
  await archive.close()
})

test('leaves the guards of versions as they were', async () => {
  const example = await makeBackedUp()
  changeCatalogue(
    example.archive,
    `UPDATE record SET body = replace(body, 'Harbour', 'Harbor') WHERE kind = 'article'`,
  )
  const archive = await openArchive(example.folder, { clock: clockAt(1) })
  expect((await repair(archive)).tally.repaired).toBe(1)
  await archive.close()
  expect(() => changeCatalogue(example.archive, 'UPDATE version SET number = 2')).toThrow(
    'a version never changes',
  )
  expect(() => changeCatalogue(example.archive, 'DELETE FROM version')).toThrow('a version never goes')
})

test('puts back what lies damaged in the trash, and leaves it there', async () => {
  const example = await createExampleArchive(clockAt(0))
  const { id } = example.article
  example.archive.catalogue.removeItems([id], 'tester')
  await example.archive.close()
  await (await openArchive(example.folder, { clock: clockAt(1) })).close()
  changeCatalogue(example.archive, `UPDATE removed SET body = substr(body, 2), citations = '[]'`)
  const archive = await openArchive(example.folder, { clock: clockAt(1) })
  expect((await repair(archive)).tally).toMatchObject({ repaired: 1, left: 0 })
  expect(archive.catalogue.removal(id)).toBeDefined()
  expect(archive.catalogue.record(id)).toEqual(example.article)
  await archive.close()
})

test('takes nothing but what the chain names: an older state, or none, is left alone and told', async () => {
  const example = await makeBackedUp()
  const archive = await openArchive(example.folder, { clock: clockAt(1) })
  const edited = { ...example.article, tags: ['since'] }
  const records = { ...emptyRecordSet, articles: [edited] }
  archive.catalogue.commit({ records, action: 'edit', actor: 'tester' })
  await archive.close()
  changeCatalogue(
    example.archive,
    `UPDATE record SET body = replace(body, 'Harbour', 'Harbor') WHERE kind = 'article'`,
  )
  const again = await openArchive(example.folder, { clock: clockAt(1) })
  const { tally, files } = await repair(again)
  expect(tally).toMatchObject({ repaired: 0, left: 1 })
  expect(files).toMatchObject([{ outcome: 'problem', code: 'damaged', id: example.article.id }])
  await again.close()
})

test('an edit of a damaged record is refused, so that the damage is not sealed with it', async () => {
  const example = await makeBackedUp()
  changeCatalogue(
    example.archive,
    `UPDATE record SET body = replace(body, 'Harbour', 'Harbor') WHERE kind = 'article'`,
  )
  const archive = await openArchive(example.folder, { clock: clockAt(1) })
  const { catalogue } = archive
  const held = catalogue.record(example.article.id)
  expect(held).toMatchObject({ headline: expect.stringContaining('Harbor') as string })
  const articles = held?.kind === 'article' ? [{ ...held, tags: ['more'] }] : []
  const change = { records: { ...emptyRecordSet, articles }, action: 'edit', actor: 'tester' } as const
  const refused = expect.objectContaining({ code: 'record-damaged' }) as Error
  expect(() => catalogue.commit(change)).toThrow(refused)
  const add = { kind: 'tags', change: () => ['more'] } as const
  expect(() => catalogue.filing.prepare(example.article.id, add)).toThrow(refused)
  expect(() => catalogue.sources.prepare(example.article.id, () => undefined)).not.toThrow()
  expect(() => catalogue.sources.prepare(example.article.id, () => systemClock.createId())).toThrow(refused)
  expect((await verifyArchive(archive)).problems).toBe(1)
  await archive.close()
})

test('a copy of a catalogue with a damaged record names it, and the last whole copy is kept', async () => {
  const example = await makeBackedUp()
  const [whole] = await describeBackups(example.folder)
  changeCatalogue(example.archive, `UPDATE record SET body = substr(body, 2) WHERE kind = 'article'`)
  for (let days = 2; days < 10; days += 1) {
    const archive = await openArchive(example.folder, { clock: clockAt(days) })
    // Something else is worked on meanwhile, so that a copy is due each day.
    const records = { ...emptyRecordSet, sources: [exampleSource(systemClock, `Desk ${days}`)] }
    archive.catalogue.commit({ records, action: 'edit', actor: 'tester' })
    await archive.close()
  }
  const backups = await describeBackups(example.folder)
  expect(backups.at(-1)).toEqual(whole)
  expect(backups.slice(0, -1).map(({ damaged }) => damaged)).toEqual([1, 1, 1, 1, 1])
  const archive = await openArchive(example.folder, { clock: clockAt(9) })
  const doctor = (await doctorChecks(archive)).find(({ check }) => check === 'backups')
  expect(doctor).toMatchObject({ ok: true })
  expect(doctor?.message).toContain(whole?.name)
  expect((await repair(archive)).tally).toMatchObject({ repaired: 1, left: 0 })
  await rm(join(archive.layout.backups, whole?.name ?? ''))
  const without = (await doctorChecks(archive)).find(({ check }) => check === 'backups')
  expect(without).toMatchObject({ ok: false })
  await archive.close()
})

test.each([
  [
    'an event',
    `DROP TRIGGER event_never_changes; UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 1`,
  ],
  [
    'the row of an original',
    `UPDATE original SET body = substr(body, 2) WHERE rowid = (SELECT min(rowid) FROM original)`,
  ],
])('a copy of a catalogue in which %s is damaged is not taken for a whole one', async (_name, sql) => {
  const example = await makeBackedUp()
  changeCatalogue(example.archive, sql)
  const archive = await openArchive(example.folder, { clock: clockAt(2) })
  const records = { ...emptyRecordSet, sources: [exampleSource(systemClock, 'Desk')] }
  archive.catalogue.commit({ records, action: 'edit', actor: 'tester' })
  expect((await verifyArchive(archive)).problems).toBe(1)
  await archive.close()
  await (await openArchive(example.folder, { clock: clockAt(3) })).close()
  const [newest, , oldest] = await describeBackups(example.folder)
  expect([newest?.damaged, oldest?.damaged]).toEqual([1, undefined])
})
