import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sha256Of } from '../records/digest'
import { hashFile } from './hashFile'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-hash-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('hashes what a file holds now', async () => {
  await writeFile(join(folder, 'a'), 'some text')
  expect(await hashFile(join(folder, 'a'))).toBe(sha256Of('some text'))
})

it('has no hash for what is no regular file any more', async () => {
  await writeFile(join(folder, 'a'), 'some text')
  await symlink(join(folder, 'a'), join(folder, 'link'))
  for (const name of ['link', 'gone', '.']) expect(await hashFile(join(folder, name))).toBeUndefined()
})
