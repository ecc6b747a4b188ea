import { describe, expect, it } from 'vitest'
import { cameraExif, cameraFacts, cameraFields } from './fixtures/cameraExif'
import { iimRecords, jpegFile } from './fixtures/jpegFile'
import { manifestStore } from './fixtures/manifestStore'
import {
  gifFile,
  heifFile,
  pngChunk,
  pngFile,
  pngInternational,
  pngText,
  webpFile,
} from './fixtures/otherFiles'
import { photoIn } from './fixtures/photoIn'
import { tiffFile } from './fixtures/tiffFile'
import { xmpPacket } from './fixtures/xmpPacket'
import { tags } from './tiff/tags'

const exif = tiffFile(cameraExif)
const xmp = xmpPacket('<photoshop:Headline>The harbour</photoshop:Headline>')
const iim = iimRecords([
  [105, 'The harbour'],
  [90, 'Hull'],
])
const manifest = manifestStore(
  new Map<string, string | Map<string, string>>([
    ['dc:title', 'quay.jpg'],
    [
      'claim_generator_info',
      new Map([
        ['name', 'Example Editor'],
        ['version', '2'],
      ]),
    ],
  ]),
)
const contentCredentials = {
  state: 'not-checked',
  issuer: 'Example Newsroom',
  claimGenerator: 'Example Editor 2',
  title: 'quay.jpg',
}
const known = { ...cameraFacts, contentCredentials, held: true }
const fields = { ...cameraFields, headline: 'The harbour', description: 'A quay', creator: 'Ada Miller' }

/** The store in two segments, the second of which repeats the head of the box. */
const jumbfSegments = (): Buffer[] => {
  const head = (sequence: number): Buffer => Buffer.from([0, 1, 0, 0, 0, sequence])
  return [
    Buffer.concat([head(1), manifest.subarray(0, 100)]),
    Buffer.concat([head(2), manifest.subarray(0, 8), manifest.subarray(100)]),
  ]
}

describe('a picture is read with EXIF, XMP and content credentials', () => {
  it('from a JPEG, and with IIM', async () => {
    const bytes = jpegFile({ exif, xmp, iim, jumbf: jumbfSegments(), width: 400, height: 300 })
    const photo = await photoIn(bytes, 'quay.jpg')
    expect(photo).toMatchObject({ ...known, width: 400, height: 300, fields: { ...fields, city: 'Hull' } })
    expect(photo.fields['copyrightNotice']).toBe('Ada Miller; The Gazette')
    expect(photo.origins['headline']).toEqual([
      { from: 'xmp', value: 'The harbour' },
      { from: 'iim', value: 'The harbour' },
    ])
    expect(photo.doubts).toBeUndefined()
  })

  it('from a PNG, and with its texts', async () => {
    const bytes = pngFile(400, 300, [
      pngChunk('eXIf', exif),
      pngInternational('XML:com.adobe.xmp', xmp, true),
      pngText('Author', Buffer.from('Zo\xeb', 'latin1')),
      pngText('Title', 'Quay'),
      pngChunk('caBX', manifest),
    ])
    const photo = await photoIn(bytes, 'quay.png')
    expect(photo).toMatchObject({ ...known, width: 400, height: 300, fields: { ...fields, title: 'Quay' } })
    expect(photo.origins['creator']).toEqual([
      { from: 'exif', value: 'Ada Miller' },
      { from: 'png', value: 'Zoë' },
    ])
  })

  it('from a WebP', async () => {
    const bytes = webpFile(400, 300, { EXIF: exif, 'XMP ': Buffer.from(xmp), C2PA: manifest })
    expect(await photoIn(bytes, 'quay.webp')).toMatchObject({ ...known, width: 400, height: 300, fields })
  })

  it('from a TIFF in either order of bytes, and with IIM', async () => {
    for (const little of [true, false]) {
      const bytes = tiffFile(
        {
          ...cameraExif,
          [tags.imageWidth]: { short: [400] },
          [tags.imageHeight]: { long: [300] },
          [tags.xmp]: { bytes: Buffer.from(xmp) },
          [tags.iim]: { bytes: iim },
          [tags.manifest]: { bytes: manifest },
        },
        { little },
      )
      const photo = await photoIn(bytes, 'quay.tif')
      expect(photo).toMatchObject({ ...known, width: 400, height: 300, fields: { ...fields, city: 'Hull' } })
    }
  })

  it('from a HEIC or AVIF, whose own turn holds and not that of EXIF', async () => {
    for (const brand of ['heic', 'avif']) {
      const bytes = heifFile({ brand, width: 400, height: 300, exif, xmp, rotation: 1, manifest })
      const photo = await photoIn(bytes, `quay.${brand}`)
      expect(photo).toMatchObject({ ...known, orientation: 8, width: 400, height: 300, fields })
    }
  })

  it('from a GIF, as far as that has any', async () => {
    expect(await photoIn(gifFile(400, 300, xmp), 'quay.gif')).toEqual({
      kind: 'photo',
      fields: { headline: 'The harbour' },
      origins: { headline: [{ from: 'xmp', value: 'The harbour' }] },
      width: 400,
      height: 300,
      orientation: 1,
      held: true,
    })
  })
})

describe('raw pictures', () => {
  it('have the size of the picture and not of the smaller copies in them', async () => {
    const directories = {
      ...cameraExif,
      [tags.make]: { text: 'NIKON CORPORATION' },
      [tags.subfileType]: { long: [1] },
      [tags.imageWidth]: { long: [160] },
      [tags.imageHeight]: { long: [120] },
      [tags.subDirectories]: {
        directory: {
          [tags.subfileType]: { long: [0] },
          [tags.imageWidth]: { long: [6000] },
          [tags.imageHeight]: { long: [4000] },
        },
      },
    }
    const photo = await photoIn(tiffFile(directories), 'quay.nef')
    expect(photo).toMatchObject({ width: 6000, height: 4000, fields: { cameraMake: 'NIKON CORPORATION' } })
  })

  it('of Panasonic have the metadata of the JPEG in them', async () => {
    const bytes = tiffFile(
      {
        4: { short: [8] },
        5: { short: [10] },
        6: { short: [308] },
        7: { short: [410] },
        0x2e: { bytes: jpegFile({ exif }) },
      },
      { magic: 0x55 },
    )
    const photo = await photoIn(bytes, 'quay.rw2')
    expect(photo).toMatchObject({ width: 400, height: 300, ...cameraFacts, fields: cameraFields })
  })

  it('of Fujifilm have the metadata of the JPEG in them and the size of their table', async () => {
    const jpeg = jpegFile({ exif })
    const head = Buffer.alloc(120)
    head.write('FUJIFILMCCD-RAW 0201')
    head.writeUInt32BE(120, 84)
    head.writeUInt32BE(jpeg.length, 88)
    head.writeUInt32BE(120 + jpeg.length, 92)
    const table = Buffer.from([0, 0, 0, 1, 1, 0x11, 0, 4, 0x01, 0x2c, 0x01, 0x90])
    const photo = await photoIn(Buffer.concat([head, jpeg, table]), 'quay.raf')
    expect(photo).toMatchObject({ width: 400, height: 300, ...cameraFacts, fields: cameraFields })
  })

  it('of Olympus are read as the TIFF that they nearly are', async () => {
    const entries = { ...cameraExif, [tags.imageWidth]: { long: [400] }, [tags.imageHeight]: { long: [300] } }
    const photo = await photoIn(tiffFile(entries, { magic: 0x4f52 }), 'quay.orf')
    expect(photo).toMatchObject({ width: 400, height: 300, ...cameraFacts, fields: cameraFields })
  })

  it('of Canon have the size that EXIF states, where the first directory is a smaller copy', async () => {
    const entries = {
      ...cameraExif,
      [tags.imageWidth]: { long: [200] },
      [tags.imageHeight]: { long: [150] },
      [tags.exifDirectory]: {
        directory: { [tags.pixelWidth]: { long: [400] }, [tags.pixelHeight]: { long: [300] } },
      },
    }
    const bytes = tiffFile(entries, { at: 16 })
    // Its mark stands where the first directory usually does.
    bytes.write('CR\x02\0', 8, 'latin1')
    expect(await photoIn(bytes, 'quay.cr2')).toMatchObject({ width: 400, height: 300 })
  })
})
