import { afterAll, beforeAll } from 'vitest'
import { buildEntry } from './fixtures/buildEntry'
import type { BuiltEntry } from './fixtures/buildEntry'
import { describeParserHandle } from './fixtures/parserHandleConformance'
import { startForkedParser } from './startForkedParser'

let built: BuiltEntry

beforeAll(async () => {
  built = await buildEntry('hostileEntry.ts')
}, 60_000)

afterAll(() => built.remove())

describeParserHandle('a fork', () => startForkedParser(built.path))
