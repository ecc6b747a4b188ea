import type { PhotoContent, PhotoOrigin } from '#shared/model/photo'
import type { FoundValue } from './pictureParts'

/** Where editorial values are taken from first (IPTC mapping guidelines: XMP before IIM before EXIF). */
const editorialOrder: readonly PhotoOrigin[] = ['sidecar', 'xmp', 'iim', 'exif', 'png', 'svg', 'table']

/** What the camera wrote is EXIF's own; elsewhere it is a copy (Metadata Working Group 2.0, 5.1). */
const cameraOrder: readonly PhotoOrigin[] = ['exif', 'sidecar', 'xmp', 'iim', 'png', 'svg', 'table']

const cameraFields = new Set([
  'cameraMake',
  'cameraModel',
  'lensModel',
  'exposureTime',
  'fNumber',
  'isoSpeed',
  'focalLength',
])

type Origin = PhotoContent['origins'][string][number]

/** Each value once for each place that it was found in. */
const unique = (values: readonly Origin[]): Origin[] => {
  const seen = new Set<string>()
  return values.filter(({ from, value }) => {
    const key = `${from} ${value}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Of each field one value, and beside it all that were found, the one that was taken first. */
export const mergeFields = (found: readonly FoundValue[]): Pick<PhotoContent, 'fields' | 'origins'> => {
  const byField = new Map<string, Origin[]>()
  for (const { field, from, value } of found) {
    const values = byField.get(field)
    if (values) values.push({ from, value })
    else byField.set(field, [{ from, value }])
  }
  const fields: Record<string, string> = {}
  const origins: PhotoContent['origins'] = {}
  for (const [field, values] of byField) {
    const order = cameraFields.has(field) ? cameraOrder : editorialOrder
    const sorted = unique([...values].sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from)))
    const [taken] = sorted
    if (!taken) continue
    fields[field] = taken.value
    origins[field] = sorted
  }
  return { fields, origins }
}
