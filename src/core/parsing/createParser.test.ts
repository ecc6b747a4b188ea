import { describe, expect, it } from 'vitest'
import { createParser } from './createParser'
import { encodeAnswer } from './encodeAnswer'
import { parserLimits } from './parserLimits'
import type { ParsedArticle } from '#shared/model/parsed'
import { sourceOfBytes } from './byteSources'
import type { ParseRequest, ParserAnswer, ParserHandle, ParserMessage, ParserRequest } from './types'

const article: ParsedArticle = {
  kind: 'article',
  fields: { headline: 'A headline', articleType: 'document' },
  passages: [],
  sourceLines: [],
  slots: [],
  furniture: [],
  doubts: [],
}

const parsed: ParserAnswer = {
  type: 'parsed',
  importer: 'text',
  mediaType: 'text/plain',
  container: false,
  items: [article],
}

interface FakeProcess {
  readonly handle: ParserHandle
  readonly requests: FileRequest[]
  readonly say: (message: unknown) => void
  readonly end: () => void
  killed: boolean
}

type FileRequest = Extract<ParserRequest, { readonly type: 'file' }>
type React = (process: FakeProcess, request: FileRequest) => void

const inParts = (id: number, answer: ParserAnswer): readonly ParserMessage[] => [
  ...[...encodeAnswer(answer)].map((json) => ({ type: 'answer' as const, id, json, last: false })),
  { type: 'answer', id, json: new Uint8Array(0), last: true },
]

const whole = (id: number, json: string | Uint8Array): ParserMessage => ({
  type: 'answer',
  id,
  json: typeof json === 'string' ? new TextEncoder().encode(json) : json,
  last: true,
})

const answerWell: React = (process, { id }) => inParts(id, parsed).forEach(process.say)

/** Processes without a process: how they react to the nth request is up to the test. */
const createFakes = (
  react: React,
): { readonly processes: FakeProcess[]; readonly start: () => ParserHandle } => {
  const processes: FakeProcess[] = []
  const start = (): ParserHandle => {
    const listeners: ((message: unknown) => void)[] = []
    const exits: (() => void)[] = []
    const process: FakeProcess = {
      requests: [],
      killed: false,
      say: (message) => listeners.forEach((listener) => listener(message)),
      end: () => exits.forEach((exit) => exit()),
      handle: {
        post: (request) => {
          if (request.type !== 'file') return
          process.requests.push(request)
          queueMicrotask(() => react(process, request))
        },
        onMessage: (listener) => {
          listeners.push(listener)
          queueMicrotask(() => process.say({ type: 'ready' }))
        },
        onExit: (listener) => exits.push(listener),
        kill: () => {
          process.killed = true
          queueMicrotask(process.end)
        },
      },
    }
    processes.push(process)
    return process.handle
  }
  return { processes, start }
}

const limits = { ...parserLimits, filesPerProcess: 3 }
const file = (name: string): ParseRequest => ({ name, source: sourceOfBytes(new Uint8Array([65])) })
const code = (answer: ParserAnswer): string => (answer.type === 'refused' ? answer.error.code : answer.type)

describe('createParser', () => {
  it('starts no process before there is a file, and asks one thing at a time', async () => {
    const { processes, start } = createFakes(answerWell)
    const parser = createParser({ startParser: start, limits })
    expect(processes).toHaveLength(0)
    await Promise.all([parser.parse(file('a')), parser.parse(file('b'))])
    expect(processes).toHaveLength(1)
    expect(processes[0]?.requests.map((request) => request.name)).toEqual(['a', 'b'])
  })

  it('replaces the process after a number of files', async () => {
    const { processes, start } = createFakes(answerWell)
    const parser = createParser({ startParser: start, limits })
    for (let count = 0; count < 7; count += 1) await parser.parse(file('a'))
    expect(processes.map((process) => process.requests.length)).toEqual([3, 3, 1])
    expect(processes.map((process) => process.killed)).toEqual([true, true, false])
  })

  const readMany = async (parser: ReturnType<typeof createParser>, count: number): Promise<void> => {
    for (let read = 0; read < count; read += 1) await parser.parse(file('a'))
  }

  it('has the next process stand by for the last files of one, and gives it nothing before', async () => {
    const { processes, start } = createFakes(answerWell)
    const parser = createParser({ startParser: start, limits: { ...limits, filesPerProcess: 12 } })
    await readMany(parser, 1)
    expect(processes).toHaveLength(1)
    await readMany(parser, 11)
    expect(processes.map((process) => process.requests.length)).toEqual([12, 0])
    await readMany(parser, 1)
    expect(processes.map((process) => process.requests.length)).toEqual([12, 1])
    expect(processes.map((process) => process.killed)).toEqual([true, false])
    await readMany(parser, 1)
    await parser.close()
    expect(processes.map((process) => process.killed)).toEqual([true, true, true])
  })

  it('starts another where the one that stood by died meanwhile', async () => {
    const { processes, start } = createFakes(answerWell)
    const parser = createParser({ startParser: start, limits: { ...limits, filesPerProcess: 12 } })
    await readMany(parser, 12)
    processes[1]?.end()
    expect(code(await parser.parse(file('a')))).toBe('parsed')
    expect(processes.map((process) => process.requests.length)).toEqual([12, 0, 1])
  })

  const refusal = JSON.stringify({
    type: 'refused',
    mediaType: 'text/plain',
    error: { code: 'empty', message: 'Nothing.', details: {} },
  })

  it('passes a refusal on', async () => {
    const { start } = createFakes((process, { id }) => process.say(whole(id, refusal)))
    expect(code(await createParser({ startParser: start, limits }).parse(file('a')))).toBe('empty')
  })

  const nonsense: readonly (readonly [string, (id: number) => unknown])[] = [
    ['nothing', () => undefined],
    ['another number', (id) => whole(id + 1, JSON.stringify(parsed))],
    ['no JSON', (id) => whole(id, '{')],
    ['bytes that are not UTF-8', (id) => whole(id, new Uint8Array([0xff]))],
    ['an unknown code', (id) => whole(id, refusal.replace('"empty"', '"no-such-code"'))],
    ['a field too many', (id) => whole(id, JSON.stringify({ ...parsed, extra: 1 }))],
  ]
  for (const [what, message] of nonsense)
    it(`takes ${what} for a dead process, and the next file gets a new one`, async () => {
      let first = true
      const { processes, start } = createFakes((process, request) => {
        if (!first) return answerWell(process, request)
        first = false
        process.say(message(request.id))
      })
      const parser = createParser({ startParser: start, limits })
      expect(code(await parser.parse(file('a')))).toBe('parser-died')
      expect(code(await parser.parse(file('b')))).toBe('parsed')
      expect(processes.map((process) => process.killed)).toEqual([true, false])
    })

  it('starts a new process where the old one died in its sleep', async () => {
    const { processes, start } = createFakes(answerWell)
    const parser = createParser({ startParser: start, limits })
    await parser.parse(file('a'))
    processes[0]?.end()
    expect(code(await parser.parse(file('b')))).toBe('parsed')
    expect(processes).toHaveLength(2)
  })

  it('says that the reader died where no process can be started', async () => {
    const parser = createParser({
      startParser: () => {
        throw new Error('no more processes')
      },
    })
    expect(code(await parser.parse(file('a')))).toBe('parser-died')
  })

  it('rejects a file that waits as soon as it is cancelled, and leaves the one being read alone', async () => {
    const { processes, start } = createFakes(() => undefined)
    const parser = createParser({ startParser: start, limits })
    const stop = new AbortController()
    const reading = parser.parse(file('a'))
    const waiting = parser.parse(file('b'), stop.signal)
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    expect(processes[0]?.killed).toBe(false)
    await expect(parser.parse(file('c'), stop.signal)).rejects.toMatchObject({ code: 'cancelled' })
    for (const message of inParts(1, parsed)) processes[0]?.say(message)
    expect(code(await reading)).toBe('parsed')
  })

  it('rejects everything under way when it is closed, ends its process, and reads nothing more', async () => {
    const { processes, start } = createFakes(() => undefined)
    const parser = createParser({ startParser: start, limits })
    const under = Promise.allSettled([parser.parse(file('a')), parser.parse(file('b'))])
    await parser.close()
    expect((await under).map((one) => one.status)).toEqual(['rejected', 'rejected'])
    expect(processes.map((process) => process.killed)).toEqual([true])
    await expect(parser.parse(file('c'))).rejects.toMatchObject({ code: 'cancelled' })
    expect(processes).toHaveLength(1)
  })
})
