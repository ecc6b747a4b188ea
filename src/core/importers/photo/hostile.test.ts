import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { readWith } from '../fixtures/readWith'
import { cameraExif } from './fixtures/cameraExif'
import { iimRecords, jpegFile } from './fixtures/jpegFile'
import { manifestStore } from './fixtures/manifestStore'
import {
  gifFile,
  heifFile,
  isoBox,
  pngChunk,
  pngFile,
  pngInternational,
  webpFile,
} from './fixtures/otherFiles'
import { photoIn } from './fixtures/photoIn'
import { tiffFile } from './fixtures/tiffFile'
import { xmpPacket } from './fixtures/xmpPacket'
import { photoImporters } from './photoImporters'
import { tags } from './tiff/tags'

const exif = tiffFile(cameraExif)
const xmp = xmpPacket('<dc:title>Quay</dc:title>')
const iim = iimRecords([[105, 'Quay']], '\x1b%G')
const manifest = manifestStore(new Map([['dc:title', 'Quay']]))
const emptyChunk = pngChunk('IDAT', Buffer.alloc(0))
const emptySegment = Buffer.from([0xff, 0xe0, 0, 2])
const size = { [tags.imageWidth]: { short: [4] }, [tags.imageHeight]: { short: [3] } } as const

const seeds: Readonly<Record<string, Buffer>> = {
  avif: heifFile({ brand: 'avif', width: 4, height: 3, exif, xmp, rotation: 1, manifest }),
  arw: tiffFile({ ...cameraExif, ...size }),
  cr2: tiffFile({ ...cameraExif, ...size }, { more: [cameraExif] }),
  dng: tiffFile({ ...cameraExif, ...size, [tags.subDirectories]: { directory: size } }),
  gif: gifFile(4, 3, xmp),
  heic: heifFile({ brand: 'heic', width: 4, height: 3, exif, xmp, rotation: 3, manifest }),
  jpeg: jpegFile({ exif, xmp, iim, jumbf: [Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 1]), manifest])] }),
  nef: tiffFile({ ...cameraExif, ...size }, { little: false }),
  orf: tiffFile({ ...cameraExif, ...size }, { magic: 0x4f52 }),
  png: pngFile(4, 3, [
    pngChunk('eXIf', exif),
    pngInternational('XML:com.adobe.xmp', xmp, true),
    pngChunk('caBX', manifest),
  ]),
  raf: Buffer.concat([
    Buffer.from('FUJIFILMCCD-RAW '),
    Buffer.alloc(68),
    Buffer.from([0, 0, 0, 100, 0, 0, 9, 9, 0, 0, 0, 92]),
    Buffer.alloc(4),
    jpegFile({ exif }),
  ]),
  rw2: tiffFile(
    { 4: { short: [0] }, 6: { short: [3] }, 0x2e: { bytes: jpegFile({ exif }) } },
    { magic: 0x55 },
  ),
  svg: Buffer.from('<svg width="4" height="3"><title>Quay</title><metadata><rdf:RDF/></metadata></svg>'),
  tiff: tiffFile({
    ...cameraExif,
    ...size,
    [tags.xmp]: { bytes: Buffer.from(xmp) },
    [tags.iim]: { bytes: iim },
  }),
  webp: webpFile(4, 3, { EXIF: exif, 'XMP ': Buffer.from(xmp), C2PA: manifest }),
  xmp: Buffer.from(xmp),
}

describe('whatever a picture is made of', () => {
  for (const importer of photoImporters)
    it(`it is read or refused by name (${importer.id})`, async () => {
      const seed = seeds[importer.id]
      if (!seed) throw new Error(`no seed for ${importer.id}`)
      expect(await readWith(importer, seed, `a.${importer.id}`)).toHaveLength(1)
      await expectOnlyRefusals(importer, { name: `a.${importer.id}`, seeds: [seed, seed, seed], runs: 200 })
    })
})

describe('limits of pictures', () => {
  it('a picture of more than 100 megapixels is refused by its head alone', async () => {
    await expect(photoIn(pngFile(50_000, 50_000), 'a.png')).rejects.toMatchObject({
      code: 'limit',
      details: { what: 'pixels', most: 100_000_000 },
    })
    expect(await photoIn(pngFile(10_000, 10_000), 'a.png')).toMatchObject({ width: 10_000 })
    await expect(photoIn(jpegFile({ width: 65_000, height: 65_000 }), 'a.jpg')).rejects.toMatchObject({
      code: 'limit',
    })
    const huge = heifFile({ brand: 'avif', width: 2 ** 31, height: 2 ** 31, exif, xmp, rotation: 0 })
    await expect(photoIn(huge, 'a.avif')).rejects.toMatchObject({ code: 'limit' })
  })

  it('a raw picture may have more, because it is never decoded', async () => {
    const large = { [tags.imageWidth]: { long: [20_000] }, [tags.imageHeight]: { long: [10_000] } } as const
    expect(await photoIn(tiffFile(large, { magic: 0x4f52 }), 'a.orf')).toMatchObject({ width: 20_000 })
  })

  it('compressed text that grows beyond any metadata is left out', async () => {
    const bomb = pngInternational('XML:com.adobe.xmp', ' '.repeat(17 * 1024 * 1024), true)
    expect(await photoIn(pngFile(4, 3, [bomb]), 'a.png')).toMatchObject({ width: 4, fields: {} })
  })

  it('XMP that is nested beyond reason is a doubt, and the picture stands', async () => {
    const deep = xmpPacket(`<dc:title>${'<rdf:li>'.repeat(600)}${'</rdf:li>'.repeat(600)}</dc:title>`)
    const photo = await photoIn(jpegFile({ xmp: deep, exif }), 'a.jpg')
    expect(photo.fields['creator']).toBe('Ada Miller')
    expect(photo.doubts).toEqual([
      {
        field: 'XMP',
        message: 'The XMP of the picture could not be read: it has more than 512 elements inside each other.',
      },
    ])
  })
})

describe('hostile pictures', () => {
  it('whose directories follow each other in a ring come to an end', async () => {
    const bytes = tiffFile({ ...size, [tags.artist]: { text: 'Ada' } })
    // The place of the next directory stands after the entries: back to the first.
    bytes.writeUInt32LE(8, 8 + 2 + 3 * 12)
    expect(await photoIn(bytes, 'a.tif')).toMatchObject({ width: 4, fields: { creator: 'Ada' } })
  })

  it('whose values reach beyond the file keep what is there', async () => {
    const bytes = tiffFile({ ...size, [tags.artist]: { text: 'Ada Miller' } })
    bytes.writeUInt32LE(0x7fffffff, 8 + 2 + 2 * 12 + 8)
    expect(await photoIn(bytes, 'a.tif')).toMatchObject({ width: 4, fields: {} })
  })

  it('whose EXIF is damaged are read without it, which is said', async () => {
    const photo = await photoIn(jpegFile({ exif: Buffer.from('nothing of the kind') }), 'a.jpg')
    expect(photo).toMatchObject({ width: 40, fields: {} })
    expect(photo.doubts).toEqual([
      { field: 'EXIF', message: 'The EXIF of the picture could not be read: no TIFF head.' },
    ])
  })

  it('in which there is neither size nor metadata are refused as damaged', async () => {
    await expect(photoIn(Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'a.jpg')).rejects.toMatchObject({
      code: 'damaged-file',
    })
    await expect(photoIn(Buffer.from('<svg/>'), 'a.svg')).rejects.toMatchObject({ code: 'damaged-file' })
    await expect(photoIn(Buffer.from('GIF89a'), 'a.gif')).rejects.toMatchObject({ code: 'damaged-file' })
  })

  it('with a great many values take time in step with their size', async () => {
    const many = Array.from({ length: 10_000 }, (_, index): [number, string] => [25, `word ${index}`])
    const photo = await photoIn(
      pngFile(4, 3, [pngInternational('Description', 'x'.repeat(2_000_000))]),
      'a.png',
    )
    expect(photo.fields['description']).toHaveLength(2_000_000)
    const records = tiffFile({ ...size, [tags.iim]: { bytes: iimRecords(many) } })
    expect((await photoIn(records, 'a.tif')).fields['keywords']?.split('; ')).toHaveLength(10_000)
  })
})

describe('XMP in several segments of a JPEG', () => {
  const whole = Buffer.from(xmpPacket('<photoshop:Headline>From the other part</photoshop:Headline>'))
  const digest = createHash('md5').update(whole).digest('hex').toUpperCase()
  const part = (offset: number, bytes: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(whole.length, 0)
    head.writeUInt32BE(offset, 4)
    const data = Buffer.concat([Buffer.from(`http://ns.adobe.com/xmp/extension/\0${digest}`), head, bytes])
    const marker = Buffer.from([0xff, 0xe1, 0, 0])
    marker.writeUInt16BE(data.length + 2, 2)
    return Buffer.concat([marker, data])
  }
  const jpeg = jpegFile({ xmp })
  const withParts = (...parts: readonly Buffer[]): Buffer =>
    Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)])

  it('is put together in any order', async () => {
    const photo = await photoIn(
      withParts(part(50, whole.subarray(50)), part(0, whole.subarray(0, 50))),
      'a.jpg',
    )
    expect(photo.fields).toEqual({ title: 'Quay', headline: 'From the other part' })
  })

  it('is left out where a part is missing', async () => {
    const photo = await photoIn(withParts(part(50, whole.subarray(50))), 'a.jpg')
    expect(photo.fields).toEqual({ title: 'Quay' })
  })
})

describe('a picture of which the end is missing', () => {
  const cuts: Readonly<Record<string, Buffer>> = {
    png: pngFile(4, 3, [pngChunk('IDAT', Buffer.alloc(50))]),
    gif: gifFile(4, 3, xmp),
    webp: webpFile(4, 3, { 'VP8 ': Buffer.alloc(50) }),
    heic: Buffer.concat([seeds['heic'] ?? Buffer.alloc(0), isoBox('mdat', Buffer.alloc(50))]),
  }
  for (const [ending, bytes] of Object.entries(cuts))
    it(`is read, and said to be cut (${ending})`, async () => {
      expect((await photoIn(bytes, `a.${ending}`)).doubts).toBeUndefined()
      const photo = await photoIn(bytes.subarray(0, -20), `a.${ending}`)
      expect(photo).toMatchObject({ width: 4, height: 3 })
      expect(photo.doubts?.map(({ field }) => field)).toEqual(['picture'])
    })
})

describe('pictures of very many parts', () => {
  it('are read to a limit of parts, in a time that grows with their size', async () => {
    const head = gifFile(4, 3, xmp)
    const blocks = Buffer.alloc(6_000_000, 1)
    const gif = Buffer.concat([head.subarray(0, 13), Buffer.from([0x21, 0xfe]), blocks])
    expect(await photoIn(gif, 'a.gif')).toMatchObject({ width: 4, fields: {} })
    const chunks = Array.from({ length: 250_000 }, () => emptyChunk)
    expect(await photoIn(pngFile(4, 3, chunks), 'a.png')).toMatchObject({ width: 4 })
    const segments = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      ...Array.from({ length: 300_000 }, () => emptySegment),
    ])
    await expect(photoIn(segments, 'a.jpg')).rejects.toMatchObject({ code: 'damaged-file' })
  })
})
