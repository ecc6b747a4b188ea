import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../../records/clock'
import { createCatalogue } from '../catalogue/createCatalogue'
import { emptyRecordSet } from '../../records/recordSets'
import { storageFault } from '../faults'
import { createExampleArchive } from '../fixtures/exampleArchive'
import { exampleSource } from '../fixtures/exampleRecords'
import { createTestFolder } from '../fixtures/testFolder'
import { migrations } from '../migrations/migrations'
import { openCatalogueReader } from '../openCatalogueReader'
import { createDatabaseHandle } from './createDatabaseHandle'
import { createDatabase, migrate, openWriter, schemaVersion } from './openWriter'

test('says that the disk is full, and keeps what was saved', async () => {
  const path = join(await createTestFolder(), 'catalogue.sqlite')
  createDatabase(path, migrations)
  const connection = openWriter(path)
  const nothing = (): void => undefined
  const db = createDatabaseHandle({ connection: () => connection, check: nothing, assertWritable: nothing })
  const catalogue = createCatalogue({ db, path, clock, archiveId: clock.createId(), writable: true })
  const commit = (name: string, size: number): number =>
    catalogue.commit({
      records: {
        ...emptyRecordSet,
        sources: [{ ...exampleSource(clock, name), warnings: ['x'.repeat(size)] }],
      },
      action: 'import',
      actor: 'tester',
    })
  commit('saved', 1)
  // SQLite's own way to run out of room: the same result code as a full disk.
  connection.exec('PRAGMA max_page_count = 64')
  expect(() => commit('too much', 1_000_000)).toThrow(expect.objectContaining({ code: 'disk-full' }))
  expect(catalogue.sourceNamed('saved')).toBeDefined()
  expect(catalogue.sourceNamed('too much')).toBeUndefined()
  commit('small', 1)
  connection.close()
})

test('migrates step by step, all or nothing', async () => {
  const path = join(await createTestFolder(), 'catalogue.sqlite')
  createDatabase(path, migrations)
  const connection = openWriter(path)
  const newest = migrations.length
  const second = { version: newest + 1, sql: 'CREATE TABLE added (id INTEGER)' }
  const broken = {
    version: newest + 2,
    sql: 'CREATE TABLE half (id INTEGER); CREATE TABLE added (id INTEGER)',
  }
  expect(() => migrate(connection, [...migrations, second, broken])).toThrow('already exists')
  expect(schemaVersion(connection)).toBe(newest)
  expect(() => connection.prepare('SELECT * FROM added')).toThrow('no such table')
  migrate(connection, [...migrations, second])
  migrate(connection, [...migrations, second])
  expect(schemaVersion(connection)).toBe(newest + 1)
  connection.close()
})

test('says that the disk is full, where that is why a catalogue cannot be made', async () => {
  const path = join(await createTestFolder(), 'catalogue.sqlite')
  createDatabase(path, [])
  const connection = openWriter(path)
  connection.exec('PRAGMA max_page_count = 6')
  let fault: unknown
  try {
    migrate(connection, migrations)
  } catch (error) {
    fault = storageFault(error, 'the archive')
  }
  expect(fault).toMatchObject({ code: 'disk-full' })
  expect(schemaVersion(connection)).toBe(0)
  connection.close()
})

test('numbers its migrations from 1 without a gap', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
})

test('a reader of its own sees each commit of the writer', async () => {
  const { archive, article } = await createExampleArchive()
  const reader = openCatalogueReader(archive.catalogue.path)
  expect(reader.countItems()).toBe(1)
  expect(reader.record(article.id)).toEqual(article)
  const edited = { ...article, tags: ['bridges'] }
  archive.catalogue.commit({
    records: { ...emptyRecordSet, articles: [edited] },
    action: 'edit',
    actor: 'tester',
  })
  expect(reader.revision()).toBe(archive.catalogue.revision())
  expect(reader.record(article.id)).toEqual(edited)
  await archive.close()
  expect(reader.record(article.id)).toEqual(edited)
  reader.close()
})

const workerScript = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require('@photostructure/sqlite')
const db = new DatabaseSync(workerData + '?mode=ro&readonly_shm=1', { readOnly: true })
parentPort.postMessage(db.prepare('SELECT count(*) AS n FROM record').get().n)
db.close()
`

test('can be read in a worker while it is written here', async () => {
  const { archive } = await createExampleArchive()
  const worker = new Worker(workerScript, { eval: true, workerData: `file://${archive.catalogue.path}` })
  const ended = once(worker, 'exit')
  expect(await once(worker, 'message')).toEqual([2])
  await ended
  await archive.close()
})
