import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { createArchive } from './createArchive'
import { exampleArticle, exampleOriginal, exampleSource, keepBytes } from './fixtures/exampleRecords'
import { createTestFolder } from './fixtures/testFolder'
import { openArchive } from './openArchive'

test('keeps what was committed over closing and opening', async () => {
  const folder = join(await createTestFolder(), 'Cuttings')
  const archive = await createArchive(folder, { clock })
  expect(archive.readOnly).toBeUndefined()
  const bytes = await keepBytes(archive, clock.createId(), 'hello')
  const source = exampleSource(clock, 'Reuters')
  const article = exampleArticle(clock, source, { original: bytes.sha256 })
  const records = {
    ...emptyRecordSet,
    articles: [article],
    sources: [source],
    originals: [exampleOriginal('hello')],
  }
  const revision = archive.catalogue.commit({ records, action: 'import', actor: 'tester' })
  await archive.close()
  const again = await openArchive(folder, { clock })
  expect(again.catalogue.record(article.id)).toEqual(article)
  expect(again.catalogue.recordSet()).toEqual(records)
  expect(again.catalogue.revision()).toBe(revision)
  expect((await stat(again.originals.pathOf(bytes.sha256))).mode & 0o777).toBe(0o400)
  expect(again.catalogue.list({}, { by: 'published', direction: 'descending' }, 0, 10)).toMatchObject({
    total: 1,
    rows: [{ support: 'npip' }],
  })
  expect(
    again.catalogue.citingPassages(source.id, 0, 10).rows.map((r) => [r.passage, r.basis, r.text]),
  ).toEqual([
    ['2', 'printed', 'Paragraph 2 of the example.'],
    ['3', 'inferred', 'Paragraph 3 of the example.'],
    ['4', 'printed', 'Paragraph 4 of the example.'],
  ])
  await again.close()
})
