import { mkdir, readFile, truncate, unlink, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { smallPicturePath } from '../process/originalPath'
import { createExampleArchive } from '../store/fixtures/exampleArchive'
import { createSmallPictures } from './createSmallPictures'
import { fakePictureParser } from './fixtures/fakePictureParser'

const setUp = async () => {
  const { archive, bytes } = await createExampleArchive()
  const parser = fakePictureParser()
  const open = () => createSmallPictures({ archive, parser, log: () => undefined })
  const path = smallPicturePath(archive.folder, bytes.sha256)
  await open().of(bytes.sha256)
  return { archive, sha256: bytes.sha256, open, path, made: parser.made, small: await readFile(path) }
}

test('a small picture that is gone, cut, changed, or a folder is made again', async () => {
  const { archive, sha256, open, path, made, small } = await setUp()
  const damages = [
    () => unlink(path),
    () => truncate(path, 3),
    () =>
      writeFile(
        path,
        small.map((byte, at) => (at === 2 ? byte ^ 1 : byte)),
      ),
    async () => {
      await unlink(path)
      await mkdir(path)
    },
  ]
  for (const [at, damage] of damages.entries()) {
    await damage()
    expect(await open().of(sha256)).toMatchObject({ state: 'ready' })
    expect(await readFile(path)).toEqual(small)
    expect(made()).toBe(at + 2)
  }
  await open().of(sha256)
  expect(made()).toBe(damages.length + 1)
  await archive.close()
})
