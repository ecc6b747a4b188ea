import { describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import type { FromCore, ToCore } from './messages'
import type { CorePort, ParentLink } from './parentLink'
import { runCore, type OpenApp, type OpenAppOptions } from './runCore'

const start: ToCore = {
  type: 'start',
  open: { archive: '/A', create: false },
  version: '1',
  searchWorker: '/search.js',
  bibliographyWorker: '/bibliography.js',
  keysFolder: 'keys',
}

const backup = { name: 'catalogue.sqlite', at: '2026-01-01T00:00:00.000Z', bytes: 1, sound: true }

const createPort = () => {
  const sent: unknown[] = []
  const listeners = new Map<string, (event?: { readonly data: unknown }) => void>()
  const port: CorePort = {
    on: (event, listener) => void listeners.set(event, listener),
    postMessage: (data) => void sent.push(data),
    start: () => undefined,
    close: () => void sent.push('(closed)'),
  }
  return { port, sent, emit: (event: string, data?: unknown) => listeners.get(event)?.({ data }) }
}

const setUp = (open: (options: OpenAppOptions) => Promise<OpenApp> = () => Promise.resolve(echo())) => {
  const posted: FromCore[] = []
  const exits: number[] = []
  const logged: string[] = []
  let hear: (message: unknown, port: CorePort | undefined) => void = () => undefined
  let gone = (): void => undefined
  const parent: ParentLink = {
    post: (message) => void posted.push(message),
    onMessage: (listener) => (hear = listener),
    onGone: (listener) => (gone = listener),
  }
  runCore({
    parent,
    openApp: open,
    listBackups: () => Promise.resolve([backup]),
    forkParser: () => () => {
      throw new Error('not asked for')
    },
    exit: (code) => void exits.push(code),
    log: (message) => void logged.push(message),
  })
  const tell = async (message: unknown, port?: CorePort): Promise<void> => {
    hear(message, port)
    await new Promise(setImmediate)
  }
  return { tell, posted, exits, logged, gone: () => gone() }
}

const echo = (closed: string[] = [], watched: string[][] = []): OpenApp => ({
  name: 'A',
  readOnly: false,
  watchFolders: (folders) => void watched.push(folders.map(({ path }) => path)),
  serve: (port) => port.on('message', (event) => port.postMessage(`echo ${String(event?.data)}`)),
  close: () => {
    closed.push('closed')
    return Promise.resolve()
  },
})

const ready = '{"greeting":"ready"}'
const bye = '{"greeting":"bye"}'

describe('the core process', () => {
  it('tells the archive which folders to watch once it is open', async () => {
    const watched: string[][] = []
    const { tell } = setUp(() => Promise.resolve(echo([], watched)))
    void tell(start)
    await tell({ type: 'watch', folders: [{ token: 't', name: 'in', path: '/in' }] })
    await new Promise(setImmediate)
    expect(watched).toEqual([['/in']])
  })

  it('opens the archive and greets each line once it serves it', async () => {
    const { tell, posted } = setUp()
    const early = createPort()
    void tell(start)
    await tell({ type: 'line', line: 0 }, early.port)
    expect(posted).toEqual([{ type: 'opened', name: 'A', readOnly: false }])
    early.emit('message', 'hello')
    expect(early.sent).toEqual([ready, 'echo hello'])
  })

  it('serves lines whose frames its host passes on', async () => {
    const { tell, posted } = setUp()
    await tell(start)
    await tell({ type: 'line', line: 7 })
    await tell({ type: 'frame', line: 7, frame: 'hello' })
    await tell({ type: 'frame', line: 8, frame: 'to nobody' })
    await tell({ type: 'line-end', line: 7 })
    await tell({ type: 'frame', line: 7, frame: 'too late' })
    expect(posted.slice(1)).toEqual([
      { type: 'frame', line: 7, frame: ready },
      { type: 'frame', line: 7, frame: 'echo hello' },
    ])
  })

  it('tells of an archive with a damaged catalogue which copies of it there are', async () => {
    const error = new CuttingsError('archive-damaged', { reason: 'it is empty' })
    const { tell, posted } = setUp(() => Promise.reject(error))
    await tell(start)
    expect(posted).toEqual([{ type: 'failed', error: error.toReport(), backups: [backup] }])
  })

  it('says why an archive can not be opened, and closes the lines that came', async () => {
    const error = new CuttingsError('archive-missing', { place: 'x' })
    const { tell, posted } = setUp(() => Promise.reject(error))
    const { port, sent } = createPort()
    await tell(start)
    await tell({ type: 'line', line: 0 }, port)
    expect(posted).toEqual([{ type: 'failed', error: error.toReport() }])
    expect(sent).toEqual(['(closed)'])
  })

  it('lets nothing of an unexpected fault cross but a reference', async () => {
    const { tell, posted, logged } = setUp(() => Promise.reject(new Error('secret /home/me')))
    await tell(start)
    expect(posted).toMatchObject([{ type: 'failed', error: { code: 'internal' } }])
    expect(JSON.stringify(posted)).not.toContain('secret')
    expect(logged).toEqual(['the archive could not be opened'])
  })

  it('says goodbye to its lines, closes the archive once and ends', async () => {
    const closed: string[] = []
    const { tell, exits, gone } = setUp(() => Promise.resolve(echo(closed)))
    const { port, sent } = createPort()
    await tell(start)
    await tell({ type: 'line', line: 0 }, port)
    await tell({ type: 'exit' })
    gone()
    await tell({ type: 'exit' })
    expect(sent).toEqual([ready, bye, '(closed)'])
    expect([closed, exits]).toEqual([['closed'], [0]])
  })

  it('closes the archive where its host is gone without a word', async () => {
    const closed: string[] = []
    const { tell, exits, gone } = setUp(() => Promise.resolve(echo(closed)))
    await tell(start)
    gone()
    await new Promise(setImmediate)
    expect([closed, exits]).toEqual([['closed'], [0]])
  })

  it('asks its host what a token stands for', async () => {
    let resolve: OpenAppOptions['resolveToken'] | undefined
    const { tell, posted } = setUp((options) => {
      resolve = options.resolveToken
      return Promise.resolve(echo())
    })
    await tell(start)
    const paths = Promise.all([resolve?.('one'), resolve?.('two')])
    expect(posted.slice(1)).toEqual([
      { type: 'resolve', request: 0, token: 'one' },
      { type: 'resolve', request: 1, token: 'two' },
    ])
    await tell({ type: 'resolved', request: 1 })
    await tell({ type: 'resolved', request: 0, path: '/one' })
    expect(await paths).toEqual(['/one', undefined])
  })

  it('has its host start and end parsers where it is given none to fork', async () => {
    let options: OpenAppOptions | undefined
    const { tell, posted } = setUp((given) => {
      options = given
      return Promise.resolve(echo())
    })
    await tell(start)
    const handle = options?.startParser()
    const told: unknown[] = []
    handle?.onMessage((message) => told.push(message))
    handle?.onExit(() => told.push('exit'))
    handle?.post({ type: 'bytes', id: 1, bytes: new Uint8Array(1) })
    const { port, sent, emit } = createPort()
    await tell({ type: 'parser-started', parser: 0 }, port)
    emit('message', 'answer')
    handle?.kill()
    await tell({ type: 'parser-ended', parser: 0 })
    expect(sent).toMatchObject([{ type: 'bytes', id: 1 }, '(closed)'])
    expect(told).toEqual(['answer', 'exit'])
    expect(posted.slice(1)).toEqual([
      { type: 'parser-start', parser: 0 },
      { type: 'parser-kill', parser: 0 },
    ])
  })

  it('takes nothing that is no message', async () => {
    const { tell, posted, logged } = setUp()
    for (const message of [null, 'exit', { type: 'unknown' }, { type: 'frame', line: -1, frame: 'x' }])
      await tell(message)
    expect(posted).toEqual([])
    expect(logged).toHaveLength(4)
  })
})
