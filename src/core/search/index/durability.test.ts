import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { ask, numbersOf, openEngine, workHere } from '../fixtures/engine'
import { articleOf, createMemorySource, idOf, type MemorySource } from '../fixtures/memorySource'
import type { SearchEngine, SearchEngineOptions } from '../searchEngine'
import { createIndexFiles } from './indexFiles'
import { manifestName } from './manifest'
import { openSegment } from './segment/openSegment'

const documents = Array.from({ length: 30 }, (_, at) =>
  articleOf(at + 1, `Item ${at + 1}`, [`common word${at + 1} and zebra${at % 7}`]),
)

interface Saved {
  readonly folder: string
  readonly source: MemorySource
}

/** Without merging, so that the parts stay. */
const options = (source: MemorySource): Partial<SearchEngineOptions> => ({
  work: { ...workHere(source, 10), merge: () => Promise.reject(new Error('not now')) },
})

/** A saved index of 30 items in three segments in a folder, and the source that it was made from. */
const savedIndex = async (): Promise<Saved> => {
  const folder = join(await createTestFolder(), 'derived', 'index')
  const source = createMemorySource(documents)
  const engine = await openEngine(source, { ...options(source), files: createIndexFiles(folder, true) })
  await engine.rebuild()
  await engine.close()
  return { folder, source }
}

const isRight = async (engine: SearchEngine): Promise<boolean> => {
  for (const [at] of documents.entries())
    if ((await numbersOf(engine, `word${at + 1} `)).join() !== String(at + 1)) return false
  return (await numbersOf(engine, 'common ')).length === documents.length
}

const reopen = async (
  { folder, source }: Saved,
  isUndamaged?: (bytes: Uint8Array) => boolean,
): Promise<SearchEngine> =>
  openEngine(source, {
    ...options(source),
    files: createIndexFiles(folder, true),
    ...(isUndamaged ? { isUndamaged } : {}),
  })

const segmentsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name !== manifestName).sort()

/** The folder's content, to be put back. */
const contentOf = async (folder: string): Promise<ReadonlyMap<string, Uint8Array>> => {
  const names = await readdir(folder)
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  )
}

const restore = async (folder: string, content: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [name, bytes] of content) await writeFile(join(folder, name), bytes)
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const damaged = Uint8Array.from(bytes)
  damaged[at] = (damaged[at] as number) ^ 0x15
  return damaged
}

test('opens from the saved segments without reading a document', async () => {
  const saved = await savedIndex()
  expect(await segmentsIn(saved.folder)).toHaveLength(3)
  const before = saved.source.reads()
  const engine = await reopen(saved)
  expect(engine.state()).toEqual({ state: 'ready', searchable: 30, total: 30 })
  expect(saved.source.reads()).toBe(before)
  expect(await isRight(engine)).toBe(true)
})

test('finds everything after any file was cut off at any place', async () => {
  const saved = await savedIndex()
  const content = await contentOf(saved.folder)
  for (const [name, bytes] of content)
    for (const share of [0, 0.001, 0.01, 0.3, 0.6, 0.99]) {
      await restore(saved.folder, content)
      await writeFile(join(saved.folder, name), bytes.subarray(0, Math.floor(bytes.length * share)))
      expect(await isRight(await reopen(saved)), `${name} ${share}`).toBe(true)
    }
})

test('finds everything after any byte of any file was changed', async () => {
  const saved = await savedIndex()
  const content = await contentOf(saved.folder)
  for (const [name, bytes] of content)
    for (let at = 0; at < bytes.length; at += 211) {
      await restore(saved.folder, content)
      await writeFile(join(saved.folder, name), flipped(bytes, at))
      expect(await isRight(await reopen(saved)), `${name} ${at}`).toBe(true)
    }
})

test('negative control: without the checksum a changed byte gives wrong answers, which the test above would see', async () => {
  const saved = await savedIndex()
  const content = await contentOf(saved.folder)
  let wrong = 0
  for (const [name, bytes] of content)
    for (let at = 48; at < bytes.length; at += 211) {
      if (name === manifestName) continue
      await restore(saved.folder, content)
      await writeFile(join(saved.folder, name), flipped(bytes, at))
      const right = await reopen(saved, () => true).then(isRight, () => false)
      if (!right) wrong += 1
    }
  expect(wrong).toBeGreaterThan(0)
})

test('a damaged segment costs the documents in it, and no others', async () => {
  const saved = await savedIndex()
  const [name = ''] = await segmentsIn(saved.folder)
  await writeFile(join(saved.folder, name), 'x')
  const before = saved.source.reads()
  const engine = await reopen(saved)
  expect(saved.source.reads() - before).toBe(10)
  expect(await isRight(engine)).toBe(true)
  await engine.close()
  const read = saved.source.reads()
  expect(await isRight(await reopen(saved))).toBe(true)
  expect(saved.source.reads()).toBe(read)
})

test('a damaged segment brings nothing back that was changed or removed', async () => {
  const saved = await savedIndex()
  saved.source.remove(idOf(1), idOf(11))
  saved.source.put(articleOf(2, 'Changed', ['other']), articleOf(21, 'Changed', ['other']))
  const engine = await openEngine(saved.source, {
    ...options(saved.source),
    files: createIndexFiles(saved.folder, true),
    mostLive: 1,
  })
  await engine.close()
  const content = await contentOf(saved.folder)
  for (const name of await segmentsIn(saved.folder)) {
    await restore(saved.folder, content)
    await rm(join(saved.folder, name))
    const again = await reopen(saved)
    expect(await numbersOf(again, 'word1 OR word11 OR word2 OR word21 ')).toEqual([])
    expect((await numbersOf(again, 'other ')).sort()).toEqual([2, 21])
    expect(again.state()).toEqual({ state: 'ready', searchable: 28, total: 28 })
  }
})

test('finds everything where a file is missing, a folder, or of another version', async () => {
  const saved = await savedIndex()
  const content = await contentOf(saved.folder)
  expect(await isRight(await reopen({ ...saved, folder: join(saved.folder, 'none') }))).toBe(true)
  for (const [name, bytes] of content) {
    await restore(saved.folder, content)
    await rm(join(saved.folder, name))
    expect(await isRight(await reopen(saved)), name).toBe(true)
    await restore(saved.folder, content)
    await rm(join(saved.folder, name))
    await mkdir(join(saved.folder, name, 'inside'), { recursive: true })
    expect(await isRight(await reopen(saved)), name).toBe(true)
    await restore(saved.folder, content)
    await writeFile(join(saved.folder, name), Buffer.from(bytes).fill('CUTTSEG0', 0, 8))
    expect(await isRight(await reopen(saved)), name).toBe(true)
  }
})

/** The segment as one of another layout would be whose checksums are right. */
const withMagic = (segment: Uint8Array, magic: string): Buffer => {
  const bytes = Buffer.from(segment)
  bytes.write(magic)
  bytes.writeUInt32LE(crc32(bytes.subarray(44), crc32(bytes.subarray(0, 40))), 40)
  return bytes
}

test('a segment of an earlier layout is made anew, though its checksums are right', async () => {
  const saved = await savedIndex()
  for (const name of await segmentsIn(saved.folder)) {
    const bytes = await readFile(join(saved.folder, name))
    expect(openSegment(withMagic(bytes, 'CUTTSEG3'))).toBeDefined()
    expect(openSegment(withMagic(bytes, 'CUTTSEG2'))).toBeUndefined()
    await writeFile(join(saved.folder, name), withMagic(bytes, 'CUTTSEG2'))
  }
  expect(await isRight(await reopen(saved))).toBe(true)
})

test('a segment of another archive in the place of ours is not read', async () => {
  const saved = await savedIndex()
  const folder = join(await createTestFolder(), 'index')
  const source = createMemorySource([articleOf(7, 'Elsewhere', ['something else'])])
  const other = await openEngine(source, { files: createIndexFiles(folder, true) })
  await other.rebuild()
  const [foreign = ''] = await segmentsIn(folder)
  for (const name of await segmentsIn(saved.folder))
    await writeFile(join(saved.folder, name), await readFile(join(folder, foreign)))
  const engine = await reopen(saved)
  expect(await isRight(engine)).toBe(true)
  expect(await numbersOf(engine, 'elsewhere ')).toEqual([])
})

test('makes the index anew where the archive is another than the saved index says, of as many items and changes', async () => {
  const saved = await savedIndex()
  const other = createMemorySource(
    documents.map((_, at) => articleOf(at + 101, 'Elsewhere', [`something${at}`])),
  )
  const engine = await reopen({ ...saved, source: other })
  expect(await numbersOf(engine, 'common ')).toEqual([])
  expect(await numbersOf(engine, 'something7 ')).toEqual([108])
})

test('makes the index anew where the archive is older than the saved index', async () => {
  const saved = await savedIndex()
  saved.source.put(articleOf(99, 'Late', ['brandnew']))
  const engine = await reopen(saved)
  await engine.rebuild()
  const older = await reopen({ ...saved, source: createMemorySource(documents) })
  expect(await numbersOf(older, 'brandnew ')).toEqual([])
  expect(await isRight(older)).toBe(true)
})

test('takes in what was committed after the index was saved, however it ended', async () => {
  const saved = await savedIndex()
  saved.source.put(articleOf(99, 'Late', ['brandnew']))
  saved.source.remove(idOf(1))
  const engine = await reopen(saved)
  expect(await numbersOf(engine, 'brandnew ')).toEqual([99])
  expect(await numbersOf(engine, 'word1 ')).toEqual([])
})

test('goes on where making the index was stopped, and reads nothing twice', async () => {
  const folder = join(await createTestFolder(), 'index')
  const source = createMemorySource(documents)
  const work = workHere(source, 10)
  const stopped: SearchEngineOptions['work'] = {
    ...work,
    build: async (ids, take, signal) => {
      let segments = 0
      await work.build(
        ids,
        async (bytes) => {
          if (segments++ === 2) throw new Error('killed')
          await take(bytes)
        },
        signal,
      )
    },
  }
  const files = createIndexFiles(folder, true)
  await expect(openEngine(source, { files, work: stopped, mostLive: 1 })).rejects.toThrow('killed')
  const before = source.reads()
  const engine = await openEngine(source, { ...options(source), files })
  expect(source.reads() - before).toBe(10)
  expect(await isRight(engine)).toBe(true)
})

test('answers from the old segments while all is made anew, and from what is done while it is made first', async () => {
  const source = createMemorySource(documents)
  const seen: string[] = []
  const engine = await openEngine(source, {
    work: {
      ...workHere(source),
      build: (ids, take, signal) =>
        workHere(source, 10).build(
          ids,
          async (bytes) => {
            await take(bytes)
            seen.push(`${(await ask(engine, 'common ')).total} of ${engine.state().searchable}`)
          },
          signal,
        ),
    },
  })
  await engine.rebuild()
  expect(seen).toEqual(['30 of 30', '30 of 30', '30 of 30'])
  expect(await isRight(engine)).toBe(true)
})

test('leaves the manifest and what it lists, and clears away what a killed writer left', async () => {
  const saved = await savedIndex()
  await writeFile(join(saved.folder, 'x.unfinished'), 'half')
  await writeFile(join(saved.folder, 'main.cuttings-index'), 'of an older version')
  const engine = await openEngine(saved.source, { files: createIndexFiles(saved.folder, true) })
  await engine.rebuild()
  expect(await readdir(saved.folder)).toHaveLength(2)
})

test('writes nothing into an archive that is only read', async () => {
  const folder = join(await createTestFolder(), 'derived', 'index')
  const source = createMemorySource(documents)
  const engine = await openEngine(source, { files: createIndexFiles(folder, false) })
  await engine.rebuild()
  expect(await isRight(engine)).toBe(true)
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
})
