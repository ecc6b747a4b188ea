import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeFields } from '#core/importers/photo/mergeFields'
import { cleanValue, joinValues } from '#core/importers/photo/cleanValue'
import { sidecarImporter } from '#core/importers/photo/sidecarImporter'
import { readXmp } from '#core/importers/photo/xmp/readXmp'
import { parseMarkup } from '#core/importers/markup/parseMarkup'
import type { Photo } from '#shared/model/photo'
import { fullPhoto } from './fixtures/fullPhoto'
import { photoProperties } from './photoProperties'
import { photoToXmp } from './photoToXmp'

const readBack = (photo: Photo) => readXmp(Buffer.from(photoToXmp(photo)), 'sidecar')

const fieldsOf = (photo: Photo): Photo['fields'] => mergeFields(readBack(photo).found).fields

describe('a sidecar', () => {
  it('is read back with each field, place and time as it was', () => {
    const { position, capturedAt } = readBack(fullPhoto)
    expect(fieldsOf(fullPhoto)).toEqual(fullPhoto.fields)
    expect({ position, capturedAt }).toEqual({
      position: fullPhoto.position,
      capturedAt: fullPhoto.capturedAt,
    })
    expect(Object.keys(fullPhoto.fields)).toHaveLength(photoProperties.size)
  })

  it('is known as one, and says nothing that the record does not say', () => {
    const bare = photoToXmp({ ...fullPhoto, fields: { headline: 'Crane', pubStatus: 'usable' } })
    expect(sidecarImporter.recognise(Buffer.from(bare), 'P01.xmp')).toBeGreaterThan(0.9)
    expect(bare).not.toContain('usable')
    expect(fieldsOf({ ...fullPhoto, fields: { headline: 'Crane' } })).toEqual({ headline: 'Crane' })
    const { position: _position, ...unplaced } = fullPhoto
    expect(photoToXmp(fullPhoto)).toContain('GPS')
    expect(photoToXmp(unplaced)).not.toContain('GPS')
  })

  it('holds whatever a text holds, as XML', () => {
    const line = fc.string({ unit: 'binary', maxLength: 30 }).map(cleanValue)
    const value = fc.oneof(
      line,
      fc.array(line, { minLength: 1, maxLength: 3 }).map(joinValues),
      fc.constantFrom('a; ; b', '; ', 'a; a', '<rdf:li>', ']]>', '&amp;', 'a\nb'),
    )
    const fields = fc
      .dictionary(fc.constantFrom(...photoProperties.keys()), value, { maxKeys: 8 })
      .map((some) => Object.fromEntries(Object.entries(some).filter(([, text]) => cleanValue(text) !== '')))
    fc.assert(
      fc.property(fields, (some) => {
        const photo = { ...fullPhoto, fields: some }
        expect(() => parseMarkup(photoToXmp(photo), { xml: true })).not.toThrow()
        const cleaned = Object.entries(some).map(([field, text]) => [field, cleanValue(text)])
        expect(fieldsOf(photo)).toEqual(Object.fromEntries(cleaned))
      }),
      { numRuns: 25 },
    )
  })

  it('has no character that XML cannot hold', () => {
    const xmp = photoToXmp({ ...fullPhoto, fields: { headline: 'a\u0000b\u000bc\ufffed\ud800e' } })
    expect(xmp).toContain('<photoshop:Headline>abcde</photoshop:Headline>')
  })
})
