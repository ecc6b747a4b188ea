import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArchiveOutputs } from '#shared/contract/archive'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { exampleSource } from '../store/fixtures/exampleRecords'
import { citingArticle } from './fixtures/citedSources'

let test: TestApp
beforeEach(async () => {
  test = await openTestApp()
})
afterEach(() => test.close())

/** Sources of these names, each cited by as many articles as it says. */
const fill = (cited: Readonly<Record<string, number>>): string[] => {
  const sources = Object.keys(cited).map((name) => exampleSource(clock, name))
  const articles = sources.flatMap((source) =>
    Array.from({ length: cited[source.name] ?? 0 }, (_, at) =>
      citingArticle(source, source.name, `${source.name} ${at}`),
    ),
  )
  const records = { ...emptyRecordSet, sources, articles }
  test.app.archive.catalogue.commit({ records, action: 'import', actor: 'tester' })
  return sources.map(({ id }) => id)
}

const proposed = async (): Promise<string[][]> => {
  const { groups } = await test.client.sources.proposals({})
  return groups.map(({ members }) => members.map(({ name }) => name))
}

const finished = async (started: Promise<{ jobId: string }>) => (await test.finish(await started)).job

const mergeAs = async (keptId: string, removedIds: string[]) => {
  const { result } = await finished(test.client.sources.merge({ merges: [{ keptId, removedIds }] }))
  if (result?.kind !== 'merge') throw new TypeError('no merge')
  return result
}

describe('proposals', () => {
  it('are groups of sources that may be one, the surer ones first, the most cited first in each', async () => {
    fill({ 'CNN News': 1, BBC: 1, CNN: 2, 'The Guardian': 0, guardian: 1, 'Agence France-Presse': 0 })
    expect(await test.client.sources.counts({})).toEqual({ groups: 2, removed: 2 })
    const { total, groups } = await test.client.sources.proposals({ limit: 1 })
    expect(total).toBe(2)
    expect(groups).toMatchObject([{ reason: 'same-words', total: 2, members: [{ name: 'guardian' }, {}] }])
    expect(await proposed()).toEqual([
      ['guardian', 'The Guardian'],
      ['CNN', 'CNN News'],
    ])
  })

  it('come with a spelling that is imported, and nothing is merged by itself', async () => {
    fill({ CNN: 1 })
    expect(await proposed()).toEqual([])
    fill({ 'C.N.N.': 1 })
    expect(await proposed()).toEqual([['CNN', 'C.N.N.']])
    expect((await test.client.library.describe({})).counts.source).toBe(2)
  })

  it('see other names, too', async () => {
    const [id = ''] = fill({ 'Associated Press': 1, AP: 0 })
    expect(await proposed()).toEqual([])
    await test.client.sources.edit({
      id,
      fields: { name: 'Associated Press', aliases: ['A.P.'], warnings: [] },
    })
    expect(await proposed()).toEqual([['Associated Press', 'AP']])
  })

  it('leave out what was said to be different, until that is recalled', async () => {
    const [first = '', second = ''] = fill({ CNN: 1, 'CNN News': 0 })
    const { dismissalIds } = await test.client.sources.dismiss({ groups: [[first, second]] })
    expect(await proposed()).toEqual([])
    fill({ 'C.N.N.': 0 })
    expect(await proposed()).toEqual([['CNN', 'C.N.N.']])
    const { total, rows } = await test.client.sources.dismissals({})
    expect([total, rows]).toMatchObject([1, [{ sources: [{ name: 'CNN' }, { name: 'CNN News' }] }]])
    await test.client.sources.recall({ dismissalIds })
    expect(await proposed()).toEqual([['CNN', 'CNN News', 'C.N.N.']])
    expect((await test.client.sources.dismissals({})).total).toBe(0)
  })
})

describe('an edit', () => {
  it('is one event, keeps what is clean, and is undone', async () => {
    const [id = ''] = fill({ TASS: 1 })
    const fields = {
      name: 'TASS',
      aliases: ['ИТАР-ТАСС', 'tass', ' '.repeat(2) + 'Итар-Тасс'],
      sourceKind: 'agency' as const,
      owner: 'the state',
      houseNote: 'First line\r\nsecond\u0007 line',
      warnings: ['place names not to be relied on'],
      url: 'https://tass.example',
    }
    const { stepId = '' } = await test.client.sources.edit({ id, fields })
    const { source } = await test.client.sources.get({ id })
    expect(source).toEqual({
      ...fields,
      id,
      kind: 'source',
      aliases: ['ИТАР-ТАСС'],
      houseNote: 'First line\nsecond  line',
    })
    expect((await test.client.events.list({ itemId: id })).map(({ action }) => action)).toEqual(['import', 'edit'])
    expect(await test.client.sources.edit({ id, fields: { ...fields, aliases: source.aliases } })).toEqual({})
    const { steps } = await test.client.sources.history({})
    expect(steps).toMatchObject([{ id: stepId, deed: 'edit', shown: [{ source: { name: 'TASS' }, undoable: true }] }])
    expect((await finished(test.client.sources.undo({ id: stepId }))).state).toBe('done')
    expect((await test.client.sources.get({ id })).source).toMatchObject({ aliases: [], warnings: [] })
    await expect(test.client.sources.undo({ id: stepId })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lets search read the articles again that cite the source', async () => {
    const [id = ''] = fill({ CNN: 3 })
    const { catalogue } = test.app.archive
    const revision = catalogue.revision()
    await test.client.sources.edit({ id, fields: { name: 'Cable News', aliases: [], warnings: [] } })
    expect(catalogue.changesSince(revision).ids).toHaveLength(3)
  })

  it('is refused where it names nothing', async () => {
    const [id = ''] = fill({ CNN: 0 })
    const asked = test.client.sources.edit({ id, fields: { name: '  ', aliases: [], warnings: [] } })
    await expect(asked).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describe('merges', () => {
  it('of several groups are one step, undone at once or one by one', async () => {
    const [cnn = '', cnn2 = '', bbc = '', bbc2 = ''] = fill({ CNN: 2, 'C.N.N.': 1, BBC: 1, 'B.B.C.': 30 })
    const merges = [
      { keptId: cnn, removedIds: [cnn2] },
      { keptId: bbc, removedIds: [bbc2] },
    ]
    const { result } = await finished(test.client.sources.merge({ merges }))
    expect(result).toMatchObject({ kind: 'merge', merges: 2, removed: 2 })
    expect(await proposed()).toEqual([])
    expect(await test.client.sources.get({ id: bbc2 })).toMatchObject({
      source: { name: 'BBC', aliases: ['B.B.C.'] },
      citations: 62,
      mergedFrom: { id: bbc2, name: 'B.B.C.' },
      printed: [
        { literal: 'B.B.C.', citations: 60 },
        { literal: 'BBC', citations: 2 },
      ],
    })
    const [step] = (await test.client.sources.history({})).steps
    expect(step).toMatchObject({ deed: 'merge', sources: 2, others: 2, undone: 0 })
    await finished(test.client.sources.undo({ id: step?.shown[1]?.id ?? '' }))
    expect(await test.client.sources.get({ id: bbc2 })).toMatchObject({ citations: 60 })
    expect((await test.client.sources.history({})).steps).toMatchObject([{ undone: 1 }])
    const undone = await finished(test.client.sources.undo({ id: step?.id ?? '' }))
    expect(undone.result).toEqual({ kind: 'undo', merges: 1, restored: 1 })
    expect((await test.client.library.describe({})).counts.source).toBe(4)
  })

  it('that are cancelled leave what was stored, whole, and nothing else', async () => {
    const [first = '', second = ''] = fill({ CNN: 0, 'C.N.N.': 200 })
    const { jobId } = test.app.sources.merge([{ keptId: first, removedIds: [second] }])
    test.app.jobs.cancel(jobId)
    const { job } = await test.finish({ jobId })
    expect(job.state).toBe('cancelled')
    expect(await test.client.sources.get({ id: second })).toMatchObject({ citations: 400 })
    expect((await test.client.sources.history({})).total).toBe(0)
  })

  it('end with a plain reason where a source is gone', async () => {
    const [first = '', second = '', third = ''] = fill({ CNN: 0, 'C.N.N.': 0, 'cnn.com': 0 })
    await mergeAs(first, [second])
    const job = await finished(test.client.sources.merge({ merges: [{ keptId: third, removedIds: [second] }] }))
    expect([job.state, job.error?.code]).toEqual(['failed', 'not-found'])
  })

  it('are carried by packs that verify, and come into another archive as they are', async () => {
    const [first = '', second = ''] = fill({ CNN: 1, 'C.N.N.': 1 })
    await mergeAs(first, [second])
    await finished(test.client.sources.split({ id: first, aliases: ['C.N.N.'] }))
    const made = test.app.archive.catalogue.sourceNamed('C.N.N.')?.id ?? ''
    await mergeAs(first, [made])
    const path = join(test.folder, 'pack')
    const destination = test.tokenFor(path)
    const exported = await finished(
      test.client.exports.start({ selection: {}, destination, form: 'folder' }),
    )
    expect(exported.error).toBeUndefined()
    const checked = (await finished(test.client.verify.pack({ token: destination }))).result
    expect(checked).toMatchObject({ verification: { problems: 0, unchanged: 'yes', custody: 'unbroken' } })
    const other = await openTestApp()
    const { result } = (
      await other.finish(await other.client.imports.plan({ tokens: [other.tokenFor(path)] }))
    ).job
    if (result?.kind !== 'plan') throw new TypeError('no plan')
    await other.finish(await other.client.imports.commit({ planId: result.planId }))
    const there: ArchiveOutputs['sources']['get'] = await other.client.sources.get({ id: first })
    expect(there).toMatchObject({ source: { name: 'CNN', aliases: ['C.N.N.'] }, citations: 4 })
    expect((await other.client.library.describe({})).counts.source).toBe(1)
    await other.close()
  })
})

it('splits several names off at once, and undoes that', async () => {
  const [first = '', second = '', third = ''] = fill({ CNN: 1, 'C.N.N.': 2, 'cnn.com': 1 })
  await mergeAs(first, [second, third])
  const split = await finished(
    test.client.sources.split({ id: first, aliases: ['C.N.N.', 'cnn.com', 'CNN.com'] }),
  )
  expect(split.result).toMatchObject({ kind: 'split', citations: 6 })
  expect((await test.client.library.describe({})).counts.source).toBe(3)
  if (split.result?.kind !== 'split') throw new TypeError('no split')
  await finished(test.client.sources.undo({ id: split.result.stepId }))
  expect(await test.client.sources.get({ id: first })).toMatchObject({ citations: 8, articles: 4 })
  expect((await test.client.library.describe({})).counts.source).toBe(1)
})
