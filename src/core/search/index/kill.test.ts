import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { ask, openEngine, workHere } from '../fixtures/engine'
import { articleOf, createMemorySource, idOf, type MemorySource } from '../fixtures/memorySource'
import type { SearchEngine } from '../searchEngine'
import { createDyingFiles } from './fixtures/dyingFiles'
import { createIndexFiles, type FileOperations } from './indexFiles'

type Step = (source: MemorySource, engine: SearchEngine) => unknown

const put =
  (from: number, to: number, word: string): Step =>
  (source) => {
    for (let number = from; number <= to; number++)
      source.put(articleOf(number, `Item ${number}`, [`common ${word}`, `own${number}`]))
  }
const remove =
  (...numbers: readonly number[]): Step =>
  (source) =>
    source.remove(...numbers.map(idOf))
const catchUp: Step = (_, engine) => engine.catchUp()
const rebuild: Step = (_, engine) => engine.rebuild()

/** Adds, changes, removals, segments, merges and an index made anew. */
const story: readonly Step[] = [
  put(1, 12, 'first'),
  catchUp,
  put(13, 14, 'second'),
  remove(1, 13),
  catchUp,
  put(3, 6, 'changed'),
  put(1, 1, 'again'),
  catchUp,
  put(20, 24, 'third'),
  catchUp,
  rebuild,
  remove(2, 20),
  put(30, 31, 'fourth'),
  catchUp,
]

/** What is found, by word, beside what the source holds. */
const compare = async (source: MemorySource, engine: SearchEngine) => {
  const held = source.read(source.changesSince(0).ids)
  const idsFound = async (word: string): Promise<string[]> =>
    (await ask(engine, `${word} `, { limit: 100 })).hits.map(({ id }) => id).sort()
  const idsHeld = (word: string): string[] =>
    held
      .filter(({ texts }) => texts.some(({ text }) => text.split(' ').includes(word)))
      .map(({ id }) => id)
      .sort()
  const words = ['common', 'first', 'second', 'changed', 'again', 'third', 'fourth', 'own1', 'own2', 'own20']
  const found = await Promise.all(words.map(async (word) => [word, await idsFound(word)] as const))
  return {
    found: Object.fromEntries(found),
    held: Object.fromEntries(words.map((word) => [word, idsHeld(word)])),
    state: engine.state(),
    total: source.total(),
  }
}

const openAt = (folder: string, source: MemorySource, operations?: FileOperations): Promise<SearchEngine> =>
  openEngine(source, {
    files: createIndexFiles(folder, true, operations),
    work: workHere(source, 5),
    mostLive: 3,
  })

/** Plays the story until its files die; `undefined` where it came to its end before. */
const playUntilKilled = async (
  folder: string,
  steps: readonly Step[],
  operations: ReturnType<typeof createDyingFiles>,
): Promise<MemorySource | undefined> => {
  const source = createMemorySource()
  const engine = await openAt(folder, source, operations)
  for (const step of steps) {
    await step(source, engine)
    if (!operations.isDead()) continue
    await engine.close()
    return source
  }
  await engine.close()
  return operations.isDead() ? source : undefined
}

/** Each operation would take minutes; no pattern of the story is as long as this. */
const stride = 7

test('killed at any file operation, the next start finds all that was acknowledged, and nothing that was removed', async () => {
  let kills = 0
  for (let operations = 0; ; operations += stride) {
    const folder = join(await createTestFolder(), 'index')
    const source = await playUntilKilled(folder, story, createDyingFiles(operations))
    if (!source) break
    kills += 1
    // Once as it was left, and once more after what the next start saved.
    for (const start of ['next', 'one after']) {
      const engine = await openAt(folder, source)
      const { found, held, state, total } = await compare(source, engine)
      expect(found, `${operations}, ${start}`).toEqual(held)
      expect(state).toEqual({ state: 'ready', searchable: total, total })
      await engine.close()
    }
  }
  expect(kills).toBeGreaterThan(30)
}, 120_000)

test('negative control: files that are put in place half written, and not checked, would be seen', async () => {
  const torn: FileOperations['rename'] = async (from, to) => {
    const bytes = await readFile(from)
    await writeFile(to, bytes.fill(0, Math.floor(bytes.length * 0.7)))
    await rm(from)
  }
  const folder = join(await createTestFolder(), 'index')
  const notManifest: typeof torn = (from, to) =>
    String(to).endsWith('.json') ? rename(from, to) : torn(from, to)
  const source = createMemorySource()
  const first = await openAt(folder, source, createDyingFiles(1000, notManifest))
  await put(1, 12, 'first')(source, first)
  await first.catchUp()
  await first.close()
  const readTorn = async (): Promise<boolean> => {
    const engine = await openEngine(source, {
      files: createIndexFiles(folder, true),
      work: workHere(source, 5),
      isUndamaged: () => true,
    })
    try {
      const { found, held } = await compare(source, engine)
      return JSON.stringify(found) === JSON.stringify(held)
    } finally {
      await engine.close()
    }
  }
  const isRight = await readTorn().catch(() => false)
  expect(isRight).toBe(false)
  const second = await openAt(folder, source)
  const { found, held } = await compare(source, second)
  await second.close()
  expect(found).toEqual(held)
})

const anyStep = fc.oneof(
  fc
    .record({ from: fc.integer({ min: 1, max: 31 }), more: fc.integer({ min: 0, max: 7 }) })
    .map(({ from, more }) => put(from, from + more, 'first')),
  fc.array(fc.integer({ min: 1, max: 31 }), { maxLength: 6 }).map((numbers) => remove(...numbers)),
  fc.constant(catchUp),
  fc.constant(catchUp),
  fc.constant(rebuild),
)

test('whatever happens, in whatever order, killed whenever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { maxLength: 14 }),
      fc.integer({ min: 0, max: 90 }),
      async (steps, operations) => {
        const folder = join(await createTestFolder(), 'index')
        const files = createDyingFiles(operations)
        const source = createMemorySource()
        const engine = await openAt(folder, source, files)
        for (const step of steps) await step(source, engine)
        await engine.catchUp()
        const before = await compare(source, engine)
        expect(before.found).toEqual(before.held)
        await engine.close()
        const next = await openAt(folder, source)
        const { found, held, state, total } = await compare(source, next)
        // What is still at work writes into the folder while it is taken away.
        await next.close()
        expect(found).toEqual(held)
        expect(state).toEqual({ state: 'ready', searchable: total, total })
      },
    ),
    { numRuns: 80 },
  )
})
