import { afterEach, describe, expect, it } from 'vitest'
import { createParser } from './createParser'
import { parserLimits } from './parserLimits'
import type { ParserLimits } from './parserLimits'
import type { Parsed, Parser, ParserMessage, StartParser } from './types'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const article = bytesOf('A headline\n\nA first paragraph of the text.\n')
const patient: ParserLimits = parserLimits
/** By size, so that the order of a few letters is late and the article has time on the busiest machine. */
const short: ParserLimits = { ...parserLimits, seconds: 0, bytesPerSecond: 2 }

const outcome = (parsed: Parsed): string => (parsed.type === 'parsed' ? parsed.importer : parsed.error.code)

const fates: readonly (readonly [string, string, string, ParserLimits])[] = [
  ['loops', '!loop', 'parser-time', short],
  ['fills its heap', '!heap', 'parser-memory', patient],
  ['fills buffers outside its heap', '!buffers', 'parser-memory', patient],
  ['exits with success', '!exit', 'parser-died', patient],
  ['is aborted', '!abort', 'parser-died', patient],
  ['throws what it must not', '!throw', 'parser-died', patient],
  ['answers with something that is no article', '!garbage', 'parser-died', patient],
  ['answers with no article at all', '!nothing', 'parser-died', patient],
  ['refuses a file', '!refuse', 'damaged-file', patient],
]

/**
 * What every way to start the parser process must hold to. `start` starts the built fixture entry
 * (`fixtures/hostileEntry.ts`), whose importer misbehaves on request.
 */
export const describeParserHandle = (name: string, start: () => StartParser): void => {
  describe(`a parser process started by ${name}`, () => {
    let parser: Parser | undefined
    const open = (limits: ParserLimits = patient): Parser =>
      (parser = createParser({ startParser: start(), limits }))
    afterEach(() => parser?.close())

    it('reads a file and tells what read it', async () => {
      const parsed = await open().parse('a.txt', article)
      expect(parsed).toMatchObject({ type: 'parsed', importer: 'text', mediaType: 'text/plain' })
      expect(parsed.type === 'parsed' && parsed.items[0]?.fields.headline).toBe('A headline')
    })

    for (const [fate, order, code, limits] of fates)
      it(`loses one file to an importer that ${fate}, and reads the next`, async () => {
        const reader = open(limits)
        const [lost, next] = await Promise.all([
          reader.parse('a.hostile', bytesOf(order)),
          reader.parse('b.txt', article),
        ])
        expect(outcome(lost)).toBe(code)
        expect(outcome(next)).toBe('text')
      }, 60_000)

    it('tells the end once, after the last message, whoever caused it', async () => {
      const handle = start()()
      const told: string[] = []
      const ended = new Promise<void>((resolve) => {
        handle.onExit(() => {
          told.push('exit')
          resolve()
        })
      })
      handle.onMessage((message) => {
        told.push((message as ParserMessage).type)
        handle.kill()
      })
      await ended
      expect(told).toEqual(['ready', 'exit'])
    })

    it('leaves the bytes of the caller as they are', async () => {
      const bytes = article.slice()
      await open().parse('a.txt', bytes)
      expect(bytes).toEqual(article)
    })

    it('stops at once when it is told to, and reads the next file', async () => {
      const reader = open()
      const stop = new AbortController()
      const stopped = reader.parse('a.hostile', bytesOf('!loop'), stop.signal)
      const next = reader.parse('b.txt', article)
      setTimeout(() => stop.abort(), 300)
      await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
      expect(outcome(await next)).toBe('text')
    })
  })
}
