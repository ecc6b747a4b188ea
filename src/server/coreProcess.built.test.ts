import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArchiveClient } from '#shared/contract/archive'
import { ArchiveSession } from '#core/process/archiveSession'
import type { Frame } from '#core/process/messages'
import { createTokenTable } from '#core/process/tokenTable'
import { driveForkedCore, type FrameLine } from './forkedCore'

const built = (name: string): string => resolve(import.meta.dirname, '../../out/main', name)
const ready = '{"greeting":"ready"}'

/** A line whose page is this test; resolves once the core has greeted it. */
const dial = (session: ArchiveSession<FrameLine>) =>
  new Promise<{ readonly client: ArchiveClient; readonly heard: string[] }>((resolveLine, reject) => {
    const target = new EventTarget()
    const heard: string[] = []
    let toCore: (frame: Frame) => void = () => undefined
    const port = {
      addEventListener: target.addEventListener.bind(target),
      postMessage: (data: Frame) => toCore(data),
    } as unknown as ConstructorParameters<typeof RPCLink>[0]['port']
    const client = createORPCClient<ArchiveClient>(new RPCLink({ port }))
    session.give({
      send: (frame) => {
        if (frame === ready) resolveLine({ client, heard })
        else if (String(frame).startsWith('{"greeting"')) heard.push(String(frame))
        else target.dispatchEvent(new MessageEvent('message', { data: frame }))
      },
      onFrame: (listener) => (toCore = listener),
      onEnd: () => undefined,
      end: () => {
        heard.push('(ended)')
        target.dispatchEvent(new Event('close'))
      },
      refuse: (error) => reject(new Error(error.message)),
    })
  })

const createSession = (archive: string, create: boolean, onFork: (child: ChildProcess) => void) =>
  new ArchiveSession<FrameLine>(
    {
      fork: (listeners) => {
        const child = fork(built('core.js'), [], { serialization: 'advanced', stdio: 'ignore', execArgv: [] })
        onFork(child)
        const paths = {
          parser: built('parser.js'),
          searchWorker: built('search.js'),
          bibliographyWorker: built('bibliography.js'),
        }
        return driveForkedCore(child, { ...paths, version: '1.0.0', log: () => undefined }, listeners)
      },
      tokens: createTokenTable(),
      sayPlace: (path) => path,
      onState: () => undefined,
      onJob: () => undefined,
      log: () => undefined,
      now: Date.now,
      patience: 10_000,
    },
    { archive, create },
  )

describe('the core process that is built', () => {
  let folder = ''
  let cores: ChildProcess[] = []
  let session: ArchiveSession<FrameLine>

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuttings-core-'))
    cores = []
    session = createSession(join(folder, 'A'), true, (child) => cores.push(child))
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
    const other = createSession(join(folder, 'A'), false, () => undefined)
    expect(await other.reopen()).toMatchObject({ state: 'open' })
    expect([session.readOnly, other.readOnly]).toEqual([false, true])
    await other.close()
  })
})
