import { cslDateStart } from '#shared/csl/cslDateStart'
import type { Photo } from '#shared/model/photo'
import type { CslItem } from '#shared/model/reference'
import type { FacetName } from '#shared/facets'

/** Under which field of the index an IPTC field is found (IPTC Photo Metadata 2025.1); what is not listed counts as text. */
const photoFields: Readonly<Record<string, string>> = {
  headline: 'headline',
  title: 'title',
  description: 'caption',
  caption: 'caption',
  creator: 'byline',
  creditLine: 'source',
  source: 'source',
  copyrightNotice: 'source',
  keywords: 'keyword',
  personInImage: 'person',
  city: 'place',
  country: 'place',
  provinceState: 'place',
  sublocation: 'place',
  locationCreated: 'place',
  locationShown: 'place',
}

export const photoField = (name: string): string => photoFields[name] ?? 'text'

const photoFacetFields: Partial<Record<FacetName, readonly string[]>> = {
  source: ['creditLine', 'source'],
  place: ['city', 'country', 'provinceState', 'sublocation', 'locationCreated', 'locationShown'],
  person: ['personInImage'],
  keyword: ['keywords'],
}

/** Values of facets from IPTC fields; several values of one field stand in one text, parted by `; `. */
export const photoFacets = (fields: Photo['fields']): Partial<Record<FacetName, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(photoFacetFields).map(([facet, names]) => [
      facet,
      names.flatMap((name) => fields[name]?.split('; ') ?? []),
    ]),
  )

/** The day on which a photo was made. */
export const photoDay = (fields: Photo['fields'], capturedAt: string | undefined): string | undefined =>
  fields['dateCreated']?.slice(0, 10) ?? capturedAt?.slice(0, 10)

/** Names of the authors as they are read aloud. */
export const bylineOf = ({ author }: CslItem): string =>
  (author ?? [])
    .map(({ given, family, literal }) => literal ?? [given, family].filter(Boolean).join(' '))
    .filter((name) => name !== '')
    .join(', ')

/** When it was issued, as EDTF. */
export const issuedOf = ({ issued }: CslItem): string | undefined => issued && cslDateStart(issued)
