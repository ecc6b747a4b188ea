import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { numbersOf, openEngine } from '../fixtures/engine'
import { articleOf, createMemorySource, idOf } from '../fixtures/memorySource'
import type { SearchEngine } from '../searchEngine'
import { createIndexFiles, savedIndexName } from './indexFiles'

const documents = Array.from({ length: 30 }, (_, at) =>
  articleOf(at + 1, `Item ${at + 1}`, [`common word${at + 1} and zebra${at % 7}`]),
)

/** A saved index of 30 items in a folder, and the source that it was made from. */
const savedIndex = async () => {
  const folder = join(await createTestFolder(), 'derived', 'index')
  const source = createMemorySource(documents)
  const engine = await openEngine(source, { files: createIndexFiles(folder, true) })
  await engine.rebuild()
  engine.close()
  return { folder, path: join(folder, savedIndexName), source }
}

const isRight = async (engine: SearchEngine): Promise<boolean> => {
  for (const [at] of documents.entries())
    if ((await numbersOf(engine, `word${at + 1} `)).join() !== String(at + 1)) return false
  return (await numbersOf(engine, 'common ')).length === documents.length
}

const reopen = async (
  { folder, source }: Awaited<ReturnType<typeof savedIndex>>,
  isWhole?: (bytes: Uint8Array) => boolean,
): Promise<SearchEngine> =>
  openEngine(source, { files: createIndexFiles(folder, true), ...(isWhole ? { isWhole } : {}) })

test('opens from the saved index without reading a document', async () => {
  const saved = await savedIndex()
  const before = saved.source.reads()
  const engine = await reopen(saved)
  expect(engine.state()).toEqual({ state: 'ready', searchable: 30, total: 30 })
  expect(saved.source.reads()).toBe(before)
  expect(await isRight(engine)).toBe(true)
})

test('finds everything after the saved index was cut off at any place', async () => {
  const saved = await savedIndex()
  const whole = await readFile(saved.path)
  for (const share of [0, 0.001, 0.01, 0.3, 0.6, 0.99]) {
    await writeFile(saved.path, whole.subarray(0, Math.floor(whole.length * share)))
    expect(await isRight(await reopen(saved)), String(share)).toBe(true)
  }
})

test('finds everything after any byte of the saved index was changed', async () => {
  const saved = await savedIndex()
  const whole = await readFile(saved.path)
  for (let at = 0; at < whole.length; at += 97) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] as number) ^ 0x15
    await writeFile(saved.path, damaged)
    expect(await isRight(await reopen(saved)), String(at)).toBe(true)
  }
})

test('negative control: without the checksum a changed byte gives wrong answers, which the test above would see', async () => {
  const saved = await savedIndex()
  const whole = await readFile(saved.path)
  let wrong = 0
  for (let at = 0; at < whole.length; at += 97) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] as number) ^ 0x15
    await writeFile(saved.path, damaged)
    const right = await reopen(saved, () => true).then(isRight, () => false)
    if (!right) wrong += 1
  }
  expect(wrong).toBeGreaterThan(0)
})

test('finds everything where the saved index is missing, a folder, or of another version', async () => {
  const missing = await savedIndex()
  expect(await isRight(await reopen({ ...missing, folder: join(missing.folder, 'none') }))).toBe(true)
  const folder = join(await createTestFolder(), 'index')
  await mkdir(join(folder, savedIndexName), { recursive: true })
  expect(await isRight(await reopen({ ...missing, folder }))).toBe(true)
  const older = Buffer.from(await readFile(missing.path))
  older.write('CUTTIDX0')
  await writeFile(missing.path, older)
  expect(await isRight(await reopen(missing))).toBe(true)
})

test('makes the index anew where the archive is older or another than the saved index says', async () => {
  const saved = await savedIndex()
  const other = createMemorySource([articleOf(7, 'Elsewhere', ['something else'])])
  for (let more = 0; more < 3; more++) other.put(articleOf(7, 'Elsewhere', ['something else']))
  const engine = await reopen({ ...saved, source: other })
  expect(await numbersOf(engine, 'common ')).toEqual([])
  expect(await numbersOf(engine, 'something ')).toEqual([7])
})

test('takes in what was committed after the index was saved, however it ended', async () => {
  const saved = await savedIndex()
  saved.source.put(articleOf(99, 'Late', ['brandnew']))
  saved.source.remove(idOf(1))
  const engine = await reopen(saved)
  expect(await numbersOf(engine, 'brandnew ')).toEqual([99])
  expect(await numbersOf(engine, 'word1 ')).toEqual([])
})

test('leaves one file, and clears away what a killed writer left', async () => {
  const saved = await savedIndex()
  await writeFile(join(saved.folder, 'x.unfinished'), 'half')
  await (await reopen(saved)).rebuild()
  expect(await readdir(saved.folder)).toEqual([savedIndexName])
})

test('writes nothing into an archive that is only read', async () => {
  const folder = join(await createTestFolder(), 'derived', 'index')
  const source = createMemorySource(documents)
  const engine = await openEngine(source, { files: createIndexFiles(folder, false) })
  await engine.rebuild()
  expect(await isRight(engine)).toBe(true)
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
})
