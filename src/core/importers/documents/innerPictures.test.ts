import { describe, expect, it } from 'vitest'
import type { ImportedItem } from '../types'
import { fileOf } from '../fixtures/readWith'
import { onePixel, zipOf } from './fixtures/zipOf'
import { createInnerPictures, type InnerPictures } from './innerPictures'
import { openParts, type ZipParts } from './zipParts'

const filesOf = async (pictures: InnerPictures): Promise<readonly ImportedItem[]> => {
  const files: ImportedItem[] = []
  for await (const file of pictures.files()) files.push(file)
  return files
}

/** Parts of which any is there, so that their number can be tried without an archive. */
const endless = (parts: ZipParts): ZipParts => ({
  ...parts,
  entry: (name) => ({
    name,
    isFolder: false,
    isEncrypted: false,
    refusal: undefined,
    stated: 0,
    parts: async function* () {
      yield await Promise.resolve(onePixel)
    },
  }),
})

describe('the pictures in a document', () => {
  it('come under the names that they have there, each once, in the order of the text', async () => {
    const zip = await zipOf({
      'a.txt': '',
      'media/one.png': onePixel,
      'media/two.png': onePixel,
      'other/one.png': 'x',
    })
    const pictures = createInnerPictures(await openParts(fileOf(zip, 'a.zip')))
    const asked = ['media/two.png', 'media/one.png', 'MEDIA/TWO.png', 'other/one.png', 'gone.png']
    expect(asked.map((path) => pictures.nameOf(path))).toEqual([
      'two.png',
      'one.png',
      'two.png',
      'other/one.png',
      undefined,
    ])
    expect((await filesOf(pictures)).map((file) => file.kind === 'file' && file.name)).toEqual([
      'two.png',
      'one.png',
      'other/one.png',
    ])
  })

  it('are refused where there are more than the limit', async () => {
    const pictures = createInnerPictures(endless(await openParts(fileOf(await zipOf({ a: '' }), 'a.zip'))))
    for (let index = 0; index < 10_000; index += 1) pictures.nameOf(`${index}.png`)
    expect(pictures.nameOf('9.png')).toBe('9.png')
    expect(() => pictures.nameOf('one-more.png')).toThrow(expect.objectContaining({ code: 'limit' }))
  })

  it('are said to be unreadable one by one where they unpack to more than the limit', async () => {
    const zip = await zipOf({ 'a.txt': '', 'bomb.png': Buffer.alloc(101 * 1024 * 1024), 'b.png': onePixel })
    const pictures = createInnerPictures(await openParts(fileOf(zip, 'a.zip')))
    for (const path of ['bomb.png', 'b.png']) pictures.nameOf(path)
    expect(await filesOf(pictures)).toMatchObject([
      { kind: 'unreadable', name: 'bomb.png', code: 'limit' },
      { kind: 'file', name: 'b.png' },
    ])
  })
})
