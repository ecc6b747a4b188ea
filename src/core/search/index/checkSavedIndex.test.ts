import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { openEngine } from '../fixtures/engine'
import { articleOf, createMemorySource } from '../fixtures/memorySource'
import { checkSavedIndex } from './checkSavedIndex'
import { createIndexFiles } from './indexFiles'
import { manifestName } from './manifest'
import { mergeSegments } from './segmentWork'
import { openSegment } from './segment/openSegment'

const savedIndex = async () => {
  const folder = join(await createTestFolder(), 'index')
  const files = createIndexFiles(folder, true)
  const engine = await openEngine(createMemorySource([articleOf(1, 'One', ['common words'])]), { files })
  await engine.rebuild()
  await engine.close()
  const name = (await readdir(folder)).find((file) => file.endsWith('.segment')) ?? ''
  return { folder, files, path: join(folder, name) }
}

/** A byte is changed, and the quick sum made to agree: damage that it would miss. */
const damagedUnseen = (whole: Uint8Array): Buffer => {
  const bytes = Buffer.from(whole)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20)
  bytes.writeUInt32LE(crc32(bytes.subarray(44), crc32(bytes.subarray(0, 40))), 40)
  return bytes
}

test('says that a saved index is whole, and that there is none', async () => {
  const { folder, files } = await savedIndex()
  expect(await checkSavedIndex(files)).toEqual({ state: 'read', segments: 1, damaged: 0 })
  expect(await checkSavedIndex(createIndexFiles(join(folder, 'none'), false))).toEqual({ state: 'none' })
})

test('notices segments that are missing, cut off, or in the place of another, and a list that cannot be read', async () => {
  const { folder, files, path } = await savedIndex()
  const other = await readFile((await savedIndex()).path)
  const whole = await readFile(path)
  const damaged = { state: 'read', segments: 1, damaged: 1 }
  await writeFile(path, whole.subarray(0, whole.length - 1))
  expect(await checkSavedIndex(files)).toEqual(damaged)
  const foreign = Buffer.from(other)
  foreign.writeUInt8(foreign.readUInt8(8) ^ 1, 8)
  await writeFile(path, foreign)
  expect(await checkSavedIndex(files)).toEqual(damaged)
  await rm(path)
  expect(await checkSavedIndex(files)).toEqual(damaged)
  await writeFile(join(folder, manifestName), '{}')
  expect(await checkSavedIndex(files)).toEqual({ state: 'unreadable' })
})

test('notices damage that the quick sum of an opening would miss, and it is never merged into what looks whole', async () => {
  const { files, path } = await savedIndex()
  const whole = await readFile(path)
  const damaged = damagedUnseen(whole)
  expect(openSegment(damaged)).toBeDefined()
  await writeFile(path, damaged)
  expect(await checkSavedIndex(files)).toEqual({ state: 'read', segments: 1, damaged: 1 })
  expect(() => mergeSegments([{ bytes: damaged, masked: [] }])).toThrow('damaged')
  expect(mergeSegments([{ bytes: whole, masked: [] }])).toHaveLength(whole.length)
})

test('can be called off', async () => {
  const { files } = await savedIndex()
  await expect(checkSavedIndex(files, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
})
