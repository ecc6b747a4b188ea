import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { createArchive } from './createArchive'
import { readSmallFile } from './durableFile'
import { nodeFileSystem } from './fileSystem'
import { createFaultyFileSystem } from './fixtures/faultyFileSystem'
import { folderState } from './fixtures/folderState'
import { spawnProcess } from './fixtures/spawnProcess'
import { createTestFolder } from './fixtures/testFolder'
import { archiveLayout } from './layout'
import { formatVersion } from './marker'
import { openArchive } from './openArchive'

const code = (value: string) => expect.objectContaining({ name: 'CuttingsError', code: value })

/** A process that is killed leaves its lock; here the process lives on, so that its lock is given to one that ended. */
const giveLockTo = async (pid: number, folder: string): Promise<void> => {
  const { lock } = archiveLayout(folder)
  const text = await readSmallFile(nodeFileSystem, lock)
  if (text?.endsWith('\n'))
    await writeFile(lock, `${JSON.stringify({ ...(JSON.parse(text) as object), pid })}\n`)
}

test('makes the whole layout for its user alone, and opens it', async () => {
  const folder = join(await createTestFolder(), 'new', 'Cuttings')
  const archive = await createArchive(folder, { clock })
  expect(archive.name).toBe('Cuttings')
  expect(archive.writable).toBe(true)
  expect(archive.catalogue.countItems()).toBe(0)
  await archive.close()
  const names = Object.keys(await folderState(folder))
  expect(names).toEqual([
    'README.txt',
    'archive.json',
    'backups',
    'catalogue.sqlite',
    'derived',
    'derived/index',
    'derived/text',
    'derived/thumbs',
    'originals',
    'quarantine',
    'staging',
  ])
  for (const name of names) {
    const stats = await stat(join(folder, name))
    expect(stats.mode & 0o777, name).toBe(stats.isDirectory() ? 0o700 : 0o600)
  }
  const marker: unknown = JSON.parse(await readFile(archive.layout.marker, 'utf8'))
  expect(marker).toMatchObject({
    format: 'cuttings-archive',
    version: formatVersion,
    oldestReader: 1,
    oldestWriter: 1,
    id: archive.id,
  })
})

test('refuses a place where an archive is', async () => {
  const folder = await createTestFolder()
  const archive = await createArchive(folder, { clock })
  await archive.close()
  const before = await folderState(folder)
  await expect(createArchive(folder, { clock })).rejects.toThrow(code('archive-exists'))
  expect(await folderState(folder)).toEqual(before)
})

test('refuses a folder that holds anything, and writes nothing into it', async () => {
  const folder = await createTestFolder()
  await writeFile(join(folder, 'letter.txt'), 'mine')
  const before = await folderState(folder)
  await expect(createArchive(folder, { clock })).rejects.toThrow(code('archive-not-empty'))
  expect(await folderState(folder)).toEqual(before)
})

test('begins anew where making an archive was cut short at any step', async () => {
  let calls = 0
  const counting = createFaultyFileSystem(() => {
    calls += 1
    return undefined
  })
  const whole = await createArchive(join(await createTestFolder(), 'A'), { clock, fs: counting })
  await whole.close()
  const steps = calls
  const ended = await spawnProcess()
  await ended.kill()
  for (let stop = 1; stop <= steps; stop += 1) {
    const folder = join(await createTestFolder(), 'A')
    await mkdir(folder)
    let done = 0
    const dying = createFaultyFileSystem(() => {
      done += 1
      return done >= stop ? 'EIO' : undefined
    })
    await createArchive(folder, { clock, fs: dying }).then(
      (archive) => archive.close(),
      () => undefined,
    )
    await giveLockTo(ended.pid, folder)
    const again = await createArchive(folder, { clock }).catch((error: unknown) => {
      expect(error).toEqual(code('archive-exists'))
      return openArchive(folder, { clock })
    })
    expect(again.writable).toBe(true)
    expect(again.catalogue.countItems()).toBe(0)
    await again.close()
  }
  expect(steps).toBeGreaterThan(20)
})

test('says when the disk is full', async () => {
  const fs = createFaultyFileSystem((call) => (call === 'write' ? 'ENOSPC' : undefined))
  await expect(createArchive(await createTestFolder(), { clock, fs })).rejects.toThrow(code('disk-full'))
})

test('tells in README.txt how to get the files out, in statements that work', async () => {
  const folder = await createTestFolder()
  const archive = await createArchive(folder, { clock })
  await archive.close()
  const text = await readFile(archive.layout.readme, 'utf8')
  const { DatabaseSync } = await import('@photostructure/sqlite')
  const db = new DatabaseSync(archive.layout.catalogue, { readOnly: true })
  const statements = [...text.matchAll(/^ +(SELECT[^;]+);/gm)].map((match) => match[1] ?? '')
  expect(statements.length).toBeGreaterThan(4)
  for (const statement of statements) expect(db.prepare(statement).all()).toEqual([])
  db.close()
})
