import { execFileSync } from 'node:child_process'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSmallFile, writeSmallFile } from './durableFile'
import { failOnce } from './fixtures/faultyFileSystem'
import { createTestFolder } from './fixtures/testFolder'
import { nodeFileSystem as fs } from './fileSystem'

const damaged = { code: 'archive-damaged' }

test('reads what it wrote, and nothing where there is nothing', async () => {
  const path = join(await createTestFolder(), 'small')
  expect(await readSmallFile(fs, path)).toBeUndefined()
  await writeSmallFile(fs, path, 'a line\n')
  expect(await readSmallFile(fs, path)).toBe('a line\n')
})

test('does not read a large file, nor a folder, in the place of a small one', async () => {
  const folder = await createTestFolder()
  await writeFile(join(folder, 'large'), Buffer.alloc(64 * 1024 + 1))
  await mkdir(join(folder, 'folder'))
  await expect(readSmallFile(fs, join(folder, 'large'))).rejects.toMatchObject(damaged)
  await expect(readSmallFile(fs, join(folder, 'folder'))).rejects.toMatchObject(damaged)
})

test('does not go round in a link that leads to itself', async () => {
  const path = join(await createTestFolder(), 'loop')
  await symlink(path, path)
  await expect(readSmallFile(fs, path)).rejects.toMatchObject(damaged)
})

test.runIf(process.platform !== 'win32')('does not wait for a pipe that nobody writes to', async () => {
  const path = join(await createTestFolder(), 'pipe')
  execFileSync('mkfifo', [path])
  await expect(readSmallFile(fs, path)).rejects.toMatchObject(damaged)
})

for (const call of ['write', 'sync'] as const)
  test(`leaves no new file behind whose ${call} failed`, async () => {
    const folder = await createTestFolder()
    const full = failOnce(call, 'ENOSPC')
    await expect(writeSmallFile(full, join(folder, 'lock.json'), 'text')).rejects.toMatchObject({
      code: 'ENOSPC',
    })
    expect(await readdir(folder)).toEqual([])
  })

test('leaves alone what another put in the place of a file that could not be written', async () => {
  const folder = await createTestFolder()
  const path = join(folder, 'lock.json')
  const replaced = {
    ...fs,
    write: async () => {
      await writeFile(join(folder, 'theirs'), 'theirs')
      await fs.rename(join(folder, 'theirs'), path)
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    },
  }
  await expect(writeSmallFile(replaced, path, 'ours')).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(await readSmallFile(fs, path)).toBe('theirs')
})
