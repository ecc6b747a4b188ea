import { expect, test } from 'vitest'
import { examplePhoto } from '../../duplicates/fixtures/alikeRecords'
import { emptyRecordSet } from '../../records/recordSets'
import { systemClock as clock } from '../../records/clock'
import { openReader } from '../database/openReader'
import { createExampleArchive } from '../fixtures/exampleArchive'
import { photosSql } from './alikeness'

test('reads photos page by page, each once, without sorting those that are left', async () => {
  const { archive } = await createExampleArchive()
  const photos = Array.from({ length: 25 }, (_, at) => examplePhoto(clock, { headline: `Photo ${at}` }))
  archive.catalogue.commit({
    records: { ...emptyRecordSet, photos },
    action: 'import',
    actor: 'tester',
  })
  const read: string[] = []
  for (let after = 0; ;) {
    const page = archive.catalogue.duplicates.photos(after, 10)
    read.push(...page.map(({ id }) => id))
    after = page.at(-1)?.place ?? 0
    if (page.length < 10) break
  }
  expect(read).toEqual(photos.map(({ id }) => id))
  const { connection: reader } = openReader(archive.catalogue.path)
  const plan = JSON.stringify(reader.prepare(`EXPLAIN QUERY PLAN ${photosSql}`).all(0, 10))
  reader.close()
  expect(plan).toContain('INDEX record_kind')
  expect(plan).not.toContain('TEMP B-TREE')
  await archive.close()
})
