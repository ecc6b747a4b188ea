import { join } from 'node:path'
import * as nodeFiles from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { numbersOf, openEngine, workHere } from '../fixtures/engine'
import { articleOf, createMemorySource, idOf } from '../fixtures/memorySource'
import { createIndexFiles, type FileOperations, type IndexFiles } from './indexFiles'

const documents = Array.from({ length: 30 }, (_, at) =>
  articleOf(at + 1, `Item ${at + 1}`, [`common word${at + 1}`]),
)

const full = (): Promise<never> => Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' }))

/** A disk without room for a segment while `isFull`; a manifest still finds some. */
const createDisk = () => {
  const disk = { isFull: false }
  const open: FileOperations['open'] = async (...asked) => {
    const handle = await nodeFiles.open(...asked)
    const writeFile = handle.writeFile.bind(handle)
    return Object.assign(handle, {
      writeFile: (bytes: Uint8Array) => (disk.isFull && bytes.length > 2000 ? full() : writeFile(bytes)),
    })
  }
  return { disk, operations: { ...nodeFiles, open } }
}

const createCase = async () => {
  const folder = join(await createTestFolder(), 'index')
  const source = createMemorySource(documents)
  const { disk, operations } = createDisk()
  const open = (files: IndexFiles = createIndexFiles(folder, true, operations)) =>
    openEngine(source, { files, work: workHere(source, 10), mostLive: 3 })
  return { folder, source, disk, open }
}

const settled = async (engine: Awaited<ReturnType<typeof openEngine>>): Promise<void> => {
  await engine.catchUp()
  await engine.close()
}

test('a disk that is full while segments are merged or flushed leaves the saved index whole', async () => {
  const { source, disk, open } = await createCase()
  await settled(await open())
  disk.isFull = true
  const engine = await open()
  source.put(...Array.from({ length: 5 }, (_, at) => articleOf(at + 41, 'New', ['common fresh'])))
  source.remove(idOf(1))
  await engine.catchUp()
  expect(await numbersOf(engine, 'common ')).toHaveLength(34)
  await settled(engine)
  const before = source.reads()
  const again = await open()
  expect(await numbersOf(again, 'fresh ')).toHaveLength(5)
  expect(await numbersOf(again, 'word1 ')).toEqual([])
  // What changed since, and not what was saved before.
  expect(source.reads() - before).toBeLessThan(15)
  disk.isFull = false
  source.put(...Array.from({ length: 5 }, (_, at) => articleOf(at + 51, 'Room', ['common again'])))
  await settled(again)
  const read = source.reads()
  const last = await open()
  expect(await numbersOf(last, 'common ')).toHaveLength(39)
  expect(source.reads() - read).toBeLessThan(5)
})

test('what could not be saved on a full disk is saved once there is room, in the same process', async () => {
  const { folder, source, disk, open } = await createCase()
  disk.isFull = true
  const engine = await open()
  expect(await numbersOf(engine, 'common ')).toHaveLength(30)
  disk.isFull = false
  source.put(...Array.from({ length: 5 }, (_, at) => articleOf(at + 41, 'New', ['common fresh'])))
  await settled(engine)
  const before = source.reads()
  const reader = await open(createIndexFiles(folder, false))
  expect(await numbersOf(reader, 'common ')).toHaveLength(35)
  expect(source.reads()).toBe(before)
})

test('a reader whose segments are replaced under it reads those that replaced them', async () => {
  const { folder, source, open } = await createCase()
  const writer = await open()
  await writer.rebuild()
  const files = createIndexFiles(folder, false)
  let replaced = false
  const before = source.reads()
  let readByWriter = 0
  const reader = await open({
    ...files,
    read: async (name) => {
      if (name.endsWith('.segment') && !replaced) {
        replaced = true
        source.put(articleOf(61, 'Newest', ['common newest']))
        await writer.rebuild()
        await settled(writer)
        readByWriter = source.reads() - before
      }
      return files.read(name)
    },
  })
  expect(replaced).toBe(true)
  expect(await numbersOf(reader, 'common ')).toHaveLength(31)
  expect(source.reads() - before - readByWriter).toBeLessThan(5)
})
