import { describe, expect, it } from 'vitest'
import { createParser } from './createParser'
import { encodeAnswer } from './encodeAnswer'
import type { ParsedArticle } from '#shared/model/parsed'
import type { ParserAnswer, ParserHandle, ParserRequest } from './types'

const article: ParsedArticle = {
  kind: 'article',
  fields: { headline: 'A headline', articleType: 'document' },
  passages: [],
  sourceLines: [],
  slots: [],
  furniture: [],
  doubts: [],
}

const parsed: ParserAnswer = { type: 'parsed', importer: 'text', mediaType: 'text/plain', items: [article] }

interface FakeProcess {
  readonly handle: ParserHandle
  readonly requests: ParserRequest[]
  readonly say: (message: unknown) => void
  readonly end: () => void
  killed: boolean
}

type React = (process: FakeProcess, request: ParserRequest) => void

const answerWell: React = (process, { id }) => process.say({ id, json: encodeAnswer(parsed) })

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
          process.requests.push(request)
          queueMicrotask(() => react(process, request))
        },
        onMessage: (listener) => listeners.push(listener),
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

const limits = { seconds: 60, bytesPerSecond: 10_000_000, filesPerProcess: 3 }
const bytes = new Uint8Array([65])
const code = (answer: Awaited<ReturnType<ReturnType<typeof createParser>['parse']>>): string =>
  answer.type === 'parsed' ? 'parsed' : answer.error.code

describe('createParser', () => {
  it('starts no process before there is a file, and asks one thing at a time', async () => {
    const { processes, start } = createFakes(answerWell)
    const parser = createParser({ startParser: start, limits })
    expect(processes).toHaveLength(0)
    await Promise.all([parser.parse('a', bytes), parser.parse('b', bytes)])
    expect(processes).toHaveLength(1)
    expect(processes[0]?.requests.map((request) => request.name)).toEqual(['a', 'b'])
  })

  it('replaces the process after a number of files', async () => {
    const { processes, start } = createFakes(answerWell)
    const parser = createParser({ startParser: start, limits })
    for (let file = 0; file < 7; file += 1) await parser.parse('a', bytes)
    expect(processes.map((process) => process.requests.length)).toEqual([3, 3, 1])
    expect(processes.map((process) => process.killed)).toEqual([true, true, false])
  })

  const nonsense: readonly (readonly [string, (id: number) => unknown])[] = [
    ['nothing', () => undefined],
    ['another number', (id) => ({ id: id + 1, json: encodeAnswer(parsed) })],
    ['no JSON', (id) => ({ id, json: new TextEncoder().encode('{') })],
    ['bytes that are not UTF-8', (id) => ({ id, json: new Uint8Array([0xff]) })],
    [
      'an unknown code',
      (id) => ({
        id,
        json: new TextEncoder().encode(
          '{"type":"refused","mediaType":"a/b","error":{"code":"no","message":"","details":{}}}',
        ),
      }),
    ],
    ['a field too many', (id) => ({ id, json: encodeAnswer({ ...parsed, extra: 1 } as ParserAnswer) })],
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
      expect(code(await parser.parse('a', bytes))).toBe('parser-died')
      expect(code(await parser.parse('b', bytes))).toBe('parsed')
      expect(processes.map((process) => process.killed)).toEqual([true, false])
    })

  it('starts a new process where the old one died in its sleep', async () => {
    const { processes, start } = createFakes(answerWell)
    const parser = createParser({ startParser: start, limits })
    await parser.parse('a', bytes)
    processes[0]?.end()
    expect(code(await parser.parse('b', bytes))).toBe('parsed')
    expect(processes).toHaveLength(2)
  })

  it('says that the reader died where no process can be started', async () => {
    const parser = createParser({
      startParser: () => {
        throw new Error('no more processes')
      },
    })
    expect(code(await parser.parse('a', bytes))).toBe('parser-died')
  })

  it('rejects a file that waits as soon as it is cancelled, and leaves the one being read alone', async () => {
    const { processes, start } = createFakes(() => undefined)
    const parser = createParser({ startParser: start, limits })
    const stop = new AbortController()
    const reading = parser.parse('a', bytes)
    const waiting = parser.parse('b', bytes, stop.signal)
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    expect(processes[0]?.killed).toBe(false)
    await expect(parser.parse('c', bytes, stop.signal)).rejects.toMatchObject({ code: 'cancelled' })
    processes[0]?.say({ id: 1, json: encodeAnswer(parsed) })
    expect(code(await reading)).toBe('parsed')
  })

  it('rejects everything under way when it is closed, ends its process, and reads nothing more', async () => {
    const { processes, start } = createFakes(() => undefined)
    const parser = createParser({ startParser: start, limits })
    const under = Promise.allSettled([parser.parse('a', bytes), parser.parse('b', bytes)])
    await parser.close()
    expect((await under).map((one) => one.status)).toEqual(['rejected', 'rejected'])
    expect(processes.map((process) => process.killed)).toEqual([true])
    await expect(parser.parse('c', bytes)).rejects.toMatchObject({ code: 'cancelled' })
    expect(processes).toHaveLength(1)
  })
})
