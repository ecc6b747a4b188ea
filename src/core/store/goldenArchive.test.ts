import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { verifyArchive } from '../verify/verifyArchive'
import { makeGoldenArchive } from './fixtures/goldenArchive'
import { createTestFolder } from './fixtures/testFolder'
import { migrations } from './migrations/migrations'
import { openArchive } from './openArchive'

const fixtures = join(import.meta.dirname, 'fixtures')

/** Each released format has one: a format without one would be a format that nothing opens again. */
const goldenArchives = migrations.slice(0, -1).map(({ version }) => `archive-v${version}`)

/** With `CUTTINGS_GOLDEN=<folder>` the golden archive is made there instead: how those in `fixtures` came about. */
const makeAt = process.env['CUTTINGS_GOLDEN']

test.each(goldenArchives)('opens %s, writes to it, and finds all of it', async (golden) => {
  if (makeAt !== undefined) await makeGoldenArchive(makeAt)
  const folder = join(await createTestFolder(), 'archive')
  await cp(join(fixtures, golden), folder, { recursive: true })
  const archive = await openArchive(folder, { clock })
  expect(archive.readOnly).toBeUndefined()
  const [row] = archive.catalogue.list({}, { by: 'added', direction: 'descending' }, 0, 10).rows
  expect(row).toMatchObject({
    title: 'Harbour bridge to close for repairs',
    support: 'npip',
    published: '2019-03',
  })
  const events = archive.catalogue.events(row?.id ?? '', { local: true })
  expect(events.map((event) => [event.action, event.local])).toEqual([
    ['import', false],
    ['edit', false],
    ['export', true],
  ])
  expect(archive.catalogue.sourceNamed('thomson reuters')?.name).toBe('Reuters')
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, unchanged: 'yes', custody: 'unbroken' })
  archive.catalogue.note('export', archive.id, 'tester')
  await archive.close()
})

test.each(goldenArchives)('still makes what %s holds', async (format) => {
  const folder = await createTestFolder()
  await cp(join(fixtures, format), join(folder, 'golden'), { recursive: true })
  await makeGoldenArchive(join(folder, 'fresh'))
  const golden = await openArchive(join(folder, 'golden'), { clock, mode: 'read' })
  const fresh = await openArchive(join(folder, 'fresh'), { clock, mode: 'read' })
  expect(fresh.catalogue.recordSet()).toEqual(golden.catalogue.recordSet())
  for (const id of golden.catalogue.chainedIds())
    expect(fresh.catalogue.events(id, { local: true })).toEqual(golden.catalogue.events(id, { local: true }))
  await golden.close()
  await fresh.close()
})
