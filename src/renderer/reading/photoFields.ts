import type { PhotoContent, PhotoOrigin } from '#shared/model/photo'

/** One value of a field, and every place that it was found in. */
export interface FieldValue {
  readonly value: string
  readonly from: readonly PhotoOrigin[]
}

export interface PhotoField {
  readonly name: string
  /** Absent: not stated. */
  readonly value?: string
  /** A field of many values, such as keywords, one by one. */
  readonly list?: readonly string[]
  /** What was found, by value, the one that was taken first. More than one: the places differ. */
  readonly found: readonly FieldValue[]
}

/** Shown even where they are not stated (IPTC Photo Metadata 2025.1). */
const always = [
  'headline',
  'description',
  'creator',
  'creditLine',
  'copyrightNotice',
  'dateCreated',
  'city',
  'country',
]

/** What the camera wrote, not the people. */
const camera = [
  'cameraMake',
  'cameraModel',
  'lensModel',
  'exposureTime',
  'fNumber',
  'isoSpeed',
  'focalLength',
]

const lists = new Set(['keywords', 'personInImage', 'organisationInImageName', 'subjectCode', 'sceneCode'])

const byValue = (values: PhotoContent['origins'][string] = []): readonly FieldValue[] => {
  const found = new Map<string, PhotoOrigin[]>()
  for (const { value, from } of values) found.set(value, [...(found.get(value) ?? []), from])
  return [...found].map(([value, from]) => ({ value, from: [...new Set(from)] }))
}

const toField = (photo: Pick<PhotoContent, 'fields' | 'origins'>, name: string): PhotoField => {
  const value = photo.fields[name]
  return {
    name,
    ...(value === undefined ? {} : { value }),
    ...(value !== undefined && lists.has(name) ? { list: value.split('; ').filter(Boolean) } : {}),
    found: byValue(photo.origins[name]),
  }
}

/** The fields of a photo as they are shown: what people stated, the usual ones always, and apart what the camera did. */
export const photoFields = (
  photo: Pick<PhotoContent, 'fields' | 'origins'>,
): { readonly stated: readonly PhotoField[]; readonly camera: readonly PhotoField[] } => {
  const others = Object.keys(photo.fields).filter((name) => !always.includes(name) && !camera.includes(name))
  return {
    stated: [...always, ...others].map((name) => toField(photo, name)),
    camera: camera.filter((name) => photo.fields[name] !== undefined).map((name) => toField(photo, name)),
  }
}
