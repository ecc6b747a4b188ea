import { chmod, mkdir, readFile, readdir, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { systemClock as clock } from '../records/clock'
import { copyOpen } from '../store/fixtures/copyOpen'
import { createExampleArchive, exampleText } from '../store/fixtures/exampleArchive'
import { folderState } from '../store/fixtures/folderState'
import { createTestFolder } from '../store/fixtures/testFolder'
import type { Archive } from '../store/types'
import { repairOriginals } from './repairOriginals'
import { verifyArchive } from './verifyArchive'

const repair = async (archive: Archive, copy: string) => {
  const files: FileResult[] = []
  const repaired = await repairOriginals(archive, copy, clock, {
    signal: new AbortController().signal,
    onFile: (file) => files.push(file),
    onProgress: () => undefined,
  })
  return { repaired, files }
}

const setUp = async () => {
  const example = await createExampleArchive()
  const copy = join(await createTestFolder(), 'copy')
  await copyOpen(example.folder, copy)
  return { ...example, copy, path: example.archive.originals.pathOf(example.bytes.sha256) }
}

test('puts a changed original back from a copy, and keeps what stood in its place', async () => {
  const { archive, copy, path, folder } = await setUp()
  await chmod(path, 0o600)
  await writeFile(path, 'other bytes')
  const before = await folderState(copy)
  const { repaired, files } = await repair(archive, copy)
  expect(repaired).toEqual({ checked: 1, repaired: 1, left: 0 })
  expect(files).toEqual([expect.objectContaining({ outcome: 'checked', title: 'example.txt' })])
  expect(await readFile(path, 'utf8')).toBe(exampleText)
  const [kept = ''] = await readdir(join(folder, 'quarantine'))
  expect(await readFile(join(folder, 'quarantine', kept), 'utf8')).toBe('other bytes')
  expect(await folderState(copy)).toEqual(before)
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, unchanged: 'yes', complete: 'yes' })
  await archive.close()
})

test('puts back one that is missing, and one in whose place a folder stands', async () => {
  const { archive, copy, path } = await setUp()
  await unlink(path)
  expect((await repair(archive, copy)).repaired).toMatchObject({ repaired: 1, left: 0 })
  await unlink(path)
  await mkdir(path)
  expect((await repair(archive, copy)).repaired).toMatchObject({ repaired: 1, left: 0 })
  expect(await readFile(path, 'utf8')).toBe(exampleText)
  await archive.close()
})

test('takes nothing from a copy that is damaged in the same place, and leaves all as it is', async () => {
  const { archive, copy, path, folder } = await setUp()
  const copied = join(copy, path.slice(folder.length))
  await chmod(copied, 0o600)
  await writeFile(copied, 'damaged, too')
  await unlink(path)
  const { repaired, files } = await repair(archive, copy)
  expect(repaired).toEqual({ checked: 1, repaired: 0, left: 1 })
  expect(files[0]?.message).toContain('Nothing was done')
  await rm(join(copy, 'originals'), { recursive: true })
  expect((await repair(archive, copy)).repaired).toMatchObject({ left: 1 })
  expect(await readdir(join(folder, 'quarantine'))).toEqual([])
  await archive.close()
})

test('refuses a folder that is no archive', async () => {
  const { archive } = await setUp()
  await expect(repair(archive, await createTestFolder())).rejects.toThrow(
    expect.objectContaining({ code: 'archive-missing' }),
  )
  await archive.close()
})
