import { existsSync, renameSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { createArchive } from './createArchive'
import { copyOpen } from './fixtures/copyOpen'
import { createExampleArchive } from './fixtures/exampleArchive'
import { exampleSource } from './fixtures/exampleRecords'
import { createFaultyFileSystem, failOnce } from './fixtures/faultyFileSystem'
import { folderState } from './fixtures/folderState'
import { makeReadOnly } from './fixtures/readOnlyPlace'
import { createTestFolder } from './fixtures/testFolder'
import { openArchive } from './openArchive'
import type { Archive } from './types'

const code = (value: string) => expect.objectContaining({ name: 'CuttingsError', code: value })

const commitSource = (archive: Archive): number =>
  archive.catalogue.commit({
    records: { ...emptyRecordSet, sources: [exampleSource(clock, 'AFP')] },
    action: 'import',
    actor: 'tester',
  })

const expectRefused = async (archive: Archive, expected: string): Promise<void> => {
  expect(() => commitSource(archive)).toThrow(code(expected))
  expect(() => archive.catalogue.note('export', archive.id, 'tester')).toThrow(code(expected))
  await expect(archive.staging.createFolder(clock.createId())).rejects.toThrow(code(expected))
}

test('keeps what was committed over closing and opening', async () => {
  const { folder, archive, article } = await createExampleArchive()
  const records = archive.catalogue.recordSet()
  const revision = archive.catalogue.revision()
  await archive.close()
  const again = await openArchive(folder, { clock })
  expect(again.catalogue.record(article.id)).toEqual(article)
  expect(again.catalogue.recordSet()).toEqual(records)
  expect(again.catalogue.revision()).toBe(revision)
  await again.close()
})

test('says that there is no archive where the marker is not there, and makes nothing', async () => {
  const folder = await createTestFolder()
  await expect(openArchive(join(folder, 'none'), { clock })).rejects.toThrow(code('archive-missing'))
  await mkdir(join(folder, 'originals'))
  await expect(openArchive(folder, { clock })).rejects.toThrow(code('archive-missing'))
  expect(Object.keys(await folderState(folder))).toEqual(['originals'])
})

test('names no absolute path in what it says', async () => {
  const folder = join(await createTestFolder(), 'Elsewhere')
  const error: unknown = await openArchive(folder, { clock }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(CuttingsError)
  expect(JSON.stringify((error as CuttingsError).toReport())).not.toContain(folder)
})

test('opens a newer archive to read only, and writes no byte', async () => {
  const { folder, archive, article } = await createExampleArchive()
  await archive.close()
  const marker: object = JSON.parse(await readFile(archive.layout.marker, 'utf8'))
  await writeFile(archive.layout.marker, JSON.stringify({ ...marker, version: 99, oldestWriter: 99 }))
  const before = await folderState(folder)
  const newer = await openArchive(folder, { clock })
  expect(newer.readOnly).toEqual({ reason: 'newer' })
  expect(newer.catalogue.record(article.id)).toEqual(article)
  await expectRefused(newer, 'archive-newer')
  await newer.close()
  expect(await folderState(folder)).toEqual(before)
})

test('writes no byte where the catalogue is newer than its marker says, not even a lock', async () => {
  const { folder, archive, article } = await createExampleArchive()
  await archive.close()
  const db = new DatabaseSync(archive.layout.catalogue)
  db.exec('PRAGMA user_version = 99')
  db.close()
  // What the newer version staged and still wants; opening to write clears that folder.
  await writeFile(join(archive.layout.staging, 'held'), 'bytes')
  const before = [await folderState(folder), (await stat(folder)).mtimeMs]
  const newer = await openArchive(folder, { clock })
  expect(newer.readOnly).toEqual({ reason: 'newer' })
  expect(newer.catalogue.record(article.id)).toEqual(article)
  await newer.close()
  expect([await folderState(folder), (await stat(folder)).mtimeMs]).toEqual(before)
})

test('refuses a newer archive that it must not read, and writes no byte', async () => {
  const { folder, archive } = await createExampleArchive()
  await archive.close()
  const marker: object = JSON.parse(await readFile(archive.layout.marker, 'utf8'))
  await writeFile(archive.layout.marker, JSON.stringify({ ...marker, version: 99, oldestReader: 98 }))
  const before = await folderState(folder)
  await expect(openArchive(folder, { clock })).rejects.toThrow(code('archive-newer'))
  expect(await folderState(folder)).toEqual(before)
})

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, 5000)],
  ['overwritten in the middle', (bytes: Buffer) => Buffer.from(bytes).fill(0xaa, 8192, 20_000)],
  ['no database', () => Buffer.from('this is no database at all')],
  ['empty', () => Buffer.alloc(0)],
])('keeps a catalogue that is damaged (%s) as it is, and makes no other', async (_name, damage) => {
  const { folder, archive } = await createExampleArchive()
  await archive.close()
  const { catalogue } = archive.layout
  await writeFile(catalogue, damage(await readFile(catalogue)))
  const before = await folderState(folder)
  await expect(openArchive(folder, { clock })).rejects.toThrow(code('archive-damaged'))
  const after = await folderState(folder)
  expect(after['catalogue.sqlite']).toBe(before['catalogue.sqlite'])
  expect(Object.keys(after)).toEqual(Object.keys(before))
})

test('makes no empty catalogue where it is missing', async () => {
  const { folder, archive } = await createExampleArchive()
  await archive.close()
  await rm(archive.layout.catalogue)
  await expect(openArchive(folder, { clock })).rejects.toThrow(code('archive-damaged'))
  expect(Object.keys(await folderState(folder))).not.toContain('catalogue.sqlite')
})

test('opens an archive in a place that cannot be written to read only', async () => {
  const { folder, archive, article } = await createExampleArchive()
  await archive.close()
  const { fs } = await makeReadOnly(folder)
  const readOnly = await openArchive(folder, { clock, fs })
  expect(readOnly.readOnly).toEqual({ reason: 'rights' })
  expect(readOnly.catalogue.record(article.id)).toEqual(article)
  await expectRefused(readOnly, 'archive-read-only')
  await readOnly.close()
})

test.each(['EACCES', 'EPERM', 'EROFS'])('takes %s for missing rights', async (fault) => {
  const { folder, archive } = await createExampleArchive()
  await archive.close()
  const fs = createFaultyFileSystem((call, [, flags]) =>
    call === 'open' && flags === 'wx' ? fault : undefined,
  )
  const readOnly = await openArchive(folder, { clock, fs })
  expect(readOnly.readOnly).toEqual({ reason: 'rights' })
  await expectRefused(readOnly, 'archive-read-only')
  await readOnly.close()
})

test('reads what a killed writer left in its log also in a place that cannot be written', async () => {
  const { folder, archive, article } = await createExampleArchive()
  const copy = `${folder} copy`
  await copyOpen(folder, copy)
  await archive.close()
  const { fs } = await makeReadOnly(copy)
  const before = await folderState(copy)
  const readOnly = await openArchive(copy, { clock, fs, mode: 'read' })
  expect(readOnly.catalogue.record(article.id)).toEqual(article)
  await readOnly.close()
  expect(await folderState(copy)).toEqual(before)
})

test('opened to read, takes no lock and writes no byte, also beside a later writer', async () => {
  const { folder, archive, article } = await createExampleArchive()
  await archive.close()
  const before = await folderState(folder)
  const reader = await openArchive(folder, { clock, mode: 'read' })
  expect(reader.readOnly).toBeUndefined()
  expect(reader.writable).toBe(false)
  expect(reader.catalogue.record(article.id)).toEqual(article)
  await expectRefused(reader, 'archive-read-only')
  expect(await folderState(folder)).toEqual(before)
  const writer = await openArchive(folder, { clock })
  expect(writer.readOnly).toBeUndefined()
  const revision = commitSource(writer)
  expect(reader.catalogue.revision()).toBe(revision)
  await writer.close()
  expect(reader.catalogue.revision()).toBe(revision)
  await reader.close()
})

test('notices that the folder vanished, makes nothing anew, and goes on when it is back', async () => {
  const { folder, archive, article, bytes } = await createExampleArchive()
  const away = `${folder} away`
  await rename(folder, away)
  const gone = code('archive-gone')
  expect(() => archive.catalogue.record(article.id)).toThrow(gone)
  expect(() => archive.catalogue.list({}, { by: 'added', direction: 'descending' }, 0, 10)).toThrow(gone)
  await expect(archive.originals.has(bytes.sha256)).rejects.toThrow(gone)
  await expect(archive.originals.open(bytes.sha256)).rejects.toThrow(gone)
  await expect(archive.originals.list()[Symbol.asyncIterator]().next()).rejects.toThrow(gone)
  await expectRefused(archive, 'archive-gone')
  await expect(folderState(folder)).rejects.toThrow()
  await rename(away, folder)
  expect(archive.catalogue.record(article.id)).toEqual(article)
  expect(commitSource(archive)).toBe(archive.catalogue.revision())
  await archive.close()
})

test('does not take another archive in its place for its own', async () => {
  const { folder, archive, article } = await createExampleArchive()
  await rename(folder, `${folder} away`)
  const other = await createArchive(folder, { clock })
  expect(() => archive.catalogue.record(article.id)).toThrow(code('archive-gone'))
  await archive.close()
  expect(other.catalogue.countItems()).toBe(0)
  commitSource(other)
  await other.close()
})

test('closes without a fault when the folder vanished', async () => {
  const { folder, archive } = await createExampleArchive()
  await rm(folder, { recursive: true })
  await archive.close()
  await expect(folderState(folder)).rejects.toThrow()
})

test('writes nothing where the name of its log may not be durable', async () => {
  const { folder, archive, article } = await createExampleArchive()
  await archive.close()
  // SQLite would go on after such a fault, and what was committed would be gone with the log's name.
  await expect(openArchive(folder, { clock, fs: failOnce('syncFolder', 'EIO') })).rejects.toThrow(
    code('write-failed'),
  )
  const again = await openArchive(folder, { clock })
  expect(again.catalogue.record(article.id)).toEqual(article)
  await again.close()
})

test('says that the folder is gone where it goes while it is opened, and calls nothing damaged', async () => {
  const { folder, archive, article } = await createExampleArchive()
  await archive.close()
  for (const call of ['entries', 'syncFolder'] as const) {
    const fs = createFaultyFileSystem((name) => {
      if (name === call && existsSync(folder)) renameSync(folder, `${folder} elsewhere`)
      return undefined
    })
    await expect(openArchive(folder, { clock, fs })).rejects.toThrow(code('archive-gone'))
    await rename(`${folder} elsewhere`, folder)
    // The lock that could not be removed is of this process, which ends no sooner than the test.
    await rm(join(folder, 'lock.json'), { force: true })
  }
  const again = await openArchive(folder, { clock })
  expect(again.catalogue.record(article.id)).toEqual(article)
  await again.close()
})
