import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Clock } from '../records/clock'
import { systemClock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { doctorChecks } from '../verify/doctorChecks'
import { listBackups } from './backups'
import { nodeFileSystem } from './fileSystem'
import { createExampleArchive } from './fixtures/exampleArchive'
import { exampleSource } from './fixtures/exampleRecords'
import { failOnce } from './fixtures/faultyFileSystem'
import { openArchive } from './openArchive'
import { openCatalogueReader } from './openCatalogueReader'
import { restoreBackup } from './restoreBackup'
import type { Archive } from './types'

const day = 24 * 60 * 60 * 1000

const clockAt = (milliseconds: number): Clock => ({ ...systemClock, now: () => new Date(milliseconds) })

const start = Date.UTC(2026, 0, 1)

const commitSource = (archive: Archive): number =>
  archive.catalogue.commit({
    records: { ...emptyRecordSet, sources: [exampleSource(systemClock, 'AFP')] },
    action: 'import',
    actor: 'tester',
  })

test('copies the catalogue once a day where something changed, checked, and keeps five', async () => {
  const { folder, archive, article } = await createExampleArchive(clockAt(start))
  await archive.close()
  const visit = async (time: number, change: boolean): Promise<string[]> => {
    const again = await openArchive(folder, { clock: clockAt(time) })
    if (change) commitSource(again)
    await again.close()
    return (await readdir(archive.layout.backups)).filter((name) => name.endsWith('.sqlite')).sort()
  }
  expect(await visit(start, true)).toHaveLength(1)
  expect(await visit(start + day / 2, true)).toHaveLength(1)
  expect(await visit(start + day, false)).toHaveLength(2)
  expect(await visit(start + 3 * day, false)).toHaveLength(2)
  for (let index = 4; index < 10; index += 1) await visit(start + index * day, true)
  const names = await visit(start + 20 * day, false)
  expect(names).toHaveLength(5)
  expect(names.at(-1)).toMatch(/^catalogue-20260121T000000000Z-r\d+\.sqlite$/)
  const copy = openCatalogueReader(join(archive.layout.backups, names.at(-1) ?? ''))
  expect(copy.record(article.id)).toEqual(article)
  copy.close()
})

test('touches nothing else in the folder of backups', async () => {
  const { folder, archive } = await createExampleArchive(clockAt(start))
  await archive.close()
  await writeFile(join(archive.layout.backups, 'my own copy.sqlite'), 'mine')
  const again = await openArchive(folder, { clock: clockAt(start + day) })
  await again.close()
  const names = await readdir(archive.layout.backups)
  expect(names).toContain('my own copy.sqlite')
  expect(names).toHaveLength(3)
})

test('makes its folder anew in an archive that was copied without empty folders', async () => {
  const { folder, archive } = await createExampleArchive(clockAt(start))
  await archive.close()
  await rm(archive.layout.backups, { recursive: true })
  const reader = await openArchive(folder, { clock: clockAt(start), mode: 'read' })
  const checks = await doctorChecks(reader)
  expect(checks.find(({ check }) => check === 'backups')).toMatchObject({ ok: true })
  await reader.close()
  await (await openArchive(folder, { clock: clockAt(start + day) })).close()
  const names = await readdir(archive.layout.backups)
  expect(names.filter((name) => name.endsWith('.sqlite'))).toHaveLength(1)
})

test('works on where a copy cannot be kept, and leaves no half of one', async () => {
  const { folder, archive } = await createExampleArchive(clockAt(start))
  await archive.close()
  // The lock is synced first, the copy second.
  const again = await openArchive(folder, { clock: clockAt(start + day), fs: failOnce('sync', 'ENOSPC', 2) })
  expect(commitSource(again)).toBe(again.catalogue.revision())
  await again.close()
  expect(await readdir(archive.layout.backups)).toEqual([])
})

test('keeps its copies for the user alone, whatever the system would give to others', async () => {
  const { folder, archive } = await createExampleArchive(clockAt(start))
  const before = process.umask(0)
  try {
    commitSource(archive)
    await archive.close()
    const again = await openArchive(folder, { clock: clockAt(start + 2 * day) })
    commitSource(again)
    await again.close()
  } finally {
    process.umask(before)
  }
  const names = await readdir(archive.layout.backups)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect((await stat(join(archive.layout.backups, name))).mode & 0o777).toBe(0o600)
})

test('is asked for a copy: makes one, but of what it copied already', async () => {
  const { folder, archive } = await createExampleArchive(clockAt(start))
  await archive.close()
  const again = await openArchive(folder, { clock: systemClock })
  commitSource(again)
  const names = async (): Promise<string[]> =>
    (await readdir(archive.layout.backups)).filter((name) => name.endsWith('.sqlite'))
  await Promise.all([again.backUp(), again.backUp()])
  const made = await names()
  expect(made).toHaveLength(2)
  await again.backUp()
  expect(await names()).toEqual(made)
  await again.close()
})

test('makes a copy that is asked for also where a restored catalogue came to the revision of the last one', async () => {
  const { folder, archive } = await createExampleArchive(clockAt(start))
  await archive.close()
  const first = await openArchive(folder, { clock: systemClock })
  await first.backUp()
  commitSource(first)
  await first.backUp()
  const revision = first.catalogue.revision()
  await first.close()
  const [, older] = await listBackups(nodeFileSystem, archive.layout)
  await restoreBackup(folder, older?.name ?? '', { clock: systemClock })
  const second = await openArchive(folder, { clock: systemClock })
  commitSource(second)
  expect(second.catalogue.revision()).toBe(revision)
  const before = await listBackups(nodeFileSystem, archive.layout)
  await second.backUp()
  expect(await listBackups(nodeFileSystem, archive.layout)).toHaveLength(before.length + 1)
  await second.close()
})
