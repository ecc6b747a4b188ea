import { mkdir, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { verifyArchive } from '../verify/verifyArchive'
import { describeBackups } from './describeBackups'
import { createExampleArchive } from './fixtures/exampleArchive'
import { createFaultyFileSystem } from './fixtures/faultyFileSystem'
import { openArchive } from './openArchive'
import { restoreBackup } from './restoreBackup'

const code = (value: string) => expect.objectContaining({ code: value })

/** An archive that is closed, with one backup of all that it holds. */
const createBackedUp = async () => {
  const { folder, archive, article } = await createExampleArchive()
  await archive.close()
  await (await openArchive(folder, { clock })).close()
  const [backup] = await describeBackups(folder)
  if (!backup) throw new TypeError('no backup was made')
  return { folder, layout: archive.layout, article, backup }
}

const flip = async (path: string, at: number): Promise<void> => {
  const bytes = await readFile(path)
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  await writeFile(path, bytes)
}

test('a damaged catalogue is kept, explained, and restored from a backup that is shown', async () => {
  const { folder, layout, article, backup } = await createBackedUp()
  expect(backup).toMatchObject({ sound: true, counts: { article: 1, source: 1 } })
  await truncate(layout.catalogue, 5000)
  const damaged = await readFile(layout.catalogue)
  await expect(openArchive(folder, { clock })).rejects.toThrow(code('archive-damaged'))
  expect(await readFile(layout.catalogue)).toEqual(damaged)
  await restoreBackup(folder, backup.name, { clock })
  const restored = await openArchive(folder, { clock })
  expect(restored.catalogue.record(article.id)).toEqual(article)
  expect(await verifyArchive(restored)).toMatchObject({ problems: 0 })
  await restored.close()
  const [kept = ''] = await readdir(layout.quarantine)
  expect(await readFile(join(layout.quarantine, kept))).toEqual(damaged)
})

test('a log that belonged to the damaged catalogue is not read into the restored one', async () => {
  const { folder, layout, article, backup } = await createBackedUp()
  await writeFile(`${layout.catalogue}-wal`, 'of another catalogue')
  await rm(layout.catalogue)
  await restoreBackup(folder, backup.name, { clock })
  expect(await readdir(layout.folder)).not.toContain('catalogue.sqlite-wal')
  const restored = await openArchive(folder, { clock })
  expect(restored.catalogue.record(article.id)).toEqual(article)
  await restored.close()
})

test('refuses a backup whole of which one byte is another, and changes nothing', async () => {
  const { folder, layout, backup } = await createBackedUp()
  const path = join(layout.backups, backup.name)
  const { size } = await stat(path)
  await flip(path, size - 100)
  expect(await describeBackups(folder)).toMatchObject([{ sound: false }])
  await rm(layout.catalogue)
  await expect(restoreBackup(folder, backup.name, { clock })).rejects.toThrow(code('backup-damaged'))
  expect(await readdir(layout.folder)).not.toContain('catalogue.sqlite')
  await expect(restoreBackup(folder, '../archive.json', { clock })).rejects.toThrow(code('not-found'))
})

test('does not go back under a writer', async () => {
  const { folder, backup } = await createBackedUp()
  const archive = await openArchive(folder, { clock })
  await expect(restoreBackup(folder, backup.name, { clock })).rejects.toThrow(code('archive-in-use'))
  await archive.close()
})

test('cut short at any step, an archive has its old catalogue, says that it has none, or has the restored one', async () => {
  const { folder, layout, article, backup } = await createBackedUp()
  const whole = await readFile(join(layout.backups, backup.name))
  for (let cut = 1; ; cut += 1) {
    await writeFile(layout.catalogue, 'damaged')
    let calls = 0
    const fs = createFaultyFileSystem((call) => {
      if (!['rename', 'sync', 'syncFolder', 'open', 'makeFolder'].includes(call)) return undefined
      calls += 1
      return calls === cut ? 'EIO' : undefined
    })
    const done = await restoreBackup(folder, backup.name, { clock, fs }).then(
      () => true,
      () => false,
    )
    await rm(layout.lock, { force: true })
    const now = await readFile(layout.catalogue).catch(() => undefined)
    expect([undefined, 'damaged', whole.toString()]).toContain(now?.toString())
    await restoreBackup(folder, backup.name, { clock })
    const archive = await openArchive(folder, { clock, mode: 'read' })
    expect(archive.catalogue.record(article.id)).toEqual(article)
    await archive.close()
    if (done) break
  }
})

test('says of an archive without backups that there are none', async () => {
  const { folder, layout } = await createBackedUp()
  await rm(layout.backups, { recursive: true })
  expect(await describeBackups(folder)).toEqual([])
  await mkdir(layout.backups)
  await writeFile(join(layout.backups, 'notes.txt'), 'not ours')
  expect(await describeBackups(folder)).toEqual([])
})
