import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jpegFile } from '../importers/photo/fixtures/jpegFile'
import { heifFile, pngFile } from '../importers/photo/fixtures/otherFiles'
import { tiffFile } from '../importers/photo/fixtures/tiffFile'
import { tags } from '../importers/photo/tiff/tags'
import { createPictureReader } from './createPictureReader'
import { drawPicture } from './fixtures/drawnPictures'
import { loadVips, type VipsModule } from './loadVips'
import type { PictureReader, Thumbnail } from './types'

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

const thumbnailOf = async (bytes: Uint8Array, mediaType: string, size = 256): Promise<Thumbnail> => {
  const made = await reader.makeThumbnail(bytes, mediaType, { size })
  if (made.kind === 'none') throw new Error(`no thumbnail: ${made.reason}`)
  return made
}

const sizeOf = ({ width, height }: Thumbnail): readonly number[] => [width, height]

/** In which corner of a thumbnail the red is: top or bottom, left or right. */
const redCorner = ({ bytes }: Thumbnail): string => {
  const image = vips.Image.newFromBuffer(bytes)
  const [x, y] = [image.width - 6, image.height - 6]
  const corners = {
    'top left': [5, 5],
    'top right': [x, 5],
    'bottom left': [5, y],
    'bottom right': [x, y],
  } as const
  const isRed = (place: readonly [number, number]): boolean => {
    const [red = 0, green = 0] = image.getpoint(...place)
    return red > 150 && green < 90
  }
  return Object.entries(corners)
    .filter(([, place]) => isRed(place))
    .map(([name]) => name)
    .join()
}

describe('a thumbnail', () => {
  it('is a small WebP of each kind of picture', async () => {
    const image = drawPicture(vips)
    const kinds: Readonly<Record<string, Uint8Array>> = {
      'image/jpeg': image.jpegsaveBuffer(),
      'image/png': image.pngsaveBuffer(),
      'image/webp': image.webpsaveBuffer(),
      'image/gif': image.gifsaveBuffer(),
      'image/tiff': image.tiffsaveBuffer({ compression: 'lzw' }),
      'image/avif': image.heifsaveBuffer({ compression: 'av1' }),
    }
    for (const [mediaType, bytes] of Object.entries(kinds)) {
      const made = await thumbnailOf(bytes, mediaType)
      expect([mediaType, ...sizeOf(made), redCorner(made)]).toEqual([mediaType, 256, 171, 'top left'])
      expect(Buffer.from(made.bytes).toString('latin1', 8, 12)).toBe('WEBP')
      expect(made.perceptualHash).toMatch(/^[0-9a-f]{16}$/)
      expect(made.doubts).toEqual([])
    }
  })

  it('of a picture that is smaller has its size', async () => {
    const small = drawPicture(vips, { width: 60, height: 40 }).pngsaveBuffer()
    expect(sizeOf(await thumbnailOf(small, 'image/png'))).toEqual([60, 40])
  })

  it('is upright, whichever way the camera was held', async () => {
    const corners: string[] = []
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const turned = drawPicture(vips).copy()
      turned.setInt('orientation', orientation)
      const made = await thumbnailOf(turned.jpegsaveBuffer(), 'image/jpeg')
      expect(sizeOf(made)).toEqual(orientation < 5 ? [256, 171] : [171, 256])
      corners.push(redCorner(made))
    }
    const [left, right] = ['left', 'right']
    expect(corners).toEqual([
      `top ${left}`,
      `top ${right}`,
      `bottom ${right}`,
      `bottom ${left}`,
      `top ${left}`,
      `top ${right}`,
      `bottom ${right}`,
      `bottom ${left}`,
    ])
  })

  it('carries nothing of the metadata of its picture', async () => {
    const image = drawPicture(vips).copy()
    image.setString('exif-ifd0-Artist', 'Ada Miller')
    const made = await thumbnailOf(image.jpegsaveBuffer(), 'image/jpeg')
    expect(Buffer.from(made.bytes).includes('Ada Miller')).toBe(false)
  })

  it('of a picture that ends early is made of what there is, and says so', async () => {
    for (const [mediaType, bytes] of [
      ['image/jpeg', drawPicture(vips).jpegsaveBuffer()],
      ['image/png', drawPicture(vips).pngsaveBuffer()],
    ] as const) {
      const made = await thumbnailOf(bytes.slice(0, bytes.length * 0.6), mediaType)
      expect(sizeOf(made)).toEqual([256, 171])
      expect(made.doubts.map(({ field }) => field)).toEqual(['picture'])
    }
  })

  it('of a raw picture is the largest JPEG in it, turned as the raw picture is', async () => {
    const jpeg = (width: number): Uint8Array =>
      drawPicture(vips, { width, height: width / 2 }).jpegsaveBuffer({ keep: 'none' })
    const raw = tiffFile({
      [tags.orientation]: { short: [6] },
      [tags.jpegOffset]: { stretch: jpeg(100), lengthTag: tags.jpegLength },
      [tags.subDirectories]: {
        directory: {
          [tags.stripOffsets]: { stretch: jpeg(400), lengthTag: tags.stripByteCounts },
        },
      },
    })
    for (const mediaType of ['image/x-nikon-nef', 'image/x-adobe-dng', 'image/x-sony-arw']) {
      const made = await thumbnailOf(raw, mediaType)
      expect([...sizeOf(made), redCorner(made)]).toEqual([128, 256, 'top right'])
    }
  })

  it('of a raw picture whose directories name none is the largest JPEG near its beginning', async () => {
    const jpeg = drawPicture(vips, { width: 300, height: 200 }).jpegsaveBuffer()
    const lossless = jpegFile({ width: 6000, height: 4000, frame: 0xc3 })
    const raw = Buffer.concat([tiffFile({}, { magic: 0x4f52 }), lossless, jpeg])
    expect(sizeOf(await thumbnailOf(raw, 'image/x-olympus-orf'))).toEqual([256, 171])
  })

  it('of a HEIC that cannot be decoded is the picture in its EXIF', async () => {
    const exif = tiffFile(
      {},
      {
        more: [
          {
            [tags.jpegOffset]: {
              stretch: drawPicture(vips, { width: 160, height: 120 }).jpegsaveBuffer({ keep: 'none' }),
              lengthTag: tags.jpegLength,
            },
          },
        ],
      },
    )
    const heic = heifFile({ brand: 'heic', width: 4000, height: 3000, exif, xmp: '', rotation: 3 })
    const made = await thumbnailOf(heic, 'image/heic')
    expect([...sizeOf(made), redCorner(made)]).toEqual([120, 160, 'top right'])
  })
})

describe('no thumbnail is made', () => {
  const reasonOf = async (bytes: Uint8Array, mediaType: string): Promise<string> => {
    const made = await reader.makeThumbnail(bytes, mediaType, { size: 256 })
    return made.kind === 'none' ? made.reason : 'one is made'
  }

  it('of what has too many pixels, by its head alone', async () => {
    expect(await reasonOf(pngFile(50_000, 50_000), 'image/png')).toBe('pixels')
    const raw = tiffFile({
      [tags.jpegOffset]: { stretch: jpegFile({ width: 60_000, height: 60_000 }), lengthTag: tags.jpegLength },
    })
    expect(await reasonOf(raw, 'image/x-nikon-nef')).toBe('pixels')
  })

  it('of what is damaged, and pictures after it are read as before', async () => {
    expect(await reasonOf(Buffer.from('no picture'), 'image/png')).toBe('damaged')
    expect(await reasonOf(pngFile(40, 30), 'image/png')).toBe('damaged')
    expect(await reasonOf(Buffer.from('II*\0\x08\0\0\0\0\0'), 'image/tiff')).toBe('damaged')
    expect(sizeOf(await thumbnailOf(drawPicture(vips).pngsaveBuffer(), 'image/png'))).toEqual([256, 171])
  })

  it('of drawings, of what is no picture, and of raw pictures without one inside', async () => {
    expect(await reasonOf(Buffer.from('<svg/>'), 'image/svg+xml')).toBe('drawing')
    expect(await reasonOf(Buffer.from('text'), 'text/plain')).toBe('no-picture')
    expect(await reasonOf(tiffFile({}), 'image/x-nikon-nef')).toBe('no-preview')
  })

  it('by another decoder than that of the kind of picture that is stated', async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>')
    expect(await reasonOf(drawing, 'image/png')).toBe('damaged')
    expect(await reasonOf(drawPicture(vips).jpegsaveBuffer(), 'image/webp')).toBe('damaged')
  })
})
