import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceOfBytes } from './byteSources'
import { createParser } from './createParser'
import { buildEntry } from './fixtures/buildEntry'
import type { BuiltEntry } from './fixtures/buildEntry'
import { parserLimits } from './parserLimits'
import { startForkedParser } from './startForkedParser'

const size = 50 * 1024 * 1024

const repeated = (text: string): Uint8Array => {
  const one = Buffer.from(text)
  const bytes = Buffer.alloc(size - (size % one.length))
  for (let at = 0; at < bytes.length; at += one.length) one.copy(bytes, at)
  return bytes
}

// The time limit is set high: what is shown here is that memory suffices, on however busy a machine.
const limits = { ...parserLimits, seconds: 500 }

describe('the parser process as it ships', () => {
  let built: BuiltEntry
  beforeAll(async () => {
    built = await buildEntry('../entry.ts')
  }, 60_000)
  afterAll(() => built.remove())

  const texts: readonly (readonly [string, string])[] = [
    [
      '50 MB of lines',
      'The quick brown fox jumps over the lazy dog and then it goes home to its small den.\n',
    ],
    ['one line of 50 MB', 'The quick brown fox jumps over the lazy dog '],
  ]
  for (const [what, text] of texts)
    it(`reads ${what} within its memory`, async () => {
      const parser = createParser({ startParser: startForkedParser(built.path), limits })
      const parsed = await parser.parse({ name: 'a.txt', source: sourceOfBytes(repeated(text)) })
      expect(parsed).toMatchObject({ type: 'parsed', items: [{ kind: 'article' }] })
      await parser.close()
    }, 600_000)
})
