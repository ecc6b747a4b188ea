import { cp, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import type { SavedSearch } from '#shared/model/savedSearch'
import { checkChain, digestOf } from '../records/digest'
import { systemClock as clock } from '../records/clock'
import { migrate, openWriter, schemaVersion } from './database/openWriter'
import { createExampleArchive } from './fixtures/exampleArchive'
import { createTestFolder } from './fixtures/testFolder'
import { migrations } from './migrations/migrations'
import { openArchive } from './openArchive'
import { openCatalogueReader } from './openCatalogueReader'
import type { Archive } from './types'

const search = (name: string, part: Partial<SavedSearch> = {}): SavedSearch => ({
  id: clock.createId(),
  name,
  text: 'harbour OR port',
  filters: [
    { facet: 'kind', value: 'article' },
    { facet: 'month', value: '2019-03/2020-01', excluded: true },
  ],
  sort: 'newest',
  createdAt: '2026-11-22T10:00:00.000Z',
  updatedAt: '2026-11-22T10:00:00.000Z',
  ...part,
})

const names = ({ catalogue }: Archive): string[] => catalogue.savedSearches().map(({ name }) => name)

test('keeps searches by name, each change with an event of this archive alone', async () => {
  const { archive } = await createExampleArchive()
  const { catalogue } = archive
  const [first, second] = [search('Ports'), search('airports')]
  const before = catalogue.revision()
  catalogue.saveSearch(first, 'tester')
  catalogue.saveSearch(second, 'tester')
  expect(catalogue.savedSearches()).toEqual([second, first])
  const renamed = { ...first, name: 'Harbours' }
  catalogue.saveSearch(renamed, 'tester')
  catalogue.removeSearch(first.id, 'tester')
  expect(names(archive)).toEqual(['airports'])
  expect(catalogue.restoreSearch(first.id, 'tester')).toEqual(renamed)
  expect(names(archive)).toEqual(['airports', 'Harbours'])
  expect(catalogue.revision()).toBe(before + 5)

  const events = catalogue.events(first.id, { local: true })
  expect(events.map(({ action }) => action)).toEqual(['edit', 'edit', 'remove', 'restore'])
  expect(events.map(({ digest }) => digest)).toEqual([first, renamed, renamed, renamed].map(digestOf))
  expect(
    checkChain(
      events.map(({ local: _local, ...event }) => event),
      renamed,
    ),
  ).toBeUndefined()
  expect(catalogue.events(first.id)).toEqual([])
  expect(catalogue.chainedIds()).not.toContain(first.id)
  await archive.close()
})

test('gives a name to one at a time, whatever the case of its letters', async () => {
  const { archive } = await createExampleArchive()
  const { catalogue } = archive
  const [first, second] = [search('Straße'), search('Weg')]
  catalogue.saveSearch(first, 'tester')
  catalogue.saveSearch(second, 'tester')
  const taken = expect.objectContaining({ code: 'name-taken' }) as Error
  expect(() => catalogue.saveSearch(search(' STRASSE '), 'tester')).toThrow(taken)
  expect(() => catalogue.saveSearch({ ...second, name: 'straße' }, 'tester')).toThrow(taken)
  catalogue.saveSearch({ ...first, name: 'STRASSE' }, 'tester')
  catalogue.removeSearch(first.id, 'tester')
  catalogue.saveSearch({ ...second, name: 'Strasse' }, 'tester')
  expect(() => catalogue.restoreSearch(first.id, 'tester')).toThrow(taken)
  expect(names(archive)).toEqual(['Strasse'])
  expect(() => catalogue.removeSearch(first.id, 'tester')).toThrow(
    expect.objectContaining({ code: 'not-found' }) as Error,
  )
  await archive.close()
})

test('changes all of it or nothing: no search without its event', async () => {
  const { archive } = await createExampleArchive()
  const { catalogue } = archive
  const saved = search('Ports')
  catalogue.saveSearch(saved, 'tester')
  const revision = catalogue.revision()
  // An event that the table refuses comes after the search's own row.
  const nobody = null as unknown as string
  expect(() => catalogue.saveSearch(search('Airports'), nobody)).toThrow('NOT NULL')
  expect(() => catalogue.saveSearch({ ...saved, name: 'Renamed' }, nobody)).toThrow('NOT NULL')
  expect(() => catalogue.removeSearch(saved.id, nobody)).toThrow('NOT NULL')
  expect(catalogue.savedSearches()).toEqual([saved])
  expect(catalogue.revision()).toBe(revision)
  await archive.close()
})

test('holds so many and no more', async () => {
  const { archive } = await createExampleArchive()
  for (let number = 0; number < 500; number += 1) archive.catalogue.saveSearch(search(`${number}`), 'tester')
  expect(() => archive.catalogue.saveSearch(search('one more'), 'tester')).toThrow(
    expect.objectContaining({ code: 'unavailable' }) as Error,
  )
  await archive.close()
})

test('puts them into the backup', async () => {
  const { folder, archive } = await createExampleArchive()
  const saved = search('Ports')
  archive.catalogue.saveSearch(saved, 'tester')
  await archive.close()
  const again = await openArchive(folder, { clock })
  await again.close()
  const [name = ''] = await readdir(again.layout.backups)
  const copy = new DatabaseSync(join(again.layout.backups, name))
  expect(copy.prepare('SELECT id FROM saved_search').all()).toEqual([{ id: saved.id }])
  copy.close()
})

/** A copy of an archive of the format before saved searches. */
const olderArchive = async (): Promise<string> => {
  const folder = join(await createTestFolder(), 'archive')
  await cp(join(import.meta.dirname, 'fixtures', 'archive-v3'), folder, { recursive: true })
  return folder
}

test('finds none in an archive of an older format that is only read', async () => {
  const folder = await olderArchive()
  const archive = await openArchive(folder, { clock, mode: 'read' })
  expect(archive.catalogue.savedSearches()).toEqual([])
  await archive.close()
  const reader = openCatalogueReader(join(folder, 'catalogue.sqlite'))
  expect(reader.savedSearches()).toEqual([])
  reader.close()
})

test('leaves the older format as it is where its migration fails in the middle', async () => {
  const folder = await olderArchive()
  const connection = openWriter(join(folder, 'catalogue.sqlite'))
  const broken = { version: 5, sql: 'CREATE TABLE more (id INTEGER); CREATE TABLE saved_search (id INTEGER)' }
  expect(() => migrate(connection, [...migrations, broken])).toThrow('already exists')
  expect(schemaVersion(connection)).toBe(3)
  expect(() => connection.prepare('SELECT * FROM saved_search')).toThrow('no such table')
  connection.close()
  const archive = await openArchive(folder, { clock })
  archive.catalogue.saveSearch(search('Ports'), 'tester')
  expect(names(archive)).toEqual(['Ports'])
  await archive.close()
})

test('migrates whole after a kill in the middle of it', async () => {
  const folder = await olderArchive()
  const connection = openWriter(join(folder, 'catalogue.sqlite'))
  connection.exec('PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE')
  connection.exec(migrations.at(-1)?.sql ?? '')
  const copy = `${folder} killed`
  await cp(folder, copy, { recursive: true })
  connection.exec('ROLLBACK')
  connection.close()
  const marker = await readFile(join(copy, 'archive.json'), 'utf8')
  expect(JSON.parse(marker)).toMatchObject({ version: 3 })
  const archive = await openArchive(copy, { clock })
  archive.catalogue.saveSearch(search('Ports'), 'tester')
  expect(names(archive)).toEqual(['Ports'])
  expect(archive.catalogue.list({}, { by: 'added', direction: 'ascending' }, 0, 10).total).toBeGreaterThan(0)
  await archive.close()
})
