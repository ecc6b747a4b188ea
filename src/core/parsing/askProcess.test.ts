import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { InnerFile } from '../importers/types'
import { askProcess, type Asking, type Ended } from './askProcess'
import { parserLimits } from './parserLimits'
import { readMessage } from './readMessage'
import { largestPart, type ParserRequest, type ParseRequest } from './types'

const id = 7
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

interface Talk {
  readonly asking: Asking
  readonly posted: ParserRequest[]
  /** Names of the files inside that were taken whole, and of those that were not. */
  readonly whole: string[]
  readonly cut: string[]
  readonly say: (...messages: unknown[]) => Promise<void>
}

const talk = (request: Partial<ParseRequest> = {}): Talk => {
  const posted: ParserRequest[] = []
  const whole: string[] = []
  const cut: string[] = []
  const onInner = async ({ name, parts }: InnerFile): Promise<void> => {
    try {
      for await (const _part of parts) await settled()
      whole.push(name)
    } catch (error) {
      await settled()
      cut.push(name)
      throw error
    }
  }
  const source = { size: 10, read: (_at: number, length: number) => Promise.resolve(new Uint8Array(length)) }
  const asking = askProcess({
    id,
    request: { name: 'a.txt', source, onInner, ...request },
    limits: parserLimits,
    post: (message) => posted.push(message),
  })
  const say = async (...messages: unknown[]): Promise<void> => {
    for (const message of messages) {
      asking.take(readMessage(message))
      // As a process would: the next message leaves when this one was taken.
      for (let turns = 0; turns < 4; turns += 1) await settled()
    }
  }
  return { asking, posted, whole, cut, say }
}

const bytes = (length: number): Uint8Array => new Uint8Array(length)
const read = { type: 'read', id, at: 0, length: 10 }
const inner = { type: 'inner', id, name: 'b.txt' }
const part = { type: 'inner-part', id, bytes: bytes(5), last: false }
const last = { type: 'inner-part', id, bytes: bytes(0), last: true }
const failed = { type: 'inner-failed', id }
const answerOf = (json: string) => ({ type: 'answer', id, json: new TextEncoder().encode(json), last: true })
const good = answerOf(
  JSON.stringify({ type: 'parsed', importer: 'text', mediaType: 'text/plain', container: true, items: [] }),
)
const refusal = answerOf(
  JSON.stringify({
    type: 'refused',
    mediaType: 'text/plain',
    error: { code: 'parser-memory', message: 'Too much.', details: {} },
  }),
)

const nonsense: Readonly<Record<string, readonly unknown[]>> = {
  'ready a second time': [{ type: 'ready' }],
  'what is no message': ['hello'],
  'a type that nobody knows': [{ type: 'path', id, path: '/etc/passwd' }],
  'another number': [{ ...read, id: 8 }],
  'a read before the beginning': [{ ...read, at: -1 }],
  'a negative length': [{ ...read, length: -1 }],
  'a read of too much': [{ ...read, length: largestPart + 1 }],
  'half a byte': [{ ...read, length: 0.5 }],
  'a part without a file inside': [part],
  'the end of no file inside': [last],
  'the failure of no file inside': [failed],
  'a second file inside while one is open': [inner, part, inner],
  'a part that is too large': [inner, { ...part, bytes: bytes(largestPart + 1) }],
  'a part that is text': [inner, { ...part, bytes: 'text' }],
  'bytes in the mark of the end': [inner, { ...last, bytes: bytes(3) }],
  'a name of a megabyte': [{ ...inner, name: 'x'.repeat(1_000_000) }],
  'an answer in the middle of a file inside': [inner, part, good],
  'an answer that is none': [answerOf('[]')],
  'an answer with a prototype': [answerOf('{"__proto__":{"type":"parsed"}}')],
}

describe('a process that is asked of a file', () => {
  for (const [what, messages] of Object.entries(nonsense))
    it(`is not listened to any more where it says ${what}`, async () => {
      const { asking, say, whole, posted } = talk()
      await say(...messages)
      const count = posted.length
      await say(good)
      expect(await asking.ended).toEqual({ end: 'nothing' })
      expect([whole, posted.length]).toEqual([[], count])
    })

  it('gets nothing where it reads past the end, which is no fault', async () => {
    const { posted, say, asking } = talk()
    await say({ ...read, at: 10 }, { ...read, at: Number.MAX_SAFE_INTEGER }, good)
    expect(posted.filter(({ type }) => type === 'bytes')).toMatchObject([
      { bytes: bytes(0) },
      { bytes: bytes(0) },
    ])
    expect(await asking.ended).toMatchObject({ end: 'answer' })
  })

  it('gets bytes in the order in which it asked for them, however long each takes', async () => {
    const waits = [3, 1, 2]
    const source = {
      size: 10,
      read: async (at: number) => {
        for (let turns = waits[at] ?? 0; turns > 0; turns -= 1) await settled()
        return Uint8Array.of(at)
      },
    }
    const { asking, posted, say } = talk({ source })
    for (const at of [0, 1, 2]) asking.take(readMessage({ ...read, at, length: 1 }))
    for (let turns = 0; turns < 10; turns += 1) await settled()
    expect(posted.flatMap((message) => (message.type === 'bytes' ? [...message.bytes] : []))).toEqual([
      0, 1, 2,
    ])
    await say(good)
    expect(await asking.ended).toMatchObject({ end: 'answer' })
  })

  it('is not listened to where it does not wait until a part is taken', async () => {
    const { asking, whole, cut } = talk()
    for (const message of [inner, part, part, last]) asking.take(readMessage(message))
    expect(await asking.ended).toEqual({ end: 'nothing' })
    expect([whole, cut]).toEqual([[], ['b.txt']])
  })

  it('may run out of memory in the middle of a file inside, which is then not taken', async () => {
    const { asking, say, cut } = talk()
    await say(inner, part, refusal)
    expect(await asking.ended).toMatchObject({ end: 'answer', answer: { error: { code: 'parser-memory' } } })
    expect(cut).toEqual(['b.txt'])
  })

  it('has ended only when whoever takes a file inside is done', async () => {
    let done = false
    const onInner = async ({ parts }: InnerFile): Promise<void> => {
      try {
        for await (const _part of parts);
      } finally {
        for (let turns = 0; turns < 5; turns += 1) await settled()
        done = true
      }
    }
    const { asking, say } = talk({ onInner })
    await say(inner, part)
    asking.give({ end: 'nothing' })
    await asking.ended
    expect(done).toBe(true)
  })

  it('ends, and leaves no file inside half taken, whatever it says in whatever order', async () => {
    const length = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constant(Number.NaN), fc.maxSafeInteger())
    const number = fc.oneof({ weight: 9, arbitrary: fc.constant(id) }, { weight: 1, arbitrary: fc.integer() })
    const message = fc.oneof(
      fc.record({ type: fc.constant('read'), id: number, at: length, length }),
      fc.record({ type: fc.constant('inner'), id: number, name: fc.string() }),
      fc.record({
        type: fc.constant('inner-part'),
        id: number,
        bytes: fc.uint8Array({ maxLength: 4 }),
        last: fc.boolean(),
      }),
      fc.constantFrom<unknown>(inner, part, part, last, last, failed, good, refusal, { type: 'ready' }, null),
      fc.anything(),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 12 }), fc.boolean(), async (messages, waits) => {
        const { asking, whole, cut } = talk()
        let begun = 0
        for (const one of messages) {
          const known = readMessage(one)
          asking.take(known)
          if (known?.type === 'inner') begun += 1
          if (waits) await settled()
        }
        asking.give({ end: 'nothing' })
        const ended: Ended = await asking.ended
        expect(['answer', 'nothing']).toContain(ended.end)
        const before = whole.length + cut.length
        for (let turns = 0; turns < 3; turns += 1) await settled()
        expect(whole.length + cut.length).toBe(before)
        expect(before).toBeLessThanOrEqual(begun)
      }),
      { numRuns: 300 },
    )
  })

  it('hands a file inside over whole where everything is said in order (control)', async () => {
    const { asking, say, whole } = talk()
    await say(inner, part, last, good)
    expect(await asking.ended).toMatchObject({ end: 'answer' })
    expect(whole).toEqual(['b.txt'])
  })
})
