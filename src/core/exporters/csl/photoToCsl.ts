import type { Photo } from '#shared/model/photo'
import type { CslItem } from '#shared/model/reference'
import { edtfToCslDate } from '#shared/csl/edtfToCslDate'
import { titleOf } from '#core/records/titleOf'
import { itemOf } from './itemOf'

/** Several values of one field stand in one text. */
const valuesOf = (text: string): string[] =>
  text
    .split('; ')
    .map((value) => value.trim())
    .filter((value) => value !== '')

/** The day alone: what hour it was is no part of a citation. */
const dayOf = ({ fields, capturedAt }: Photo): string | undefined =>
  /^\d{4}(?:-\d{2}){0,2}/.exec(fields['dateCreated'] ?? capturedAt ?? '')?.[0]

/**
 * A photo as something that can be cited, by what its metadata states (IPTC names): a name is one name as it stands, since
 * which of its words is the family name is not known.
 */
export const photoToCsl = (photo: Photo): CslItem => {
  const { creator, creditLine, source } = photo.fields
  const day = dayOf(photo)
  const issued = day === undefined ? undefined : edtfToCslDate(day)
  const publisher = creditLine ?? source
  return itemOf({
    id: photo.id,
    type: 'graphic',
    title: titleOf(photo),
    genre: 'Photograph',
    ...(creator === undefined ? {} : { author: valuesOf(creator).map((literal) => ({ literal })) }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(issued === undefined ? {} : { issued }),
  })
}
