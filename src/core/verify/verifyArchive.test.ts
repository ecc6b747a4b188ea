import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import type { FileResult, Verification } from '#shared/contract/jobs'
import { systemClock as clock } from '../records/clock'
import { sha256Of } from '../records/digest'
import { emptyRecordSet } from '../records/recordSets'
import { encodeManifest, manifestName } from '../search/index/manifest'
import { changeCatalogue } from '../store/fixtures/changeCatalogue'
import type { ExampleArchive } from '../store/fixtures/exampleArchive'
import { createExampleArchive } from '../store/fixtures/exampleArchive'
import { exampleSource } from '../store/fixtures/exampleRecords'
import { folderState } from '../store/fixtures/folderState'
import { openArchive } from '../store/openArchive'
import type { Archive } from '../store/types'
import { doctorChecks } from './doctorChecks'
import { verifyArchive } from './verifyArchive'

const verify = async (archive: Archive): Promise<{ verification: Verification; found: string[][] }> => {
  const files: FileResult[] = []
  const verification = await verifyArchive(archive, { onFile: (file) => files.push(file) })
  return { verification, found: files.map((file) => [file.outcome, file.code ?? '', file.name]) }
}

const pathInside = (sha256: string): string =>
  `originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`

/** Changes the closed catalogue behind the program's back. */
const tamper = async ({ archive, folder }: ExampleArchive, sql: string): Promise<Archive> => {
  await archive.close()
  changeCatalogue(archive, sql)
  return openArchive(folder, { clock })
}

test('finds nothing wrong with a sound archive, and writes nothing', async () => {
  const { archive, folder } = await createExampleArchive()
  await archive.close()
  const before = await folderState(folder)
  const reader = await openArchive(folder, { clock, mode: 'read' })
  const { verification, found } = await verify(reader)
  expect(found).toEqual([])
  expect(verification).toMatchObject({
    subject: 'archive',
    checked: 2,
    problems: 0,
    unchanged: 'yes',
    complete: 'yes',
    custody: 'unbroken',
  })
  await reader.close()
  expect(await folderState(folder)).toEqual(before)
})

test('names an original in which one bit was turned', async () => {
  const { archive, bytes } = await createExampleArchive()
  const path = archive.originals.pathOf(bytes.sha256)
  const content = await readFile(path)
  content[3] = (content[3] ?? 0) ^ 1
  await chmod(path, 0o600)
  await writeFile(path, content)
  const { verification, found } = await verify(archive)
  expect(found).toEqual([['problem', 'changed', pathInside(bytes.sha256)]])
  expect(verification).toMatchObject({ problems: 1, unchanged: 'no', complete: 'yes' })
  await archive.close()
})

test('names an original that is missing', async () => {
  const { archive, bytes } = await createExampleArchive()
  await rm(archive.originals.pathOf(bytes.sha256))
  const { verification, found } = await verify(archive)
  expect(found).toEqual([['problem', 'missing', pathInside(bytes.sha256)]])
  expect(verification).toMatchObject({ problems: 1, unchanged: 'yes', complete: 'no' })
  await archive.close()
})

test('notes a file that no record needs, and names one whose bytes are not its name', async () => {
  const { archive } = await createExampleArchive()
  const add = async (name: string, content: string): Promise<void> => {
    const path = archive.originals.pathOf(name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  await add(sha256Of('extra'), 'extra')
  await writeFile(join(archive.layout.originals, 'letter.txt'), 'x')
  expect((await verify(archive)).verification).toMatchObject({ problems: 0, unchanged: 'yes' })
  await add(sha256Of('right'), 'wrong')
  const { verification, found } = await verify(archive)
  expect(new Set(found)).toEqual(
    new Set([
      ['note', 'extra', pathInside(sha256Of('extra'))],
      ['note', 'extra', 'originals/letter.txt'],
      ['problem', 'changed', pathInside(sha256Of('right'))],
    ]),
  )
  expect(verification.problems).toBe(1)
  await archive.close()
})

test.each([
  ['a headline', `UPDATE record SET body = replace(body, 'Harbour', 'Harbor')`],
  ['a citation', `UPDATE citation SET body = replace(body, 'Reuters', 'Router') WHERE position = 0`],
  [
    'a passage',
    `DROP TRIGGER version_never_changes; UPDATE version SET body = replace(body, 'Paragraph 1', 'P 1')`,
  ],
  [
    'a time in the chain',
    `DROP TRIGGER event_never_changes; UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 1`,
  ],
  ['an event', `DROP TRIGGER event_never_goes; DELETE FROM event WHERE sequence = 1`],
])('finds %s that was changed behind its back', async (_name, sql) => {
  const example = await createExampleArchive()
  const edited = { ...example.article, tags: ['bridges'] }
  const records = { ...emptyRecordSet, articles: [edited] }
  example.archive.catalogue.commit({ records, action: 'edit', actor: 'tester' })
  const archive = await tamper(example, sql)
  const { verification, found } = await verify(archive)
  expect(found.map(([, code]) => code)).toContain('custody')
  expect(verification.custody).toBe('broken')
  await archive.close()
})

test('lets nobody change a version or an event through the database without undoing its guard', async () => {
  const { archive } = await createExampleArchive()
  await archive.close()
  const db = new DatabaseSync(archive.layout.catalogue)
  expect(() => db.exec(`UPDATE version SET number = 2`)).toThrow('a version never changes')
  expect(() => db.exec(`DELETE FROM event`)).toThrow('an event never goes')
  db.close()
})

test('names what leads nowhere, and records that are gone', async () => {
  const example = await createExampleArchive()
  const archive = await tamper(example, `DELETE FROM record WHERE kind = 'source'`)
  const { verification, found } = await verify(archive)
  expect(found.map(([, code]) => code).sort()).toEqual(['dangling', 'dangling', 'missing'])
  expect(verification.complete).toBe('no')
  await archive.close()
})

test('stops on request', async () => {
  const { archive } = await createExampleArchive()
  const signal = AbortSignal.abort()
  await expect(verifyArchive(archive, { signal })).rejects.toThrow(
    expect.objectContaining({ code: 'cancelled' }),
  )
  await archive.close()
})

test('the doctor finds a sound archive sound, says what is not, and changes nothing', async () => {
  const { archive, folder, bytes } = await createExampleArchive()
  await archive.close()
  const before = await folderState(folder)
  const reader = await openArchive(folder, { clock, mode: 'read' })
  const checks = await doctorChecks(reader)
  expect(checks.map((check) => check.check)).toEqual([
    'marker',
    'lock',
    'catalogue',
    'originals',
    'custody',
    'space',
    'index',
    'pictures',
    'backups',
  ])
  expect(checks.filter((check) => !check.ok && check.check !== 'space')).toEqual([])
  expect(await folderState(folder)).toEqual(before)
  await rm(archive.originals.pathOf(bytes.sha256))
  const missing = (await doctorChecks(reader)).find((check) => check.check === 'originals')
  expect(missing).toMatchObject({ ok: false })
  expect(missing?.message).toContain('from a copy of the archive')
  await reader.close()
})

test('the doctor says which files of the search index are damaged, and that no item is lost', async () => {
  const { archive } = await createExampleArchive()
  const folder = join(archive.layout.derived, 'index')
  const indexCheck = async () => (await doctorChecks(archive)).find(({ check }) => check === 'index')
  expect(await indexCheck()).toMatchObject({ ok: true, message: expect.stringContaining('no search index') })
  await mkdir(folder, { recursive: true })
  const segments = [{ checksum: '0'.repeat(64), removed: [] }]
  const manifest = encodeManifest({ revision: 1, mark: undefined, isComplete: true, segments })
  await writeFile(join(folder, manifestName), manifest)
  expect(await indexCheck()).toMatchObject({ ok: false, message: expect.stringContaining('No item is lost') })
  await writeFile(join(folder, manifestName), manifest.subarray(1))
  expect(await indexCheck()).toMatchObject({ ok: true, message: expect.stringContaining('made anew') })
  await archive.close()
})

test('tells two sources of one name apart in their chains', async () => {
  const { archive } = await createExampleArchive()
  const sources = [exampleSource(clock, 'Twin'), exampleSource(clock, 'Twin')]
  archive.catalogue.commit({ records: { ...emptyRecordSet, sources }, action: 'import', actor: 'tester' })
  expect((await verify(archive)).verification.custody).toBe('unbroken')
  await archive.close()
})
