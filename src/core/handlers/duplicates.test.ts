import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { emptyRecordSet } from '../records/recordSets'
import { systemClock as clock } from '../records/clock'
import { examplePhoto } from '../duplicates/fixtures/alikeRecords'
import { exampleArticle, exampleSource } from '../store/fixtures/exampleRecords'

let world: TestApp
beforeEach(async () => {
  world = await openTestApp()
})
afterEach(() => world.close())

const body = Array.from({ length: 12 }, (_, at) =>
  Array.from({ length: 20 }, (_, word) => `word${at}x${word}`).join(' '),
)

/** The same report, with another last sentence. */
const report = (number: number): string =>
  [`The quay was measured, take ${number}`, ...body, `Sentence ${number} is the last.`].join('\n\n')

const put = async (name: string, text: string): Promise<string> => {
  const path = join(world.folder, name)
  await writeFile(path, text)
  return path
}

const importFiles = async (...files: readonly (readonly [string, string])[]) => {
  const paths = []
  for (const [name, text] of files) paths.push(await put(name, text))
  const { files: results } = await world.finish(world.app.imports.importNow(paths, { keepUnreadable: false }))
  return results
}

const importReports = (count: number) =>
  importFiles(...Array.from({ length: count }, (_, at) => [`report${at + 1}.txt`, report(at + 1)] as const), [
    'other.txt',
    'Another matter\n\nNothing of the quay is in this text, which is about bread.',
  ])

const mergeAll = async () => {
  const { job } = await world.finish(await world.client.duplicates.mergeAll({ rule: 'earliest' }))
  if (job.result?.kind !== 'merge') throw new TypeError(JSON.stringify(job))
  return job.result
}

const undo = async (id: string) => {
  const { job } = await world.finish(await world.client.duplicates.undo({ id }))
  return job.result
}

test('lists groups with what their members are told apart by', async () => {
  const results = await importReports(3)
  const { total, groups } = await world.client.duplicates.list({})
  expect(total).toBe(1)
  expect(groups[0]).toMatchObject({ kind: 'article', reason: 'text', total: 3 })
  expect(new Set(groups[0]?.members.map(({ id }) => id))).toEqual(
    new Set(results.slice(0, 3).map(({ id }) => id)),
  )
  expect(await world.client.duplicates.counts({})).toEqual({
    article: { groups: 1, removed: 2 },
    photo: { groups: 0, removed: 0 },
  })
})

test('merges every group by a rule as one step, which is undone as one', async () => {
  await importReports(3)
  const { client } = world
  const rows = (await client.library.list({})).rows
  const { stepId, merges, removed } = await mergeAll()
  expect({ merges, removed }).toEqual({ merges: 1, removed: 2 })
  expect((await client.library.list({})).total).toBe(2)
  expect((await client.search.query({ text: 'measured' })).total).toBe(1)
  expect((await client.duplicates.list({})).total).toBe(0)
  expect((await client.exports.preview({ selection: {} })).counts).toMatchObject({ articles: 2 })
  expect((await client.duplicates.history({})).steps).toMatchObject([
    { id: stepId, rule: 'earliest', merges: 1, removed: 2, undone: 0, shown: [{ undoable: true }] },
  ])
  expect(await undo(stepId)).toEqual({ kind: 'undo', merges: 1, restored: 2 })
  expect((await client.library.list({})).rows).toEqual(rows)
  expect((await client.search.query({ text: 'measured' })).total).toBe(3)
  expect((await client.duplicates.list({})).total).toBe(1)
  expect((await client.duplicates.history({})).steps).toMatchObject([{ undone: 1 }])
  await expect(client.duplicates.undo({ id: stepId })).rejects.toMatchObject({ code: 'not-found' })
})

test('says of a removed article what it was merged into, and packs that one in its place', async () => {
  const [first, second] = await importReports(2)
  const [keptId = '', removedId = ''] = [first?.id, second?.id]
  const { client } = world
  await client.duplicates.merge({ keptId, removedIds: [removedId] })
  const view = await client.articles.get({ id: removedId })
  expect(view.article.id).toBe(removedId)
  expect(view.mergedInto).toEqual({ id: keptId, title: 'The quay was measured, take 1' })
  expect(await client.articles.get({ id: keptId })).not.toHaveProperty('mergedInto')
  expect((await client.events.list({ itemId: removedId })).map(({ action }) => action)).toEqual([
    'import',
    'remove',
  ])
  const { titles } = await client.exports.preview({ selection: { ids: [removedId] } })
  expect(titles.filter(({ kind }) => kind === 'article').map(({ id }) => id)).toEqual([keptId])
})

test('answers the bytes of a removed article as a duplicate of the one that was kept', async () => {
  const [first, second] = await importReports(2)
  await world.client.duplicates.merge({ keptId: first?.id ?? '', removedIds: [second?.id ?? ''] })
  const [again, same] = await importFiles(['again.txt', report(2)], ['same.txt', report(1)])
  expect(again).toMatchObject({ outcome: 'duplicate', id: first?.id })
  expect(again?.message).toContain('in the trash, merged into "The quay was measured, take 1"')
  expect(same).toMatchObject({ outcome: 'duplicate', id: first?.id })
  expect(same).not.toHaveProperty('message')
  expect((await world.client.library.list({ filter: { kind: 'article' } })).total).toBe(2)
})

test('does not show again what was dismissed, until that is recalled', async () => {
  await importReports(2)
  const { duplicates } = world.client
  const ids = (await duplicates.list({})).groups[0]?.members.map(({ id }) => id) ?? []
  const { dismissalId } = await duplicates.dismiss({ ids })
  expect((await duplicates.list({})).total).toBe(0)
  await duplicates.recall({ dismissalId })
  expect((await duplicates.list({})).total).toBe(1)
})

test('a slot whose photo was merged shows the photo that was kept, and a pack still holds its own', async () => {
  const source = exampleSource(clock, 'Reuters')
  const fields = { creator: 'A', dateCreated: '2024-01-01', headline: 'The quay' }
  const [kept, gone] = [examplePhoto(clock, fields), examplePhoto(clock, fields)]
  const article = exampleArticle(clock, source)
  const versions = article.versions.map((version) => ({
    ...version,
    slots: version.slots.map((slot) => ({ ...slot, photoId: gone.id })),
  }))
  world.app.archive.catalogue.commit({
    records: {
      ...emptyRecordSet,
      sources: [source],
      photos: [kept, gone],
      articles: [{ ...article, versions }],
    },
    action: 'import',
    actor: 'tester',
  })
  const { client } = world
  expect((await client.duplicates.list({ kind: 'photo' })).groups).toMatchObject([
    { reason: 'fields', total: 2 },
  ])
  await client.duplicates.merge({ keptId: kept.id, removedIds: [gone.id] })
  expect(await client.photos.get({ id: gone.id })).toEqual({ photo: kept, mergedFrom: gone.id })
  expect(await client.photos.get({ id: kept.id })).toEqual({ photo: kept })
  const { counts } = await client.exports.preview({ selection: { ids: [article.id] } })
  expect(counts).toMatchObject({ photos: 1, slots: 1 })
})

test('stopped in the middle, keeps the groups that were merged, and these can be undone', async () => {
  await importReports(2)
  const started = await world.client.duplicates.mergeAll({ rule: 'fullest' })
  await world.client.jobs.cancel({ id: started.jobId })
  const { job } = await world.finish(started)
  const { steps } = await world.client.duplicates.history({})
  const left = (await world.client.library.list({ filter: { kind: 'article' } })).total
  expect(['done', 'cancelled']).toContain(job.state)
  expect(left + (steps[0]?.removed ?? 0)).toBe(3)
})

test('gives all members of a large group, a page at a time', async () => {
  await importReports(60)
  const { client } = world
  const [group] = (await client.duplicates.list({})).groups
  expect(group).toMatchObject({ total: 60 })
  expect(group?.members).toHaveLength(50)
  const rest = await client.duplicates.members({ id: group?.id ?? '', offset: 50, limit: 100 })
  expect(rest).toMatchObject({ total: 60 })
  expect(rest.members).toHaveLength(10)
  expect(new Set([...(group?.members ?? []), ...rest.members].map(({ id }) => id)).size).toBe(60)
  const gone = '0193a000-0000-7000-8000-000000000000'
  await expect(client.duplicates.members({ id: gone })).rejects.toMatchObject({ code: 'not-found' })
})

test('an undo that is stopped keeps what came back, and the same call undoes the rest', async () => {
  await importFiles(
    ...Array.from({ length: 6 }, (_, at): [string, string][] => {
      const words = Array.from({ length: 60 }, (__, word) => `w${at}x${word}`).join(' ')
      return [1, 2].map((take) => [`${at}-${take}.txt`, `Matter ${at}\n\n${words}\n\nTake ${take}.`])
    }).flat(),
  )
  const { client, app } = world
  const { stepId, merges } = await mergeAll()
  expect(merges).toBe(6)
  const { undoMerge } = app.archive.catalogue
  let calls = 0
  Object.assign(app.archive.catalogue, {
    undoMerge: (...given: Parameters<typeof undoMerge>) => {
      calls += 1
      const running = app.jobs.list().find(({ kind, state }) => kind === 'undo' && state === 'running')
      if (calls === 2 && running) app.jobs.cancel(running.id)
      return undoMerge(...given)
    },
  })
  const { job } = await world.finish(await client.duplicates.undo({ id: stepId }))
  expect(job).toMatchObject({ kind: 'undo', state: 'cancelled', progress: { done: 1, total: 6 } })
  expect((await client.library.list({})).total).toBe(8)
  expect((await client.duplicates.history({})).steps).toMatchObject([{ merges: 6, undone: 2 }])
  expect(await undo(stepId)).toEqual({ kind: 'undo', merges: 4, restored: 4 })
  expect((await client.library.list({})).total).toBe(12)
})
