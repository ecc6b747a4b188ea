import { expect, test } from 'vitest'
import { openTestApp } from '../fixtures/openTestApp'
import { emptyRecordSet } from '../records/recordSets'
import { exampleSource } from '../store/fixtures/exampleRecords'
import { alikeArticle } from './fixtures/alikeRecords'

test('tells who waits for the count of duplicates that the archive is closed, and logs no fault', async () => {
  const { app, client, logged, close } = await openTestApp(() => ({}))
  const source = exampleSource(app.clock, 'Reuters')
  const articles = Array.from({ length: 300 }, (_, at) => alikeArticle(app.clock, source, { text: at }))
  app.archive.catalogue.commit({
    records: { ...emptyRecordSet, sources: [source], articles },
    action: 'import',
    actor: 'tester',
  })
  const counted = client.duplicates.counts({}).catch((error: unknown) => error)
  await close()
  expect(await counted).toMatchObject({ code: 'unavailable' })
  expect(logged).toEqual([])
})
