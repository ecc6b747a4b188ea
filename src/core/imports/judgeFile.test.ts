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
const largeFile = async (name: string, beginning: string): Promise<string> => {
  const path = join(test.folder, name)
  await writeFile(path, beginning)
  await truncate(path, 3_000_000_000)
  return path
}

it('refuses a file that no importer could read without copying it: it could fill the disk', async () => {
  const text = await largeFile('large.txt', 'A headline. '.repeat(10_000))
  const film = await largeFile('film.mp4', '\0\0\0\x20ftypisom')
  const { files } = await test.finish(test.app.imports.importNow([text, film], { keepUnreadable: false }))
  expect(files).toMatchObject([
    { outcome: 'refused', error: { code: 'too-large', details: { bytes: 3_000_000_000 } } },
    { outcome: 'refused', error: { code: 'unknown-format', details: { found: 'a video' } } },
  ])
  // A hash would say that every byte was read.
  for (const file of files) expect(file).not.toHaveProperty('sha256')
})
