import { describe, expect, it } from 'vitest'
import type { ArchiveState } from '#shared/contract/host'
import { CuttingsError, type ErrorReport } from '#shared/errors'
import { ArchiveSession } from './archiveSession'
import type { CoreListeners } from './coreChild'
import type { FromCore, OpenRequest } from './messages'
import { createTokenTable } from './tokenTable'

interface FakeCore {
  readonly listeners: CoreListeners
  readonly opened: OpenRequest[]
  readonly lines: string[]
  readonly resolved: (string | undefined)[]
  readonly watched: string[][]
  killed: boolean
}

interface FakeLine {
  readonly name: string
  readonly refuse: (error: ErrorReport) => void
  readonly refusals: ErrorReport[]
}

const line = (name: string): FakeLine => {
  const refusals: ErrorReport[] = []
  return { name, refusals, refuse: (error) => void refusals.push(error) }
}

const opened: FromCore = { type: 'opened', name: 'A', readOnly: false }
const missing = new CuttingsError('archive-missing', { place: '~/A' }).toReport()

const setUp = ({ obedient = true } = {}) => {
  const cores: FakeCore[] = []
  const states: ArchiveState[] = []
  const tokens = createTokenTable()
  let now = 0
  const session = new ArchiveSession<FakeLine>(
    {
      fork: (listeners) => {
        const core: FakeCore = { listeners, opened: [], lines: [], resolved: [], watched: [], killed: false }
        cores.push(core)
        return {
          start: (request) => void core.opened.push(request),
          give: ({ name }) => void core.lines.push(name),
          resolved: (_request, path) => void core.resolved.push(path),
          watch: (folders) => void core.watched.push(folders.map(({ path }) => path)),
          exit: () => {
            if (obedient) setImmediate(listeners.onExit)
          },
          kill: () => {
            core.killed = true
            setImmediate(listeners.onExit)
          },
        }
      },
      tokens,
      sayPlace: (path) => `~${path}`,
      onState: (state) => void states.push(state),
      onJob: () => undefined,
      watched: (archive) => [{ token: 't', name: 'in', path: `${archive}-in` }],
      log: () => undefined,
      now: () => now,
      patience: 20,
    },
    { archive: '/A', create: true, bundledPack: '/pack' },
  )
  const latest = (): FakeCore => {
    const core = cores.at(-1)
    if (!core) throw new Error('no core was forked')
    return core
  }
  const pass = (milliseconds: number): void => void (now += milliseconds)
  const open = async (): Promise<void> => {
    const opening = session.reopen()
    await new Promise(setImmediate)
    latest().listeners.onMessage(opened)
    await opening
  }
  return { session, cores, states, tokens, latest, pass, open }
}

it('tells each core which folders to watch, once it has opened the archive', async () => {
  const { latest, open } = setUp()
  await open()
  expect(latest().watched).toEqual([['/A-in']])
})

describe('the session of an archive', () => {
  it('tells the way from opening to open', async () => {
    const { session, states, open } = setUp()
    await open()
    expect(session.state).toEqual({ state: 'open', name: 'A', place: '~/A' })
    expect(states.map(({ state }) => state)).toEqual(['opening', 'opening', 'open'])
  })

  it('lets lines wait while the archive opens, and hands them over in order', async () => {
    const { session, latest, open } = setUp()
    session.give(line('early'))
    await open()
    session.give(line('late'))
    expect(latest().lines).toEqual(['early', 'late'])
  })

  it('refuses lines with the reason where the archive failed to open, and does not try by itself', async () => {
    const { session, cores, latest } = setUp()
    const waiting = line('waiting')
    session.give(waiting)
    const opening = session.reopen()
    await new Promise(setImmediate)
    latest().listeners.onMessage({ type: 'failed', error: missing })
    expect(await opening).toMatchObject({ state: 'failed', error: missing })
    const later = line('later')
    session.give(later)
    expect([waiting.refusals, later.refusals]).toEqual([[missing], [missing]])
    await new Promise(setImmediate)
    expect(cores).toHaveLength(1)
  })

  it('forks a core that died again, which makes nothing anew and takes the lines that waited', async () => {
    const { session, cores, latest, open } = setUp()
    await open()
    latest().listeners.onExit()
    expect(session.state.state).toBe('opening')
    session.give(line('after'))
    latest().listeners.onMessage(opened)
    expect(cores).toHaveLength(2)
    expect(latest().opened).toEqual([{ archive: '/A', create: false, bundledPack: '/pack' }])
    expect(latest().lines).toEqual(['after'])
  })

  it('gives up on a core that dies again and again, and not on one that dies now and then', async () => {
    const { session, cores, latest, open, pass } = setUp()
    await open()
    for (let time = 0; time < 10; time++) {
      latest().listeners.onExit()
      latest().listeners.onMessage(opened)
      pass(60_000)
    }
    expect(session.state.state).toBe('open')
    for (let time = 0; time < 4; time++) latest().listeners.onExit()
    expect(session.state).toMatchObject({ state: 'failed', error: { code: 'core-gone' } })
    expect(cores).toHaveLength(14)
  })

  it('asks for the lock of another machine for one opening, and not for those after it', async () => {
    const { session, cores, latest, open } = setUp()
    await open()
    const opening = session.takeLock()
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    expect(latest().opened).toMatchObject([{ archive: '/A', takeLock: true }])
    // It dies before it has opened the archive: the one that follows must not ask.
    latest().listeners.onExit()
    expect(cores).toHaveLength(3)
    expect(latest().opened[0]).not.toHaveProperty('takeLock')
    latest().listeners.onMessage(opened)
    expect(await opening).toMatchObject({ state: 'open' })
  })

  it('closes one archive before it opens another, whose tokens are its own', async () => {
    const { session, cores, tokens, latest, open } = setUp()
    await open()
    const token = tokens.adopt('/chosen', 'import')
    const opening = session.open({ archive: '/B', create: false })
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    expect(cores).toHaveLength(2)
    expect(latest().opened).toEqual([{ archive: '/B', create: false }])
    latest().listeners.onMessage({ type: 'opened', name: 'B', readOnly: true })
    expect(await opening).toEqual({ state: 'open', name: 'B', place: '~/B' })
    expect(session.readOnly).toBe(true)
    expect(tokens.resolve(token)).toBeUndefined()
  })

  it('does not listen to a core that it has left', async () => {
    const { session, cores, open } = setUp()
    await open()
    const opening = session.open({ archive: '/B', create: false })
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    cores[0]?.listeners.onMessage({ type: 'failed', error: missing })
    expect(session.state.state).toBe('opening')
    cores[1]?.listeners.onMessage(opened)
    await opening
  })

  it('ends a core that does not close in time', async () => {
    const { session, latest, open } = setUp({ obedient: false })
    await open()
    await session.close()
    expect(latest().killed).toBe(true)
  })

  it('tells the core what a token stands for, and nothing of one that it never gave', async () => {
    const { tokens, latest, open } = setUp()
    await open()
    const token = tokens.adopt('/chosen', 'import')
    latest().listeners.onMessage({ type: 'resolve', request: 1, token })
    latest().listeners.onMessage({ type: 'resolve', request: 2, token: 'made-up' })
    expect(latest().resolved).toEqual(['/chosen', undefined])
  })
})
