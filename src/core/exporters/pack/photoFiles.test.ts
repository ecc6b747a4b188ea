import { describe, expect, it } from 'vitest'
import type { Original } from '#shared/model/original'
import type { Photo } from '#shared/model/photo'
import { photoFiles } from './photoFiles'
import { sampleId } from './fixtures/samplePack'

const original: Original = {
  sha256: 'a'.repeat(64),
  bytes: 10,
  mediaType: 'image/jpeg',
  names: [{ raw: '../../DSC 1.JPG', display: 'DSC 1.JPG' }],
}

const photo = (number: number, fields: Photo['fields']): Photo => ({
  kind: 'photo',
  id: sampleId(number),
  original: original.sha256,
  fields,
  origins: {},
  width: 3,
  height: 2,
  orientation: 1,
})

const photos = [
  photo(1, { headline: 'Crane, 1902', creditLine: '=cmd' }),
  photo(2, { creditLine: 'Nobody', dateCreated: '1902' }),
]

const filesOf = (all: readonly Photo[]) => photoFiles(all, new Map([[original.sha256, original]]))

describe('the photos of a pack', () => {
  it('have names of number and slug, never the name that a file came with', () => {
    expect(filesOf(photos).map((file) => file.path)).toEqual([
      'data/photos/photos.json',
      'data/photos/photos.csv',
      'data/photos/contact-sheet.html',
      'data/photos/P01_crane-1902.jpg',
      'data/photos/P01_crane-1902.xmp',
      'data/photos/P02_photo.jpg',
      'data/photos/P02_photo.xmp',
    ])
  })

  it('have a table that begins with SourceFile and holds each IPTC name once, as ExifTool has it', () => {
    const table = filesOf(photos).find((file) => file.path.endsWith('.csv'))
    expect(table?.content.kind === 'text' ? table.content.make() : '').toBe(
      [
        '\ufeffSourceFile,XMP-photoshop:Credit,XMP-photoshop:DateCreated,XMP-photoshop:Headline\r\n',
        'P01_crane-1902.jpg,\'=cmd,,"Crane, 1902"\r\n',
        'P02_photo.jpg,Nobody,1902,\r\n',
      ].join(''),
    )
  })

  it('leave no folder where there are none', () => {
    expect(filesOf([])).toEqual([])
  })
})
