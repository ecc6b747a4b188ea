import type { ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ArchiveClient } from '#shared/contract/archive'
import type { ArchiveSession } from '#core/process/archiveSession'
import { createTokenTable } from '#core/process/tokenTable'
import type { FrameLine } from './forkedCore'
import { createBuiltSession, dial } from './fixtures/builtCore'

/** Documents of a segment and of the live index, so that a few files are flushed and merged. */
const indexSize = 4
const rounds = 8
const filesOfRound = 12

let folder = ''
let session: ArchiveSession<FrameLine> | undefined
const tokens = createTokenTable()
const cores: ChildProcess[] = []
/** Ids that were told to be held, and of those the ones that were told to be removed. */
const promised = new Set<string>()
const removed = new Set<string>()

beforeAll(async () => {
  vi.stubEnv('CUTTINGS_INDEX_SIZE', String(indexSize))
  folder = await mkdtemp(join(tmpdir(), 'cuttings-search-kill-'))
})
afterAll(async () => {
  await session?.close()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** A session of its own for each start: one whose process ends again and again does not start another. */
const start = async (): Promise<ArchiveClient> => {
  await session?.close()
  session = createBuiltSession({
    archive: join(folder, 'A'),
    create: true,
    tokens,
    onFork: (child) => cores.push(child),
  })
  await session.reopen()
  return (await dial(session)).client
}

/** Works until the process is killed; a call that is made after that is never answered. */
const untilKilled = async (core: ChildProcess | undefined, work: () => Promise<unknown>): Promise<void> => {
  let isGone = false
  const gone = new Promise<void>((resolve) => {
    core?.once('exit', () => {
      isGone = true
      resolve()
    })
  })
  const worked = work().catch(async (error: unknown) => {
    // What the kill broke off has ended; its exit is told a little later.
    if (core?.killed !== true && !isGone) throw error
    await gone
  })
  await Promise.race([worked, gone])
  await gone
}

const add = async (client: ArchiveClient, round: number): Promise<void> => {
  const input = join(folder, `in-${round}`)
  await mkdir(input, { recursive: true })
  for (let file = 0; file < filesOfRound; file += 1)
    await writeFile(
      join(input, `${file}.txt`),
      `Report ${round} ${file}\n\nA common word, and own${round}x${file}.\n`,
    )
  const { jobId } = await client.imports.plan({ tokens: [tokens.adopt(input, 'import')] })
  let planId = ''
  for await (const event of await client.jobs.watch({ id: jobId }))
    if (event.type === 'state' && event.job.result?.kind === 'plan') planId = event.job.result.planId
  const work = await client.imports.commit({ planId })
  for await (const event of await client.jobs.watch({ id: work.jobId }))
    if (event.type === 'file' && event.file.id && event.file.outcome === 'imported')
      promised.add(event.file.id)
}

const remove = async (client: ArchiveClient): Promise<void> => {
  const [keptId, ...others] = [...promised].filter((id) => !removed.has(id))
  const removedIds = others.slice(-2)
  if (!keptId || removedIds.length === 0) return
  await client.duplicates.merge({ keptId, removedIds })
  for (const id of removedIds) removed.add(id)
}

const rebuild = async (client: ArchiveClient): Promise<void> => {
  const { jobId } = await client.library.rebuild({})
  for await (const event of await client.jobs.watch({ id: jobId })) void event
}

/** What is found of the archive once its index is ready. */
const found = async (client: ArchiveClient): Promise<Set<string>> => {
  await vi.waitFor(
    async () => {
      const { index } = await client.library.describe({})
      expect(index.state).toBe('ready')
      expect(index.searchable).toBe(index.total)
    },
    { timeout: 20_000, interval: 30 },
  )
  const { hits, total } = await client.search.query({ text: 'common ', limit: 200 })
  expect(hits).toHaveLength(total)
  return new Set(hits.map(({ id }) => id))
}

const lostOf = (all: ReadonlySet<string>, gone: ReadonlySet<string>, there: ReadonlySet<string>): string[] =>
  [...all].filter((id) => !gone.has(id) && !there.has(id))

it('finds all that was acknowledged and nothing that was removed, killed at whatever moment of adding, merging and rebuilding', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const client = await start()
    const core = cores.at(-1)
    await untilKilled(core, async () => {
      const added = add(client, round)
      if (round === 0) {
        // However slow a machine is, something was told to be added and to be removed.
        await added
        await remove(client)
      }
      setTimeout(() => core?.kill('SIGKILL'), Math.random() * 700)
      await added
      await remove(client)
      for (;;) await rebuild(client)
    })
    const next = await start()
    const there = await found(next)
    expect(lostOf(promised, removed, there)).toEqual([])
    expect([...removed].filter((id) => there.has(id))).toEqual([])
  }
  expect(promised.size).toBeGreaterThan(filesOfRound - 1)
  expect(removed.size).toBeGreaterThan(0)
  expect((await readdir(join(folder, 'A', 'derived', 'index'))).length).toBeGreaterThan(1)
}, 120_000)

it('would notice an item that is not found', async () => {
  const client = await start()
  const there = await found(client)
  expect(lostOf(promised, new Set(), there).sort()).toEqual([...removed].sort())
})
