import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { ParsedPhoto } from '#shared/model/parsed'
import { cameraExif } from './fixtures/cameraExif'
import { iimRecords, jpegFile } from './fixtures/jpegFile'
import { photoIn } from './fixtures/photoIn'
import { tiffFile } from './fixtures/tiffFile'
import { xmpPacket } from './fixtures/xmpPacket'
import { tags } from './tiff/tags'

const withXmp = (properties: string, attributes = ''): Promise<ParsedPhoto> =>
  photoIn(jpegFile({ xmp: xmpPacket(properties, attributes) }), 'a.jpg')

const bag = (name: string, ...items: readonly string[]): string =>
  `<${name}><rdf:Bag>${items.map((item) => `<rdf:li>${item}</rdf:li>`).join('')}</rdf:Bag></${name}>`

describe('fields of XMP', () => {
  it('are read from elements, attributes, lists and languages', async () => {
    const photo = await withXmp(
      bag('dc:subject', 'harbour', 'quay', 'harbour') +
        '<dc:description><rdf:Alt><rdf:li xml:lang="de">Ein Kai</rdf:li>' +
        '<rdf:li xml:lang="x-default">A quay</rdf:li></rdf:Alt></dc:description>' +
        '<dc:creator><rdf:Seq><rdf:li>Ada Miller</rdf:li><rdf:li>B. Roe</rdf:li></rdf:Seq></dc:creator>' +
        '<Iptc4xmpExt:DigitalSourceType rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"/>' +
        '<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A long wall</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>',
      'photoshop:Credit="The Gazette" photoshop:DateCreated="2024-03"',
    )
    expect(photo.fields).toEqual({
      keywords: 'harbour; quay',
      description: 'A quay',
      creator: 'Ada Miller; B. Roe',
      digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
      altTextAccessibility: 'A long wall',
      creditLine: 'The Gazette',
      dateCreated: '2024-03',
    })
    expect(photo.origins['description']).toEqual([
      { from: 'xmp', value: 'A quay' },
      { from: 'xmp', value: 'Ein Kai' },
    ])
  })

  it('are read from structures: who to ask, who licenses, and where it is', async () => {
    const photo = await withXmp(
      '<Iptc4xmpCore:CreatorContactInfo rdf:parseType="Resource"><Iptc4xmpCore:CiEmailWork>ada@example.org</Iptc4xmpCore:CiEmailWork>' +
        '<Iptc4xmpCore:CiUrlWork>https://example.org</Iptc4xmpCore:CiUrlWork></Iptc4xmpCore:CreatorContactInfo>' +
        '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>The Gazette</plus:LicensorName>' +
        '<plus:LicensorURL>https://example.org/l</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>' +
        '<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li Iptc4xmpExt:CountryName="Iraq" Iptc4xmpExt:City="Mosul"/>' +
        '<rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Hull</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>',
    )
    expect(photo.fields).toEqual({
      creatorContactInfoEmail: 'ada@example.org',
      creatorContactInfoUrl: 'https://example.org',
      licensorName: 'The Gazette',
      licensorUrl: 'https://example.org/l',
      locationShown: 'Mosul, Iraq; Hull',
    })
  })

  it('are found under any prefix that stands for the namespace', async () => {
    const xmp = xmpPacket('<ps:Headline>Quay</ps:Headline>', 'xmlns:ps="http://ns.adobe.com/photoshop/1.0/"')
    const other = xmp.replace(
      'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
      'xmlns:photoshop="urn:other"',
    )
    const photo = await photoIn(jpegFile({ xmp: other }), 'a.jpg')
    expect(photo.fields).toEqual({ headline: 'Quay' })
  })
})

describe('where places in a picture disagree', () => {
  const exif = tiffFile(cameraExif)
  const iim = iimRecords([
    [120, 'By IIM'],
    [5, 'Title of II'],
    [25, 'one'],
    [25, 'two'],
    [55, '20240229'],
    [60, '101500+0100'],
  ])
  const xmp = xmpPacket(bag('dc:subject', 'one', 'two', 'three') + '<dc:description>By XMP</dc:description>')
  const sidecar = {
    name: 'quay.jpg.xmp',
    bytes: Buffer.from(xmpPacket('<dc:description>By sidecar</dc:description>')),
  }
  const other = { name: 'quay.xmp', bytes: Buffer.from(xmpPacket('<dc:description>Other</dc:description>')) }

  it('every value stays, with the one that was taken first: sidecar, XMP, IIM, EXIF', async () => {
    const photo = await photoIn(jpegFile({ exif, iim, xmp }), 'quay.jpg', { companions: [other, sidecar] })
    expect(photo.origins['description']).toEqual([
      { from: 'sidecar', value: 'By sidecar' },
      { from: 'xmp', value: 'By XMP' },
      { from: 'iim', value: 'By IIM' },
      { from: 'exif', value: 'A quay' },
    ])
    expect(photo.fields['description']).toBe('By sidecar')
    expect(photo.origins['keywords']).toEqual([
      { from: 'xmp', value: 'one; two; three' },
      { from: 'iim', value: 'one; two' },
    ])
    expect(photo.fields['dateCreated']).toBe('2024-02-29T10:15:00+01:00')
    expect(photo.sidecar).toBe('quay.jpg.xmp')
  })

  it('what the camera wrote is taken from EXIF', async () => {
    const copy = xmpPacket('', 'tiff:Model="Another" exif:FNumber="8/1" exif:ExposureTime="1/160"')
    const photo = await photoIn(jpegFile({ exif, xmp: copy }), 'a.jpg')
    expect(photo.fields).toMatchObject({ cameraModel: 'Model 1', fNumber: '7.1', exposureTime: '1/160' })
    expect(photo.origins['fNumber']).toEqual([
      { from: 'exif', value: '7.1' },
      { from: 'xmp', value: '8' },
    ])
  })

  it('a sidecar that is no XMP is named as a doubt, and the picture stands', async () => {
    const broken = { name: 'quay.xmp', bytes: Buffer.from([0, 1, 2, 0]) }
    const photo = await photoIn(jpegFile({ xmp }), 'quay.jpg', { companions: [broken] })
    expect(photo.fields['description']).toBe('By XMP')
    expect(photo.sidecar).toBeUndefined()
    expect(photo.doubts).toEqual([
      {
        field: 'sidecar',
        message: 'The sidecar of the picture could not be read: it was refused (not-text).',
      },
    ])
  })

  it('a file beside it that belongs to another picture is left alone', async () => {
    const photo = await photoIn(jpegFile({ xmp }), 'crane.jpg', { companions: [sidecar, other] })
    expect(photo.fields['description']).toBe('By XMP')
  })
})

describe('the charset of IIM', () => {
  const caption = 'Die Brücke über den Fluß — größer als je zuvor'

  it('is UTF-8 where the picture says so', async () => {
    const photo = await photoIn(jpegFile({ iim: iimRecords([[120, caption]], '\x1b%G') }), 'a.jpg')
    expect(photo.fields['description']).toBe(caption)
    expect(photo.doubts).toBeUndefined()
  })

  it('is UTF-8 where the bytes are and the picture says nothing', async () => {
    const photo = await photoIn(jpegFile({ iim: iimRecords([[120, caption]]) }), 'a.jpg')
    expect(photo.fields['description']).toBe(caption)
  })

  it('is guessed where it is neither, which is said', async () => {
    const bytes = iconv.encode(caption, 'windows-1252')
    const photo = await photoIn(jpegFile({ iim: iimRecords([[120, bytes]]) }), 'a.jpg')
    expect(photo.fields['description']).toBe(caption)
    expect(photo.doubts).toEqual([
      {
        field: 'charset',
        message: 'The characters of the IIM fields were read as windows-1252; the picture does not say.',
      },
    ])
  })

  it('is not believed where the picture says UTF-8 and the bytes are not', async () => {
    const bytes = iconv.encode(caption, 'windows-1252')
    const photo = await photoIn(jpegFile({ iim: iimRecords([[120, bytes]], '\x1b%G') }), 'a.jpg')
    expect(photo.fields['description']).toBe(caption)
    expect(photo.doubts).toHaveLength(2)
  })
})

describe('what a camera left open or wrote wrongly', () => {
  const read = (entries: Parameters<typeof tiffFile>[0]): Promise<ParsedPhoto> =>
    photoIn(jpegFile({ exif: tiffFile(entries) }), 'a.jpg')
  const taken = async (date: string, offset?: string): Promise<string | undefined> => {
    const more = offset === undefined ? {} : { [tags.offsetTimeOriginal]: { text: offset } }
    const directory = { [tags.dateTimeOriginal]: { text: date }, ...more }
    return (await read({ [tags.exifDirectory]: { directory } })).capturedAt
  }

  it('is no time: blanks, zeros, and days that are none', async () => {
    expect(await taken('    :  :     :  :  ')).toBeUndefined()
    expect(await taken('0000:00:00 00:00:00')).toBeUndefined()
    expect(await taken('2024:02:30 10:00:00')).toBeUndefined()
    expect(await taken('2024:02:29 24:00:00')).toBeUndefined()
    expect(await taken('2024:02:29 23:00:00')).toBe('2024-02-29T23:00:00')
    expect(await taken('2024:02:29 23:00:00', '   :  ')).toBe('2024-02-29T23:00:00')
    expect(await taken('2024:02:29 23:00:00', '-03:30')).toBe('2024-02-29T23:00:00-03:30')
  })

  const placed = async (south: string, degrees: readonly (readonly [number, number])[]) => {
    const directory = {
      1: { text: south },
      2: { ratios: degrees },
      3: { text: 'E' },
      4: { ratios: degrees },
    }
    return (await read({ [tags.gpsDirectory]: { directory } })).position
  }

  it('is no position: 0, 0; more than a quarter turn; minutes that are none; no hemisphere', async () => {
    expect(
      await placed('N', [
        [0, 1],
        [0, 1],
        [0, 1],
      ]),
    ).toBeUndefined()
    expect(await placed('N', [[91, 1]])).toBeUndefined()
    expect(
      await placed('N', [
        [10, 1],
        [75, 1],
      ]),
    ).toBeUndefined()
    expect(
      await placed('N', [
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    ).toBeUndefined()
    expect(
      await placed('', [
        [10, 1],
        [15, 1],
      ]),
    ).toBeUndefined()
    expect(
      await placed('S', [
        [10, 1],
        [15, 1],
      ]),
    ).toEqual({ latitude: -10.25, longitude: 10.25 })
  })

  it('is no setting: ratios of or by zero', async () => {
    const directory = {
      [tags.exposureTime]: { ratios: [[0, 1]] },
      [tags.fNumber]: { ratios: [[1, 0]] },
      [tags.focalLength]: { ratios: [[0, 0]] },
    } as const
    expect((await read({ [tags.exifDirectory]: { directory } })).fields).toEqual({})
  })

  it('is no turn: an orientation beyond 8', async () => {
    expect((await read({ [tags.orientation]: { short: [9] } })).orientation).toBe(1)
    expect((await read({ [tags.orientation]: { short: [8] } })).orientation).toBe(8)
  })
})
