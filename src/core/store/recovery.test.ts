import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { applyWal } from './database/applyWal'
import { copyOpen } from './fixtures/copyOpen'
import { createExampleArchive } from './fixtures/exampleArchive'
import { asStream, exampleSource } from './fixtures/exampleRecords'
import { openArchive } from './openArchive'
import { openCatalogueReader } from './openCatalogueReader'
import type { Archive } from './types'

/** The folder as a kill leaves it: everything that the system was given, with the log and the lock of the dead process. */
const killed = async (folder: string): Promise<string> => {
  const copy = `${folder} killed`
  await copyOpen(folder, copy)
  const lock: object = JSON.parse(await readFile(join(copy, 'lock.json'), 'utf8'))
  await writeFile(join(copy, 'lock.json'), `${JSON.stringify({ ...lock, pid: 2 ** 30 })}\n`)
  return copy
}

const commitSource = (archive: Archive, name: string): void => {
  const records = { ...emptyRecordSet, sources: [exampleSource(clock, name)] }
  archive.catalogue.commit({ records, action: 'import', actor: 'tester' })
}

test('has everything that was committed before a kill', async () => {
  const { folder, archive, article } = await createExampleArchive()
  commitSource(archive, 'AFP')
  const copy = await killed(folder)
  await archive.close()
  const again = await openArchive(copy, { clock })
  expect(again.readOnly).toBeUndefined()
  expect(again.catalogue.record(article.id)).toEqual(article)
  expect(again.catalogue.sourceNamed('AFP')).toBeDefined()
  await again.close()
})

test('clears what was staged, and keeps an original whose records were not committed', async () => {
  const { folder, archive } = await createExampleArchive()
  const into = await archive.staging.createFolder(clock.createId())
  await archive.originals.stageStream(asStream('only staged'), into)
  const adopted = await archive.originals.stageStream(asStream('adopted'), into)
  await archive.originals.adopt(adopted)
  const copy = await killed(folder)
  await archive.close()
  const again = await openArchive(copy, { clock })
  expect(await readdir(join(copy, 'staging'))).toEqual([])
  expect(await again.originals.has(adopted.sha256)).toBe(true)
  expect(again.catalogue.original(adopted.sha256)).toBeUndefined()
  await again.close()
})

test.each(['with', 'without'])(
  'has all whole commits of a log that was cut off, %s its -shm',
  async (shm) => {
    const { folder, archive, article } = await createExampleArchive()
    const log = 'catalogue.sqlite-wal'
    const before = (await readFile(join(folder, log))).length
    commitSource(archive, 'AFP')
    const after = (await readFile(join(folder, log))).length
    expect(after).toBeGreaterThan(before)
    for (const size of [before, before + 100, after - 1, after]) {
      const copy = await killed(folder)
      await truncate(join(copy, log), size)
      if (shm === 'without') await rm(join(copy, 'catalogue.sqlite-shm'))
      const expected = size === after
      const reader = await openArchive(copy, { clock, mode: 'read' })
      expect(reader.catalogue.record(article.id)).toEqual(article)
      expect(reader.catalogue.sourceNamed('AFP') !== undefined).toBe(expected)
      await reader.close()
      const writer = await openArchive(copy, { clock })
      expect(writer.catalogue.record(article.id)).toEqual(article)
      expect(writer.catalogue.sourceNamed('AFP') !== undefined).toBe(expected)
      await writer.close()
      await rm(copy, { recursive: true })
    }
    await archive.close()
  },
)

test('opens where the writer ended between the head of its log and its first commit', async () => {
  const { folder, archive, article } = await createExampleArchive()
  await archive.close()
  const again = await openArchive(folder, { clock })
  commitSource(again, 'AFP')
  const copy = await killed(folder)
  await again.close()
  await truncate(join(copy, 'catalogue.sqlite-wal'), 32)
  for (const mode of ['read', 'write'] as const) {
    const opened = await openArchive(copy, { clock, mode })
    expect(opened.catalogue.record(article.id)).toEqual(article)
    expect(opened.catalogue.sourceNamed('AFP')).toBeUndefined()
    await opened.close()
  }
})

test('reads a log without its -shm in memory, and writes no byte', async () => {
  const { folder, archive, article } = await createExampleArchive()
  const copy = await killed(folder)
  await archive.close()
  await rm(join(copy, 'catalogue.sqlite-shm'))
  const names = await readdir(copy)
  const reader = openCatalogueReader(join(copy, 'catalogue.sqlite'))
  expect(reader.record(article.id)).toEqual(article)
  expect(await readdir(copy)).toEqual(names)
  reader.close()
})

test('takes from a log what SQLite takes, byte for byte', async () => {
  const { folder, archive } = await createExampleArchive()
  for (let index = 0; index < 20; index += 1) commitSource(archive, `Source ${index}`)
  const copy = await killed(folder)
  await archive.close()
  const path = join(copy, 'catalogue.sqlite')
  const mine = Buffer.from(applyWal(await readFile(path), await readFile(`${path}-wal`)))
  const writer = await openArchive(copy, { clock })
  await writer.close()
  const theirs = await readFile(path)
  theirs.set([1, 1], 18)
  expect(mine.equals(theirs)).toBe(true)
})
