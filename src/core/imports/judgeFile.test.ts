import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'

let test: TestApp
beforeEach(async () => {
  test = await openTestApp()
})
afterEach(() => test.close())

/** A file of 3 GB that takes no room where it lies, and all of it where it is copied to. */
const largeFile = async (): Promise<string> => {
  const path = join(test.folder, 'large.txt')
  await writeFile(path, 'A headline')
  await truncate(path, 3_000_000_000)
  return path
}

it('refuses a file that no importer could read without copying it: it could fill the disk', async () => {
  const { files } = await test.finish(
    test.app.imports.importNow([await largeFile()], { keepUnreadable: false }),
  )
  expect(files).toMatchObject([
    { outcome: 'refused', error: { code: 'too-large', details: { bytes: 3_000_000_000 } } },
  ])
  // A hash would say that every byte was read.
  expect(files[0]).not.toHaveProperty('sha256')
})
