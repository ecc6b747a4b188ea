import { expect, test } from 'vitest'
import type { AnyRecord } from '#shared/model/records'
import { systemClock as clock } from '../records/clock'
import { exampleArticle, exampleSource } from '../store/fixtures/exampleRecords'
import { createCatalogueDocuments } from './catalogueDocuments'

const source = exampleSource(clock, 'Reuters', ['Reuters News'])
const articles = [exampleArticle(clock, source, {}), exampleArticle(clock, source, {})]

const openCatalogue = () => {
  const records = new Map<string, AnyRecord>([source, ...articles].map((record) => [record.id, record]))
  const read: string[] = []
  const documents = createCatalogueDocuments({
    revision: () => 1,
    countItems: () => articles.length,
    changesSince: () => ({ revision: 1, ids: articles.map(({ id }) => id) }),
    changedAt: () => undefined,
    record: (id) => {
      read.push(id)
      return records.get(id)
    },
    removal: () => undefined,
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
