import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestFolder } from './fixtures/testFolder'
import { nodeFileSystem } from './fileSystem'

test('makes a folder once, and nothing where that is no folder', async () => {
  const folder = await createTestFolder()
  await nodeFileSystem.makeFolder(join(folder, 'new'))
  await nodeFileSystem.makeFolder(join(folder, 'new'))
  await writeFile(join(folder, 'file'), '')
  await expect(nodeFileSystem.makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
  expect((await readdir(folder)).sort()).toEqual(['file', 'new'])
})

test('makes nothing in the place of an archive whose disk is gone', async () => {
  const place = await createTestFolder()
  const gone = join(place, 'disk', 'Cuttings', 'staging')
  await expect(nodeFileSystem.makeFolder(join(gone, 'job'))).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readdir(place)).toEqual([])
  await mkdir(gone, { recursive: true })
  await nodeFileSystem.makeFolder(join(gone, 'job'))
  expect(await readdir(gone)).toEqual(['job'])
})
