import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { createPictureReader } from './createPictureReader'
import { drawPicture } from './fixtures/drawnPictures'
import { loadVips, type VipsImage, type VipsModule } from './loadVips'
import { differingBits, nearPictures } from './nearPictures'
import { hashSide, perceptualHash } from './perceptualHash'
import type { PictureReader } from './types'

let vips: VipsModule
let reader: PictureReader

beforeAll(async () => {
  vips = await loadVips()
  reader = createPictureReader()
})
afterAll(() => {
  reader.close()
  vips.shutdown()
})

const hashOf = async (bytes: Uint8Array): Promise<string> => {
  const made = await reader.makeThumbnail(bytes, 'image/jpeg', { size: 512 })
  return made.kind === 'thumbnail' ? made.perceptualHash : ''
}

/** A little cut off at each side. */
const cut = (image: VipsImage): VipsImage => {
  const [left, top] = [Math.ceil(image.width * 0.02), Math.ceil(image.height * 0.02)]
  return image.crop(left, top, image.width - 2 * left, image.height - 2 * top)
}

/** What becomes of a picture on its way from desk to desk. */
const copies: Readonly<Record<string, (image: VipsImage) => Uint8Array>> = {
  smaller: (image) => image.resize(0.4).jpegsaveBuffer(),
  'of low quality': (image) => image.jpegsaveBuffer({ Q: 25 }),
  'in grey': (image) => image.colourspace('b-w').jpegsaveBuffer(),
  brighter: (image) => image.linear(1.1, 10).cast('uchar').jpegsaveBuffer(),
  'a little cut': (image) => cut(image).jpegsaveBuffer(),
}

describe('pictures are near', () => {
  for (const [name, copy] of Object.entries(copies))
    it(`to a copy that is ${name}, and to no other picture`, async () => {
      const seeds = [1, 2, 3, 4]
      const hashes = await Promise.all(
        seeds.map((seed) => hashOf(drawPicture(vips, { seed }).jpegsaveBuffer())),
      )
      for (const [index, seed] of seeds.entries()) {
        const hash = await hashOf(copy(drawPicture(vips, { seed })))
        expect(hashes.map((one) => nearPictures(one, hash))).toEqual(seeds.map((_, at) => at === index))
      }
    })

  it('to none where there is nothing in them', () => {
    const blank = perceptualHash(new Uint8Array(hashSide * hashSide).fill(200))
    expect(blank).toBe('0000000000000000')
    expect(nearPictures(blank, blank)).toBe(false)
  })

  it('by the number of bits in which their hashes differ', () => {
    expect(differingBits('00000000000000ff', '0000000000000000')).toBe(8)
    expect(nearPictures('ffffffffff000000', 'ffffffffff0003ff')).toBe(true)
    expect(nearPictures('ffffffffff000000', 'ffffffffff0007ff')).toBe(false)
  })
})

const photos = [
  ...sharedFiles('corpora/photos/exif-samples/jpg/exif-org', '.jpg'),
  ...sharedFiles('corpora/photos/exif-samples/jpg/gps', '.jpg'),
]
if (photos.length > 0)
  it('camera pictures are near to their copies and to no other', async () => {
    const hashes = await Promise.all(photos.map((path) => hashOf(readFileSync(path))))
    const near = photos.flatMap((_, a) =>
      photos.flatMap((__, b) => (a < b && nearPictures(hashes[a] ?? '', hashes[b] ?? '') ? [[a, b]] : [])),
    )
    expect(near).toEqual([])
    for (const [index, path] of photos.entries()) {
      const image = vips.Image.newFromBuffer(readFileSync(path))
      const changed = cut(image).resize(0.5).jpegsaveBuffer({ Q: 50 })
      expect([path, nearPictures(hashes[index] ?? '', await hashOf(changed))]).toEqual([path, true])
      image.delete()
    }
  })
