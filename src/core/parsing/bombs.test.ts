import { appendFileSync } from 'node:fs'
import { platform } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createParser } from './createParser'
import { bombs } from './fixtures/bombs'
import { buildEntry, type BuiltEntry } from './fixtures/buildEntry'
import { createMeasuredParser } from './fixtures/measuredParser'
import { startForkedParser } from './startForkedParser'
import type { Parsed } from './types'

const most = 512

const endOf = (parsed: Parsed): string => (parsed.type === 'refused' ? parsed.error.code : parsed.type)

describe.runIf(platform() === 'linux')('the parser process as it ships', () => {
  let built: BuiltEntry
  beforeAll(async () => {
    built = await buildEntry('../entry.ts')
  }, 60_000)
  afterAll(() => built.remove())

  for (const { name, task, ends, make } of bombs)
    it(`stays within its memory over ${name}${task ? ' as a picture' : ''}, and says what became of it`, async () => {
      const { start, memory } = createMeasuredParser(startForkedParser(built.path))
      const parser = createParser({ startParser: start })
      const source = await make()
      const began = performance.now()
      let inside = 0
      const onInner = async ({
        parts,
      }: {
        readonly parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
      }) => {
        for await (const part of parts) inside += part.byteLength
      }
      const parsed = await parser.parse({ name, source, ...(task ? { task } : {}), onInner })
      if (process.env.BOMB_LOG)
        appendFileSync(
          process.env.BOMB_LOG,
          `${name} ${task?.do ?? ''} ${endOf(parsed)} ${parsed.type === 'refused' ? parsed.error.message : parsed.type === 'parsed' ? parsed.importer + ' items ' + parsed.items.length + ' ' + JSON.stringify(parsed.items[0] ?? '').slice(0, 150) : JSON.stringify(parsed)} | size ${source.size} inside ${inside} ${JSON.stringify(memory())} ${Math.round(performance.now() - began)} ms\n`,
        )
      await parser.close()
      const { base, peak } = memory()
      expect(ends).toContain(endOf(parsed))
      expect(base).toBeGreaterThan(0)
      expect(peak - base).toBeLessThan(most)
    }, 300_000)
})
