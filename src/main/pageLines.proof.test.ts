import fc from 'fast-check'
import type { IpcMain } from 'electron'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { createTokenTable } from '#core/process/tokenTable'
import { listenToPages } from './pageLines'

interface Sender {
  readonly origin: string
  readonly parent: object | null
}

const ours: Sender = { origin: 'app://bundle', parent: null }

const senders = fc.oneof(
  fc.constant(ours),
  fc.constant(null),
  fc.record({
    origin: fc.constantFrom(
      'app://bundle',
      'app://bundle/',
      'app://bundle.evil.example',
      'APP://BUNDLE',
      'app://other',
      'https://evil.example',
      'file://',
      'null',
      '',
    ),
    parent: fc.constantFrom(null, {}),
  }),
)

/** What a page could say in the place of the name of a line, or of paths. */
const words = fc.oneof(
  fc.constantFrom<unknown>(
    'archive',
    'host',
    'ARCHIVE',
    'archive\0',
    '__proto__',
    '',
    null,
    undefined,
    1,
    {},
  ),
  fc.constantFrom<unknown>(['/etc/passwd'], ['relative'], ['/a\0b'], [1], [['/a']], { 0: '/a', length: 1 }),
  fc.constant(['/'.padEnd(32_769, 'a')]),
  fc.constant(new Array<string>(10_001).fill('/a')),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.anything({ maxDepth: 2 }),
)

type Listen = typeof listenToPages

/** Main as far as pages reach it, and what they got out of it. */
const createMain = (listen: Listen) => {
  const tokens = createTokenTable()
  const given: string[] = []
  let onLine: (event: object, name: unknown) => void = () => undefined
  let onDrop: (event: object, paths: unknown) => unknown = () => undefined
  const ipc = {
    on: (_channel: string, listener: typeof onLine) => (onLine = listener),
    handle: (_channel: string, listener: typeof onDrop) => (onDrop = listener),
  }
  listen(ipc as unknown as IpcMain, {
    giveArchiveLine: () => void given.push('archive'),
    serveHostLine: () => void given.push('host'),
    tokens,
  })
  const port = { close: () => undefined, start: () => undefined, postMessage: () => undefined }
  return {
    askLine: (senderFrame: Sender | null, name: unknown, ports: readonly object[]): string | undefined => {
      given.splice(0)
      onLine({ senderFrame, ports }, name)
      return given[0]
    },
    drop: (senderFrame: Sender | null, paths: unknown) => onDrop({ senderFrame }, paths),
    port,
  }
}

const isOurs = (sender: Sender | null): boolean => sender?.origin === 'app://bundle' && sender.parent === null

/** Paths that a drop may bring, as the system says them. */
const arePaths = (given: unknown): given is readonly string[] =>
  Array.isArray(given) &&
  given.length <= 10_000 &&
  given.every((one) => typeof one === 'string' && one.length <= 32_768)

const sayAll =
  (listen: Listen) =>
  ({ size, seed, tally }: ProofRun): Promise<void> => {
    const main = createMain(listen)
    for (const [sender, word, hasPort] of fc.sample(fc.tuple(senders, words, fc.boolean()), {
      numRuns: size,
      seed,
    })) {
      tally.tried(2)
      const line = main.askLine(sender, word, hasPort ? [main.port] : [])
      const due = isOurs(sender) && hasPort && (word === 'archive' || word === 'host') ? word : undefined
      if (line !== due) tally.failed(`a line ${String(line)} for ${fc.stringify([sender, word])}`)
      const dropped = main.drop(sender, word) as readonly unknown[]
      const most = isOurs(sender) && arePaths(word) ? word.length : 0
      if (dropped.length > most)
        tally.failed(`a drop of ${dropped.length} for ${fc.stringify([sender, word])}`)
    }
    return Promise.resolve()
  }

/** For a control: the page’s word is taken for it, whoever says it. */
const trusting: Listen = (ipc, options) =>
  listenToPages(
    {
      on: (channel: string, listener: (event: object, word: unknown) => void) =>
        ipc.on(channel, (event, word) => listener({ ...event, senderFrame: ours }, word)),
      handle: (channel: string, listener: (event: object, word: unknown) => unknown) =>
        ipc.handle(channel, (event, word: unknown) => listener({ ...event, senderFrame: ours }, word)),
    } as unknown as IpcMain,
    options,
  )

proof('main hears the top frame of its own page alone, and from it nothing but the two names and paths', {
  promise: 4,
  sizes: { small: 1_000, ci: 10_000, full: 100_000 },
  run: sayAll(listenToPages),
  controls: { 'a main that hears any frame': sayAll(trusting) },
})
