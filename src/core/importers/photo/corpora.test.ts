import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ParsedPhoto } from '#shared/model/parsed'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { recognise } from '../findFormat'
import { agrees, exifReadFacts, exifToolFacts, saysNothing, type ListedFact } from './fixtures/listings'
import { photoIn } from './fixtures/photoIn'
import { photoImporters } from './photoImporters'

/** Every value that we have for a fact: that which was taken, and those of other places. */
const oursFor = (photo: ParsedPhoto, field: string): readonly string[] => {
  const plain: Readonly<Record<string, string | number | undefined>> = {
    width: photo.width,
    height: photo.height,
    orientation: photo.orientation,
    capturedAt: photo.capturedAt,
    latitude: photo.position?.latitude,
    longitude: photo.position?.longitude,
  }
  if (field in plain) return plain[field] === undefined ? [] : [String(plain[field])]
  return (photo.origins[field] ?? []).map(({ value }) => value)
}

interface Comparison {
  /** Facts that were compared, by field. */
  readonly compared: Record<string, number>
  readonly differing: string[]
}

const compare = (photo: ParsedPhoto, facts: readonly ListedFact[], name: string, into: Comparison): void => {
  for (const fact of facts) {
    if (saysNothing(fact)) continue
    into.compared[fact.field] = (into.compared[fact.field] ?? 0) + 1
    const ours = oursFor(photo, fact.field)
    if (!ours.some((value) => agrees(fact, value)))
      into.differing.push(`${name} ${fact.field}: ${ours.join(' / ')} for ${fact.value}`)
  }
}

describe('the comparison with listings of other programs', () => {
  it('passes over how a value is written, and sees what it says', () => {
    expect(agrees({ field: 'focalLength', value: '34.0 mm' }, '34')).toBe(true)
    expect(agrees({ field: 'focalLength', value: '34.0 mm' }, '35')).toBe(false)
    expect(agrees({ field: 'exposureTime', value: '1/160' }, '0.00625')).toBe(true)
    expect(agrees({ field: 'capturedAt', value: '2024:03:01 09:10:11' }, '2024-03-01T09:10:11.25Z')).toBe(
      true,
    )
    expect(agrees({ field: 'capturedAt', value: '2024:03:01 09:10:11' }, '2024-03-01T09:10:12')).toBe(false)
    expect(agrees({ field: 'latitude', value: '43 deg 28\' 2.81" N' }, '43.467447')).toBe(true)
    expect(agrees({ field: 'latitude', value: '[43, 28, 2]' }, '43.467447')).toBe(false)
    expect(agrees({ field: 'creator', value: 'Ada  Miller' }, 'Ada Miller')).toBe(true)
    expect(agrees({ field: 'creator', value: 'Ada Miller' }, 'Ada')).toBe(false)
  })

  it('takes the facts out of both kinds of listing', () => {
    expect(
      exifToolFacts('[EXIF, IFD0, Camera] 271 - Make: Canon\n[EXIF, IFD1, Image] 274 - Orientation: x'),
    ).toEqual([{ field: 'cameraMake', value: 'Canon' }])
    expect(exifReadFacts('Image Orientation (Short): Rotated 90 CW\nEXIF Flash (Short): none')).toEqual([
      { field: 'orientation', value: '6' },
    ])
  })
})

const exifTool = sharedFolder('corpora/photos/exiftool')
if (exifTool !== undefined)
  it('reads the test pictures of ExifTool as ExifTool does', async () => {
    const listings = JSON.parse(readFileSync(join(exifTool, 'expected.json'), 'utf8')) as Record<
      string,
      string
    >
    const result: Comparison = { compared: {}, differing: [] }
    let pictures = 0
    for (const [name, listing] of Object.entries(listings)) {
      const bytes = readFileSync(join(exifTool, 'images', name))
      if (!recognise(photoImporters, bytes.subarray(0, 64 * 1024), name)) continue
      pictures += 1
      const facts = exifToolFacts(readFileSync(join(exifTool, listing), 'latin1'))
      compare(await photoIn(bytes, name), facts, name, result)
    }
    expect(pictures).toBe(12)
    expect(result.differing).toEqual([])
    expect(result.compared).toEqual({
      ...{ width: 9, height: 9, orientation: 10, latitude: 1, longitude: 1 },
      ...{ cameraMake: 11, cameraModel: 11, lensModel: 1, capturedAt: 11 },
      ...{ exposureTime: 10, fNumber: 11, isoSpeed: 11, focalLength: 11 },
      ...{ creator: 2, description: 2 },
    })
  })

const samples = sharedFolder('corpora/photos/exif-samples')
if (samples !== undefined)
  it('reads the pictures of many cameras as their listing has them', async () => {
    const dump = readFileSync(join(samples, 'dump-taken.txt'), 'utf8')
    const result: Comparison = { compared: {}, differing: [] }
    for (const section of dump.split(/^Opening: /m).slice(1)) {
      const [first = '', ...lines] = section.split('\n')
      const path = join(samples, first.trim().replace('exif-samples-master/', ''))
      if (existsSync(path))
        compare(await photoIn(readFileSync(path), path), exifReadFacts(lines.join('\n')), first, result)
    }
    expect(result.differing).toEqual([])
    expect(result.compared).toEqual({
      ...{ orientation: 44, latitude: 9, longitude: 9 },
      ...{ cameraMake: 30, cameraModel: 30, lensModel: 2, capturedAt: 30 },
      ...{ exposureTime: 26, fNumber: 28, isoSpeed: 24, focalLength: 29 },
      ...{ creator: 2, description: 6, copyrightNotice: 2 },
    })
  })

if (exifTool !== undefined)
  describe('the test pictures of ExifTool', () => {
    const read = (name: string): Promise<ParsedPhoto> =>
      photoIn(readFileSync(join(exifTool, 'images', name)), name)

    it('have their IIM, XMP in UTF-16, and EXIF in a raw file', async () => {
      expect((await read('IPTC.jpg')).fields).toMatchObject({
        city: 'Kingston',
        keywords: 'ExifTool; Test; IPTC',
      })
      expect((await read('XMP.jpg')).fields).toMatchObject({ description: 'UTF-16 (big-endian) encoded XMP' })
      expect((await read('Nikon.nef')).fields).toMatchObject({
        cameraModel: 'NIKON D70',
        provinceState: 'Ontario',
      })
    })
  })
