import { placeFields, structureFields, xmpFields } from '#core/importers/photo/xmp/xmpFields'

/** Where a field of a photo stands in XMP: a property, or a part of one that is a structure. */
export interface PhotoProperty {
  readonly property: string
  readonly part?: string
}

/** A place is one text in the record, so that it goes into the name of the place as a whole. */
const placeName = 'Iptc4xmpExt:LocationName'

const all: readonly (readonly [field: string, place: PhotoProperty])[] = [
  ...Object.entries(xmpFields).map(([property, field]) => [field, { property }] as const),
  ...Object.entries(structureFields).flatMap(([property, parts]) =>
    Object.entries(parts).map(([part, field]) => [field, { property, part }] as const),
  ),
  ...Object.entries(placeFields).map(([property, field]) => [field, { property, part: placeName }] as const),
]

/** Of a field that is read from several properties, the first (a lens from EXIF's own, a person from the plain list). */
export const photoProperties: ReadonlyMap<string, PhotoProperty> = new Map([...all].reverse())
