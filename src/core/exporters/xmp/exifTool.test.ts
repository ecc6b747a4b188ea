import { execFileSync, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jpegFile } from '#core/importers/photo/fixtures/jpegFile'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import type { Photo } from '#shared/model/photo'
import { photoFiles } from '../pack/photoFiles'
import { exifToolTag } from './exifToolTag'
import { fullPhoto } from './fixtures/fullPhoto'
import { photoProperties } from './photoProperties'

const hasExifTool = spawnSync('exiftool', ['-ver']).status === 0

/** Younger than the ExifTool of some systems: read under the same names, and not yet written from a table. */
const young = /^(?:ai[A-Z]|dataMining$)/

const picture = jpegFile({})
const other: Photo = {
  ...fullPhoto,
  id: '01980000-0000-7000-8000-000000000071',
  fields: { headline: 'A quay', creator: 'A. Name; B. Name', creditLine: '=cmd' },
}

const original = {
  sha256: fullPhoto.original ?? '',
  bytes: picture.length,
  mediaType: 'image/jpeg',
  names: [],
}

/** The folder `photos` of a pack with these photos. */
const writePhotos = async (): Promise<string> => {
  const folder = await createTestFolder()
  for (const { path, content } of photoFiles([fullPhoto, other], new Map([[original.sha256, original]])))
    await writeFile(
      join(folder, path.slice('data/photos/'.length)),
      content.kind === 'text' ? content.make() : picture,
    )
  return folder
}

/** Several values of a tag are one text of the record; numbers are read as they stand. */
const textOf = (value: unknown): string => (Array.isArray(value) ? value.join('; ') : String(value))

const readTags = (folder: string, name: string, ...options: readonly string[]): Record<string, unknown> => {
  const json = execFileSync(
    'exiftool',
    ['-json', '-G1', '-n', '-charset', 'utf8', ...options, join(folder, name)],
    { encoding: 'utf8' },
  )
  return (JSON.parse(json) as [Record<string, unknown>])[0]
}

const fieldsIn = (tags: Record<string, unknown>, isAsked: (field: string) => boolean) =>
  Object.fromEntries(
    [...photoProperties.keys()].filter(isAsked).map((field) => {
      const text = textOf(tags[exifToolTag(field)])
      // A younger ExifTool knows this vocabulary too.
      return [field, text.startsWith('DMI-') ? `http://ns.useplus.org/ldf/vocab/${text}` : text]
    }),
  )

const plusTerm = /^http:\/\/ns\.useplus\.org\/ldf\/vocab\/(?!DMI)/

/** ExifTool writes times its own way, and terms of PLUS by their code. */
const expected = (isAsked: (field: string) => boolean): Photo['fields'] => ({
  ...Object.fromEntries(
    Object.entries(fullPhoto.fields)
      .filter(([field]) => isAsked(field))
      .map(([field, text]) => [field, text.replace(plusTerm, '')]),
  ),
  dateCreated: '2019:03:24 09:30:00+03:00',
})

describe('names of tags', () => {
  it('are told apart: no two fields have one', () => {
    const tags = [...photoProperties.keys()].map(exifToolTag)
    expect(new Set(tags).size).toBe(tags.length)
    expect(exifToolTag('creditLine')).toBe('XMP-photoshop:Credit')
    expect(exifToolTag('locationShown')).toBe('XMP-iptcExt:LocationShownLocationName')
    expect(exifToolTag('pubStatus')).toBe('pubStatus')
  })
})

// Registered where the tool is installed, as it is where CI runs; what this code reads itself is tested everywhere.
if (hasExifTool)
  describe('ExifTool', () => {
    it('reads each field of a sidecar, and where and when it was taken, as the record has them', async () => {
      const folder = await writePhotos()
      const tags = readTags(folder, 'P01_headline-e.xmp')
      expect(fieldsIn(tags, () => true)).toEqual(expected(() => true))
      expect(tags['XMP-exif:GPSLatitude']).toBeCloseTo(fullPhoto.position?.latitude ?? 0, 6)
      expect(tags['XMP-exif:GPSLongitude']).toBeCloseTo(fullPhoto.position?.longitude ?? 0, 6)
      expect(tags['XMP-exif:DateTimeOriginal']).toBe('2019:03:24 09:30:00+03:00')
      expect(tags['ExifTool:Warning']).toBeUndefined()
    })

    it('takes photos.csv as it stands, and then reads the same values from the pictures', async () => {
      const folder = await writePhotos()
      const table = ['-sep', '; ', '-charset', 'utf8', `-csv=${join(folder, 'photos.csv')}`]
      const run = spawnSync('exiftool', ['-q', '-overwrite_original', ...table, '.', '-ext', 'jpg'], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect(run.status, run.stderr).toBe(0)
      expect((await readFile(join(folder, 'P01_headline-e.jpg'))).length).toBeGreaterThan(picture.length)
      const isWritten = (field: string): boolean => !young.test(field)
      expect(fieldsIn(readTags(folder, 'P01_headline-e.jpg'), isWritten)).toEqual(expected(isWritten))
      expect(readTags(folder, 'P02_a-quay.jpg')).toMatchObject({
        'XMP-photoshop:Headline': 'A quay',
        'XMP-dc:Creator': ['A. Name', 'B. Name'],
        // Neutralised for spreadsheets, as archive/README.md says: photos.json has it as it is.
        'XMP-photoshop:Credit': "'=cmd",
      })
    })
  })
