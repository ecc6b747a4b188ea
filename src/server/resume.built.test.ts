import type { ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ArchiveClient } from '#shared/contract/archive'
import type { FileResult, JobState } from '#shared/contract/jobs'
import type { ArchiveSession } from '#core/process/archiveSession'
import { createTokenTable } from '#core/process/tokenTable'
import type { FrameLine } from './forkedCore'
import { createBuiltSession, dial } from './fixtures/builtCore'

const files = 60

let folder = ''
let cores: ChildProcess[] = []
let session: ArchiveSession<FrameLine>
let token = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-resume-'))
  cores = []
  const tokens = createTokenTable()
  session = createBuiltSession({
    archive: join(folder, 'A'),
    create: true,
    tokens,
    onFork: (child) => cores.push(child),
  })
  await session.reopen()
  const input = join(folder, 'in')
  await mkdir(input)
  for (let number = 0; number < files; number += 1)
    await writeFile(
      join(input, `report-${number}.txt`),
      `Report number ${number}\n\nThe harbour was measured ${number} times.\n\nSource: Example Wire\n`,
    )
  token = tokens.adopt(input, 'import')
})
afterEach(async () => {
  await session.close()
  await rm(folder, { recursive: true, force: true })
})

/** Follows a job; a stream that breaks with its process has ended. */
const follow = async (
  client: ArchiveClient,
  id: string,
  onFile: (file: FileResult, told: number) => void = () => undefined,
) => {
  const told: FileResult[] = []
  let job: JobState | undefined
  try {
    for await (const event of await client.jobs.watch({ id })) {
      if (event.type === 'state') job = event.job
      else onFile(event.file, told.push(event.file))
    }
  } catch {
    // The process was killed, as it was to be.
  }
  return { job, told }
}

it.each([1, 20])(
  'goes on with an import that was killed after it told of %i files, and holds every file once',
  async (after) => {
    const first = (await dial(session)).client
    const plan = await follow(first, (await first.imports.plan({ tokens: [token] })).jobId)
    const planId = plan.job?.result?.kind === 'plan' ? plan.job.result.planId : ''
    const { jobId } = await first.imports.commit({ planId })
    const { told } = await follow(first, jobId, (_, count) => {
      if (count === after) cores[0]?.kill('SIGKILL')
    })
    expect(told.length).toBeGreaterThanOrEqual(after)

    const { client } = await dial(session)
    expect(cores).toHaveLength(2)
    const held = (await client.library.describe({})).counts.article
    expect(held).toBeLessThan(files)
    const [interrupted] = await client.imports.interrupted({})
    expect(interrupted).toMatchObject({ id: jobId, names: ['in'], files })
    // What was saved and not noted any more is found to be held.
    expect(held - (interrupted?.done ?? 0)).toBeLessThanOrEqual(1)

    const resumed = await follow(client, (await client.imports.resume({ id: jobId })).jobId)
    const outcomes = resumed.told.map(({ outcome }) => outcome)
    expect(outcomes).toHaveLength(files)
    expect(outcomes.filter((outcome) => outcome === 'imported').length).toBeGreaterThanOrEqual(files - 1)
    expect((await client.library.describe({})).counts.article).toBe(files)
    expect(await client.imports.interrupted({})).toEqual([])
    expect(await readdir(join(folder, 'A', 'derived', 'imports'))).toEqual([])
  },
)
