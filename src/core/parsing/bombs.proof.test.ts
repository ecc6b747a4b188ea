import { platform } from 'node:os'
import { afterAll, beforeAll, describe } from 'vitest'
import { proof, type ProofRun } from '../fixtures/proof/proof'
import type { InnerFile } from '../importers/types'
import { sourceOfBytes } from './byteSources'
import { createParser } from './createParser'
import { bombs, type Bomb } from './fixtures/bombs'
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

/** What is wrong with how reading a bomb went; empty where it ended as it has to, within its memory. */
const faultsOf = async (entry: BuiltEntry, { name, task, ends, make }: Bomb): Promise<readonly string[]> => {
  const { start, memory } = createMeasuredParser(startForkedParser(entry.path))
  const parser = createParser({ startParser: start })
  const parsed = await parser.parse({
    name,
    source: await make(),
    ...(task ? { task } : {}),
    onInner: skip,
  })
  await parser.close()
  const { base, peak } = memory()
  return [
    // On a busy machine any of them may be stopped for its time.
    ...([...ends, 'parser-time'].includes(endOf(parsed)) ? [] : [`${name} ended as ${endOf(parsed)}`]),
    ...(saysItsLimit(parsed) ? [] : [`${name} was refused without saying how much is too much`]),
    ...(base > 0 ? [] : [`the memory of what read ${name} was not seen`]),
    ...(peak - base < most ? [] : [`${name} took ${peak - base} MB`]),
  ]
}

/** Every n-th, so that each kind of file is among a few of them. */
const spread = (count: number): readonly Bomb[] => {
  const step = Math.max(1, Math.floor(bombs.length / count))
  return bombs.filter((_, at) => at % step === step - 1).slice(0, count)
}

const tryThem =
  (entry: () => BuiltEntry, chosen: (size: number) => readonly Bomb[]) =>
  async ({ size, tally }: ProofRun): Promise<void> => {
    for (const bomb of chosen(size)) {
      tally.tried()
      for (const fault of await faultsOf(entry(), bomb)) tally.failed(fault)
    }
  }

/** Takes memory without end, so that only the watch ends it. */
const hog: Bomb = {
  name: 'memory.hostile',
  ends: ['parser-memory'],
  make: () => sourceOfBytes(Buffer.from('!buffers')),
}

// Memory is read from /proc, which only Linux has.
describe.runIf(platform() === 'linux')('the parser process as it ships', () => {
  let built: BuiltEntry
  let unwatched: BuiltEntry
  beforeAll(async () => {
    built = await buildEntry('../entry.ts')
    unwatched = await buildEntry('hostileEntry.ts', { 'memoryLimitMb = 384': 'memoryLimitMb = 800' })
  }, 60_000)
  afterAll(() => Promise.all([built.remove(), unwatched.remove()]))

  proof('stays within its memory over a bomb, and says what became of it', {
    promise: 4,
    sizes: { small: 5, ci: bombs.length, full: bombs.length },
    run: tryThem(() => built, spread),
    controls: {
      'a watch that looks away until 800 MB': tryThem(
        () => unwatched,
        () => [hog],
      ),
      'a bomb that ought to have been read': tryThem(
        () => built,
        () => bombs.filter(({ name }) => name === 'entities.xml').map((bomb) => ({ ...bomb, ends: [] })),
      ),
    },
  })
})
