import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { createArchive } from './createArchive'
import { createTestFolder } from './fixtures/testFolder'
import { archiveLayout, layoutFolders } from './layout'
import { openArchive } from './openArchive'

const places = layoutFolders(archiveLayout('')).map((path) => relative('', path))

const archiveBesideVictim = async (): Promise<{ folder: string; victim: string }> => {
  const base = await createTestFolder()
  const [folder, victim] = [join(base, 'archive'), join(base, 'victim')]
  await (await createArchive(folder, { clock })).close()
  await mkdir(victim)
  await writeFile(join(victim, 'the only copy'), 'words')
  return { folder, victim }
}

for (const place of places)
  test(`does not open an archive to write whose ${place} is a link, and empties nothing behind it`, async () => {
    const { folder, victim } = await archiveBesideVictim()
    await rm(join(folder, place), { recursive: true })
    await symlink(victim, join(folder, place))
    await expect(openArchive(folder, { clock })).rejects.toMatchObject({
      code: 'archive-damaged',
      details: { reason: `${place} is no folder of its own` },
    })
    expect(await readdir(victim)).toEqual(['the only copy'])
    expect(await readdir(folder)).not.toContain('lock.json')
  })

test('does empty a staging folder of its own', async () => {
  const { folder } = await archiveBesideVictim()
  await mkdir(join(folder, 'staging', 'left'), { recursive: true })
  await writeFile(join(folder, 'staging', 'left', 'file'), 'words')
  await (await openArchive(folder, { clock })).close()
  expect(await readdir(join(folder, 'staging'))).toEqual([])
})

test('removes a link in staging, and nothing behind it', async () => {
  const { folder, victim } = await archiveBesideVictim()
  await symlink(victim, join(folder, 'staging', 'link'))
  await (await openArchive(folder, { clock })).close()
  expect(await readdir(join(folder, 'staging'))).toEqual([])
  expect(await readdir(victim)).toEqual(['the only copy'])
})

test('does not write to a catalogue elsewhere, nor where a file stands for a folder', async () => {
  const { folder, victim } = await archiveBesideVictim()
  await rm(join(folder, 'staging'), { recursive: true })
  await writeFile(join(folder, 'staging'), '')
  await expect(openArchive(folder, { clock })).rejects.toMatchObject({ code: 'archive-damaged' })
  await rm(join(folder, 'staging'))
  await rename(join(folder, 'catalogue.sqlite'), join(victim, 'catalogue.sqlite'))
  await symlink(join(victim, 'catalogue.sqlite'), join(folder, 'catalogue.sqlite'))
  await expect(openArchive(folder, { clock })).rejects.toMatchObject({ code: 'archive-damaged' })
})

test('does not take the database of another program for a catalogue', async () => {
  const { folder } = await archiveBesideVictim()
  await rm(join(folder, 'catalogue.sqlite'))
  const foreign = new DatabaseSync(join(folder, 'catalogue.sqlite'))
  foreign.exec('CREATE TABLE anything (a); PRAGMA user_version = 1')
  foreign.close()
  await expect(openArchive(folder, { clock })).rejects.toMatchObject({
    code: 'archive-damaged',
    details: { reason: 'it is of another program' },
  })
})
