import type { ImportFile } from '../types'

const bareName = (name: string): string => name.slice(name.lastIndexOf('/') + 1).toLowerCase()

/** The XMP file that belongs to a picture: `photo.jpg.xmp`, which names it whole, before `photo.xmp`. */
export const findSidecar = ({
  name,
  companions,
}: ImportFile): ImportFile['companions'][number] | undefined => {
  const whole = bareName(name)
  const names = [`${whole}.xmp`, `${whole.replace(/\.[^.]*$/, '')}.xmp`]
  return names
    .map((one) => companions.find((companion) => bareName(companion.name) === one))
    .find((companion) => companion !== undefined)
}
