import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArchiveSession } from '#core/process/archiveSession'
import { createBuiltSession, dial } from './fixtures/builtCore'
import type { FrameLine } from './forkedCore'

describe('the core process that is built', () => {
  let folder = ''
  let cores: ChildProcess[] = []
  let session: ArchiveSession<FrameLine>

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuttings-core-'))
    cores = []
    session = createBuiltSession({
      archive: join(folder, 'A'),
      create: true,
      onFork: (child) => cores.push(child),
    })
  })
  afterEach(async () => {
    await session.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('makes an archive, answers over a line, and gives the lock back at its end', async () => {
    expect(await session.reopen()).toMatchObject({ state: 'open', name: 'A' })
    const { client, heard } = await dial(session)
    expect((await client.library.describe({})).counts.article).toBe(0)
    await session.close()
    expect(heard).toEqual(['{"greeting":"bye"}', '(ended)'])
    expect(await readdir(join(folder, 'A'))).not.toContain('lock.json')
  })

  it('fails the calls that were under way when it is killed, and is there again for the next', async () => {
    await session.reopen()
    const first = await dial(session)
    const changes = await first.client.library.changes({})
    const waiting = (async () => {
      for await (const change of changes) void change
    })()
    cores[0]?.kill('SIGKILL')
    await expect(waiting).rejects.toThrow()
    expect(first.heard).toEqual(['(ended)'])
    const second = await dial(session)
    expect((await second.client.library.describe({})).name).toBe('A')
    expect(cores).toHaveLength(2)
  })

  it('opens no archive of two processes at once for writing', async () => {
    await session.reopen()
    const other = createBuiltSession({
      archive: join(folder, 'A'),
      create: false,
      onFork: () => undefined,
    })
    expect(await other.reopen()).toMatchObject({ state: 'open' })
    expect([session.readOnly, other.readOnly]).toEqual([false, true])
    await other.close()
  })
})
