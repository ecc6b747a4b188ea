import { expect, test } from 'vitest'
import { CuttingsError } from '#shared/errors'
import type { Note } from '#shared/model/note'
import type { AnyRecord } from '#shared/model/records'
import { systemClock as clock } from '../records/clock'
import { exampleArticle, exampleSource } from '../store/fixtures/exampleRecords'
import { createCatalogueDocuments } from './catalogueDocuments'

const source = exampleSource(clock, 'Reuters', ['Reuters News'])
const articles = [exampleArticle(clock, source, {}), exampleArticle(clock, source, {})]

const noteOn = (itemId: string): Note => ({
  id: clock.createId(),
  kind: 'note',
  target: { itemId },
  text: 'Ask again.',
  open: true,
  createdAt: '2026-11-26T10:00:00.000Z',
  updatedAt: '2026-11-26T10:00:00.000Z',
})

const openCatalogue = (held: readonly Note[] = [], damaged: readonly string[] = []) => {
  const records = new Map<string, AnyRecord>([source, ...articles].map((record) => [record.id, record]))
  const read: string[] = []
  const documents = createCatalogueDocuments({
    revision: () => 1,
    countItems: () => articles.length,
    changesSince: () => ({ revision: 1, ids: articles.map(({ id }) => id) }),
    changedAt: () => undefined,
    record: (id) => {
      read.push(id)
      if (damaged.includes(id)) throw new CuttingsError('record-damaged', { id })
      return records.get(id)
    },
    isIntact: (id) => records.has(id) && !damaged.includes(id),
    removal: () => undefined,
    notes: ({ itemId }) => {
      const rows = held.filter(({ target }) => target.itemId === itemId)
      return { total: rows.length, rows }
    },
    close: () => undefined,
  })
  return { documents, records, read }
}

const ids = articles.map(({ id }) => id)
const sourcesOf = ({ facets }: { readonly facets: object }): object => facets

test('a source that many items cite is read once for all that are read together', () => {
  const { documents, read } = openCatalogue()
  expect(documents.read(ids).map(sourcesOf)).toMatchObject([{ source: ['Reuters'] }, { source: ['Reuters'] }])
  expect(read.filter((id) => id === source.id)).toHaveLength(1)
})

test('the next reading sees a source that was changed meanwhile', () => {
  const { documents, records } = openCatalogue()
  documents.read(ids)
  records.set(source.id, { ...source, name: 'Agence France-Presse' })
  expect(documents.read(ids).map(sourcesOf)).toMatchObject([
    { source: ['Agence France-Presse'] },
    { source: ['Agence France-Presse'] },
  ])
})

test('an item with a note has one, and is not found by its words', () => {
  const [first, second] = openCatalogue([noteOn(articles[0]?.id ?? '')]).documents.read(ids)
  expect(first?.facets.has).toContain('note')
  expect(second?.facets.has).not.toContain('note')
  expect(JSON.stringify(first)).not.toContain('Ask again')
})

test('a damaged item is left out, and all others are found; a damaged source is left out of what cites it', () => {
  const [first, second] = ids
  expect(
    openCatalogue([], [first ?? ''])
      .documents.read(ids)
      .map(({ id }) => id),
  ).toEqual([second])
  const [document] = openCatalogue([], [source.id]).documents.read(ids)
  expect(document).toMatchObject({ id: first })
  expect(document?.facets.source).not.toContain('Reuters News')
})

test('what fails with a sound record is no damage, and is not passed over', () => {
  const { documents, records } = openCatalogue()
  records.set(ids[0] ?? '', { ...articles[0], versions: undefined } as unknown as AnyRecord)
  expect(() => documents.read(ids)).toThrow(TypeError)
})
