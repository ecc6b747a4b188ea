import { readFile, stat } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { JobState } from '#shared/contract/jobs'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { createShiftedClock } from '../records/fixtures/createShiftedClock'
import { emptyRecordSet } from '../records/recordSets'
import { exampleArticle, exampleOriginal, exampleSource, keepBytes } from '../store/fixtures/exampleRecords'
import { examplePhoto } from '../duplicates/fixtures/alikeRecords'
import { verifyArchive } from '../verify/verifyArchive'

const day = 24 * 60 * 60 * 1000
const code = (value: string) => expect.objectContaining({ code: value })

/** Two articles of one file, one of a file of its own, and a photo that the first shows, under a clock that can be set. */
const openFilled = async () => {
  const time = createShiftedClock()
  const opened: TestApp = await openTestApp(() => ({}), time.clock)
  onTestFinished(opened.close)
  const { archive, clock } = opened.app
  const [shared, own] = ['shared\n', 'own\n'] as const
  for (const text of [shared, own]) await keepBytes(archive, clock.createId(), text)
  const source = exampleSource(clock, 'Reuters')
  const photo = examplePhoto(clock, { headline: 'The quay' })
  const articles = [shared, shared, own].map((text, at) =>
    exampleArticle(clock, source, { headline: `Article ${at}`, original: exampleOriginal(text).sha256 }),
  )
  const [first] = articles
  const versions = first?.versions.map((version) => ({
    ...version,
    slots: version.slots.map((slot) => ({ ...slot, photoId: photo.id })),
  }))
  const records = {
    ...emptyRecordSet,
    sources: [source],
    photos: [photo],
    articles: articles.map((article, at) => (at === 0 && versions ? { ...article, versions } : article)),
    originals: [exampleOriginal(shared), exampleOriginal(own)],
  }
  archive.catalogue.commit({ records, action: 'import', actor: 'tester' })
  const ids = articles.map(({ id }) => id)
  return { ...opened, archive, ids, photo, source, shared, own, time }
}

const emptied = (job: JobState) => (job.result?.kind === 'empty' ? job.result : undefined)

test('moves an item to the trash and brings it back as it was, where it was', async () => {
  const { client, archive, ids } = await openFilled()
  const [first = '', second = ''] = ids
  const before = archive.catalogue.recordSet()
  const list = () => archive.catalogue.ids({}, { by: 'added', direction: 'ascending' })
  const order = list()
  expect(await client.trash.remove({ ids: [first, second] })).toEqual({ removed: 2 })
  expect(list()).toEqual(order.filter((id) => id !== first && id !== second))
  const { total, rows } = await client.trash.list({})
  expect(total).toBe(2)
  expect(rows.map(({ id, kind, merged }) => [id, kind, merged])).toContainEqual([first, 'article', undefined])
  await expect(client.trash.remove({ ids: [first] })).rejects.toEqual(code('not-found'))
  expect(await client.trash.restore({ ids: [first, second] })).toEqual({ restored: 2 })
  expect(archive.catalogue.recordSet()).toEqual(before)
  expect(list()).toEqual(order)
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken' })
})

test('removes all that was named or nothing', async () => {
  const { client, archive, ids, source } = await openFilled()
  const [first = ''] = ids
  await expect(client.trash.remove({ ids: [first, source.id] })).rejects.toEqual(code('not-found'))
  expect(archive.catalogue.removal(first)).toBeUndefined()
})

test('emptying destroys records and the bytes that nothing else needs, and no other', async () => {
  const { client, archive, finish, ids, shared, own } = await openFilled()
  const [first = '', second = '', third = ''] = ids
  const path = (text: string) => archive.originals.pathOf(exampleOriginal(text).sha256)
  await client.trash.remove({ ids: [second, third] })
  const { job } = await finish(await client.trash.empty({}))
  expect(emptied(job)).toMatchObject({ destroyed: 2, kept: 0, files: 1 })
  expect(archive.catalogue.unneeded()).toEqual([])
  expect(await readFile(path(shared), 'utf8')).toBe(shared)
  await expect(stat(path(own))).rejects.toThrow('ENOENT')
  expect([first, second, third].map((id) => archive.catalogue.record(id)?.id)).toEqual([
    first,
    undefined,
    undefined,
  ])
  expect(archive.catalogue.events(third, { local: true }).at(-1)?.action).toBe('destroy')
  await expect(client.trash.restore({ ids: [third] })).rejects.toEqual(code('not-found'))
  expect((await client.trash.list({})).total).toBe(0)
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken', complete: 'yes' })
})

test('what something names stays in the trash until that goes, too', async () => {
  const { client, finish, archive, ids, photo } = await openFilled()
  const [first = ''] = ids
  await client.trash.remove({ ids: [photo.id] })
  const one = await finish(await client.trash.empty({}))
  expect(emptied(one.job)).toMatchObject({ destroyed: 0, kept: 1 })
  expect(archive.catalogue.record(photo.id)).toBeDefined()
  await client.trash.remove({ ids: [first] })
  const both = await finish(await client.trash.empty({}))
  expect(emptied(both.job)).toMatchObject({ destroyed: 2, kept: 0 })
})

test('a note on a removed item keeps it from being destroyed', async () => {
  const { client, finish, ids } = await openFilled()
  const [, , third = ''] = ids
  const note = await client.notes.make({ target: { itemId: third }, text: 'Ask again.' })
  await client.trash.remove({ ids: [third] })
  expect(emptied((await finish(await client.trash.empty({}))).job)).toMatchObject({ destroyed: 0, kept: 1 })
  await client.notes.withdraw({ id: note.id })
  const { rows } = await client.trash.list({})
  expect(rows.map(({ kind, title }) => [kind, title])).toContainEqual(['note', 'Ask again.'])
  expect(emptied((await finish(await client.trash.empty({}))).job)).toMatchObject({ destroyed: 2, kept: 0 })
})

test('a merge is undone until the trash is emptied, and says so afterwards', async () => {
  const { client, finish, ids } = await openFilled()
  const [first = '', second = ''] = ids
  const { stepId } = await client.duplicates.merge({ keptId: first, removedIds: [second] })
  const { rows } = await client.trash.list({})
  expect(rows[0]).toMatchObject({ id: second, merged: { into: first, title: 'Article 0' } })
  await expect(client.trash.restore({ ids: [second] })).rejects.toEqual(code('bad-input'))
  await finish(await client.trash.empty({}))
  const { job } = await finish(await client.duplicates.undo({ id: stepId }))
  expect(job.error?.code).toBe('trash-emptied')
  const [step] = (await client.duplicates.history({})).steps
  expect(step?.shown[0]?.undoable).toBe(false)
})

test('an item that was destroyed can come in again, and its chain goes on', async () => {
  const { app, client, archive, finish, ids } = await openFilled()
  const [, , third = ''] = ids
  const record = archive.catalogue.record(third)
  await client.trash.remove({ ids: [third] })
  await finish(await client.trash.empty({}))
  if (record?.kind !== 'article') throw new TypeError('an article')
  await keepBytes(archive, app.clock.createId(), 'own\n')
  const originals = record.versions.map(() => exampleOriginal('own\n'))
  archive.catalogue.commit({
    records: { ...emptyRecordSet, articles: [record], originals },
    action: 'import',
    actor: 'tester',
  })
  expect(archive.catalogue.record(third)).toEqual(record)
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken' })
})

test('a note that was withdrawn is nothing that is missing', async () => {
  const { client, archive, ids } = await openFilled()
  const note = await client.notes.make({ target: { itemId: ids[0] ?? '' }, text: 'Ask again.' })
  await client.notes.withdraw({ id: note.id })
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, complete: 'yes' })
})

test('what is past its thirty days goes by itself, and not a day before', async () => {
  const { app, archive, ids, time } = await openFilled()
  const [first = '', , third = ''] = ids
  archive.catalogue.removeItems([third], 'tester')
  time.shift(29.9 * day)
  archive.catalogue.removeItems([first], 'tester')
  expect(await app.trash.tidy()).toBe(false)
  expect(archive.catalogue.removal(third)).toBeDefined()
  time.shift(0.2 * day)
  expect(await app.trash.tidy()).toBe(true)
  expect(archive.catalogue.record(third)).toBeUndefined()
  expect(archive.catalogue.record(first)).toBeDefined()
})

test('bytes that an import adopted and has not stored yet are left where they are', async () => {
  const { app, client, archive, finish, ids, own } = await openFilled()
  const { sha256 } = exampleOriginal(own)
  await client.trash.remove({ ids: [ids[2] ?? ''] })
  await keepBytes(archive, app.clock.createId(), own)
  expect(emptied((await finish(await client.trash.empty({}))).job)).toMatchObject({ destroyed: 1, files: 0 })
  expect(await archive.originals.has(sha256)).toBe(true)
  expect(archive.catalogue.unneeded()).toEqual([sha256])
})
