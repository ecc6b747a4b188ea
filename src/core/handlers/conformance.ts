import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isDefinedError, safe } from '@orpc/client'
import type { ArchiveClient } from '#shared/contract/archive'
import type { FileResult, JobState } from '#shared/contract/jobs'
import { bridgeText, harbourText } from '../fixtures/articleFiles'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { createPlainSearch } from '../fixtures/createPlainSearch'
import type { ArchiveRouter } from './createRouter'

export interface Binding {
  readonly client: ArchiveClient
  readonly close: () => Promise<void>
}

const secret = 'a secret of /home/someone'
const nobody = '0193a000-0000-7000-8000-000000000000'

/** Follows a job to its end, over the wire. */
const follow = async (
  client: ArchiveClient,
  jobId: string,
): Promise<{ readonly job: JobState; readonly files: readonly FileResult[] }> => {
  const files: FileResult[] = []
  let job: JobState | undefined
  for await (const event of await client.jobs.watch({ id: jobId })) {
    if (event.type === 'file') files.push(event.file)
    else job = event.job
  }
  if (!job) throw new TypeError('a job says at least once how it is')
  return { job, files }
}

const errorOf = async (call: Promise<unknown>) => {
  const { error } = await safe(call)
  if (!(error instanceof Error) || !isDefinedError(error))
    throw new TypeError(`not a defined error: ${String(error)}`)
  const { code, message, data } = error as { code: string; message: string; data: unknown }
  return { code, message, data, whole: JSON.stringify(error) + String((error as Error).stack) }
}

/** The application and the client of the test that runs. */
interface World {
  readonly test: () => TestApp
  readonly client: () => ArchiveClient
}

const fileWith = async (world: World, fileName: string, text: string): Promise<string> => {
  const path = join(world.test().folder, fileName)
  await writeFile(path, text)
  return world.test().tokenFor(path)
}

const planOf = async (world: World, tokens: string[]): Promise<string> => {
  const { jobId } = await world.client().imports.plan({ tokens })
  const { job } = await follow(world.client(), jobId)
  if (job.result?.kind !== 'plan') throw new TypeError(`no plan: ${JSON.stringify(job)}`)
  return job.result.planId
}

const importAll = async (world: World, tokens: string[]) => {
  const { jobId } = await world.client().imports.commit({ planId: await planOf(world, tokens) })
  return follow(world.client(), jobId)
}

const itReads = (world: World): void => {
  it('describes the archive', async () => {
    const state = await world.client().library.describe({})
    expect(state).toMatchObject({ id: world.test().app.archive.id, name: 'archive', revision: 0 })
    expect(state.counts).toMatchObject({ article: 0, slot: 0 })
  })

  it('lists, and gives records whole', async () => {
    await importAll(world, [
      await fileWith(world, 'a.txt', harbourText),
      await fileWith(world, 'b.txt', bridgeText),
    ])
    const { total, rows } = await world.client().library.list({ filter: { kind: 'article' } })
    expect(total).toBe(2)
    const [row] = rows
    expect(await world.client().library.ids({ filter: { kind: 'article' } })).toEqual(
      rows.map(({ id }) => id),
    )
    expect(await world.client().records.get({ id: row?.id ?? '' })).toMatchObject({
      kind: 'article',
      id: row?.id,
    })
    expect(await world.client().events.list({ itemId: row?.id ?? '' })).toMatchObject([
      { action: 'import', sequence: 1 },
    ])
  })

  it('finds', async () => {
    await importAll(world, [await fileWith(world, 'a.txt', harbourText)])
    const { total, hits } = await world.client().search.query({ text: 'tuesday' })
    expect(total).toBe(1)
    expect(hits[0]?.places[0]?.passage).toBeDefined()
  })
}

const itWorks = (world: World): void => {
  it('imports by token: a dry run that writes nothing, then the same for good', async () => {
    const planId = await planOf(world, [
      await fileWith(world, 'a.txt', harbourText),
      await fileWith(world, 'b.txt', ''),
    ])
    const { totals, entries } = await world.client().imports.planned({ planId })
    expect(totals).toMatchObject({ files: 2, add: 1, refuse: 1, articles: 1 })
    expect(entries.map(({ index, name: file, outcome }) => ({ index, file, outcome }))).toEqual([
      { index: 0, file: 'a.txt', outcome: 'add' },
      { index: 1, file: 'b.txt', outcome: 'refuse' },
    ])
    expect(await world.client().imports.preview({ planId, index: 0 })).toMatchObject({ kind: 'article' })
    expect((await world.client().library.describe({})).counts.article).toBe(0)

    const { job, files } = await follow(
      world.client(),
      (await world.client().imports.commit({ planId })).jobId,
    )
    expect(job).toMatchObject({ state: 'done', result: { counts: { imported: 1, refused: 1 } } })
    const [imported] = files
    const article = await world.client().articles.get({ id: imported?.id ?? '' })
    expect(article.article.headline).toBe('The harbour was measured twice')
    expect((await errorOf(world.client().imports.planned({ planId }))).code).toBe('plan-gone')
  })

  it('exports to the place behind a token', async () => {
    await importAll(world, [await fileWith(world, 'a.txt', harbourText)])
    expect((await world.client().exports.preview({ selection: {} })).counts).toMatchObject({ articles: 1 })
    await mkdir(join(world.test().folder, 'out'))
    const destination = world.test().tokenFor(join(world.test().folder, 'out/pack'))
    const { jobId } = await world.client().exports.start({ selection: {}, destination, form: 'folder' })
    const { job } = await follow(world.client(), jobId)
    expect(job).toMatchObject({ state: 'done', result: { exported: { items: 1 } } })
    expect(await readdir(join(world.test().folder, 'out'))).toEqual(['pack'])
    const again = world.client().exports.start({ selection: {}, destination, form: 'folder' })
    expect((await errorOf(again)).code).toBe('destination-exists')
  })
}

const itRefuses = (world: World): void => {
  it('answers a refusal with its code, its sentence and its details', async () => {
    expect(await errorOf(world.client().records.get({ id: nobody }))).toMatchObject({
      code: 'not-found',
      message: 'There is no record with this id in the archive.',
      data: { what: 'record' },
    })
    expect((await errorOf(world.client().imports.plan({ tokens: ['a-made-up-token-0000'] }))).code).not.toBe(
      'internal',
    )
    expect(
      (
        await errorOf(
          world
            .client()
            .jobs.watch({ id: nobody })
            .then((events) => events.next()),
        )
      ).code,
    ).toBe('job-gone')
  })

  it('answers input that is not as the contract says with bad-input', async () => {
    const bad = world.client().records.get({ id: 'not-an-id' })
    expect(await errorOf(bad)).toMatchObject({ code: 'bad-input' })
    const wrong = world.client().library.list({ limit: 100_000 })
    expect((await errorOf(wrong)).message).toContain('limit')
  })

  it('lets nothing out of an error that nobody foresaw but a reference, and logs it in full', async () => {
    const error = await errorOf(world.client().search.places({ text: 'x', id: nobody }))
    expect(error.code).toBe('internal')
    expect(error.whole).not.toContain(secret)
    const { reference } = error.data as { reference: string }
    expect(error.message).toContain(reference)
    expect(world.test().logged.join('\n')).toContain(secret)
    expect(world.test().logged.join('\n')).toContain(reference)
  })
}

const itStreams = (world: World): void => {
  it('streams a job until the listener aborts, which does not end the job', async () => {
    const { id } = world
      .test()
      .app.jobs.start(
        'verify',
        ({ signal }) =>
          new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
      )
    const listener = new AbortController()
    const events = await world.client().jobs.watch({ id }, { signal: listener.signal })
    const first = await events.next()
    expect(first.value).toMatchObject({ type: 'state', job: { id, state: 'running' } })
    const rest = safe(
      (async () => {
        for await (const event of events) void event
      })(),
    )
    listener.abort()
    await rest
    expect((await world.client().jobs.list({})).find((job) => job.id === id)?.state).toBe('running')
    await world.client().jobs.cancel({ id })
    expect((await follow(world.client(), id)).job.state).toBe('cancelled')
  })

  it('tells of changes until the listener goes', async () => {
    const listener = new AbortController()
    const changes = await world.client().library.changes({}, { signal: listener.signal })
    expect((await changes.next()).value).toMatchObject({ revision: 0 })
    await importAll(world, [await fileWith(world, 'a.txt', harbourText)])
    const told = await changes.next()
    expect(told.done ? 0 : told.value.revision).toBeGreaterThan(0)
    listener.abort()
  })
}

/** Runs the same behaviour over any way of reaching the router: what holds over one has to hold over all. */
export const describeConformance = (
  name: string,
  bind: (router: ArchiveRouter) => Promise<Binding>,
): void => {
  describe(`the archive contract over ${name}`, () => {
    let test: TestApp
    let binding: Binding
    beforeEach(async () => {
      test = await openTestApp(({ catalogue }) => ({
        search: { ...createPlainSearch(catalogue), places: () => Promise.reject(new Error(secret)) },
      }))
      binding = await bind(test.app.router)
    })
    afterEach(async () => {
      await binding.close()
      await test.close()
    })

    const world: World = { test: () => test, client: () => binding.client }
    itReads(world)
    itWorks(world)
    itRefuses(world)
    itStreams(world)
  })
}
