import { platform } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InnerFile } from '../importers/types'
import { createParser } from './createParser'
import { bombs } from './fixtures/bombs'
import { buildEntry, type BuiltEntry } from './fixtures/buildEntry'
import { createMeasuredParser } from './fixtures/measuredParser'
import { startForkedParser } from './startForkedParser'
import type { Parsed } from './types'

/** Megabytes above its base that the process may take (security: limits for foreign bytes). */
const most = 512

const endOf = (parsed: Parsed): string => (parsed.type === 'refused' ? parsed.error.code : parsed.type)

const amounts: Readonly<Record<string, string>> = {
  limit: 'most',
  'parser-memory': 'megabytes',
  'parser-time': 'seconds',
}

/** A refusal for a limit says how much it is. */
const saysItsLimit = (parsed: Parsed): boolean => {
  if (parsed.type !== 'refused') return true
  const { code, details, message } = parsed.error
  const amount = amounts[code]
  return amount === undefined || message.includes(String(details[amount]))
}

const skip = async ({ parts }: InnerFile): Promise<void> => {
  for await (const _part of parts);
}

// Memory is read from /proc, which only Linux has.
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
      const parsed = await parser.parse({
        name,
        source: await make(),
        ...(task ? { task } : {}),
        onInner: skip,
      })
      await parser.close()
      // On a busy machine any of them may be stopped for its time.
      expect([...ends, 'parser-time']).toContain(endOf(parsed))
      expect(saysItsLimit(parsed)).toBe(true)
      const { base, peak } = memory()
      expect(base).toBeGreaterThan(0)
      expect(peak - base).toBeLessThan(most)
    }, 300_000)
})
