import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createInProcessParser } from '../fixtures/createInProcessParser'
import { smallPicturePath } from '../process/originalPath'
import { createExampleArchive } from '../store/fixtures/exampleArchive'
import { createSmallPictures } from './createSmallPictures'

const sha256 = 'ab'.repeat(32)

test('what a killed process left half made is gone after the next start, and whole pictures stay', async () => {
  const { archive } = await createExampleArchive()
  const whole = smallPicturePath(archive.folder, sha256)
  const shelf = dirname(whole)
  await mkdir(shelf, { recursive: true })
  const kept = [`${sha256}.webp`, `${sha256}.webp.old`, 'note.txt']
  const left = [`${sha256}.webp.0f8fad5b-d9cb-469f-a165-70867728950e`]
  for (const name of [...kept, ...left]) await writeFile(join(shelf, name), 'bytes')
  const list = join(shelf, '..', 'list.jsonl')
  await writeFile(list, '')
  const logged: string[] = []
  const pictures = createSmallPictures({
    archive,
    parser: createInProcessParser(),
    log: (line) => logged.push(line),
  })
  await pictures.tidy()
  expect((await readdir(shelf)).sort()).toEqual([...kept].sort())
  expect(await readdir(dirname(list))).toContain('list.jsonl')
  expect(logged).toEqual([])
  await archive.close()
})

test('finds nothing to do where no small picture was made yet', async () => {
  const { archive } = await createExampleArchive()
  const logged: string[] = []
  const pictures = createSmallPictures({
    archive,
    parser: createInProcessParser(),
    log: (line) => logged.push(line),
  })
  await pictures.tidy()
  expect(logged).toEqual([])
  await archive.close()
})
