import { createByteReader } from './byteReader'

/** An item of a `meta` box: a picture, EXIF, XMP. */
export interface HeifItem {
  readonly type: string
  /** Of an item of type `mime`. */
  readonly contentType: string
}

export interface Extent {
  readonly offset: number
  readonly length: number
  /** Whether the offset counts from the beginning of the file, or of the `idat` box. */
  readonly place: 'file' | 'idat'
}

/** Items, and extents in all, at most. */
const mostItems = 20_000

/** `pitm`: which item is the picture. */
export const readPrimary = (bytes: Buffer): number => {
  const reader = createByteReader(bytes)
  const version = reader.number(1)
  reader.skip(3)
  return reader.number(version === 0 ? 2 : 4)
}

/** One `infe` box of versions 2 and 3, which are those of pictures. */
export const readItemEntry = (bytes: Buffer): readonly [number, HeifItem] => {
  const reader = createByteReader(bytes)
  const version = reader.number(1)
  reader.skip(3)
  const id = reader.number(version >= 3 ? 4 : 2)
  reader.skip(2)
  const type = String.fromCharCode(reader.number(1), reader.number(1), reader.number(1), reader.number(1))
  reader.text()
  return [id, { type, contentType: type === 'mime' ? reader.text() : '' }]
}

/** `iloc`: where the data of each item is. */
export const readLocations = (bytes: Buffer): Map<number, Extent[]> => {
  const reader = createByteReader(bytes)
  const version = reader.number(1)
  reader.skip(3)
  const sizes = reader.number(2)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version > 0 ? sizes & 15 : 0
  const locations = new Map<number, Extent[]>()
  let extents = 0
  for (let items = reader.number(version < 2 ? 2 : 4); items > 0 && locations.size < mostItems; items -= 1) {
    const id = reader.number(version < 2 ? 2 : 4)
    const place = version > 0 && (reader.number(2) & 15) === 1 ? 'idat' : 'file'
    reader.skip(2)
    const base = reader.number(baseSize)
    const found: Extent[] = []
    for (let left = reader.number(2); left > 0 && extents < mostItems; left -= 1) {
      extents += 1
      reader.skip(indexSize)
      const offset = base + reader.number(offsetSize)
      found.push({ offset, length: reader.number(lengthSize), place })
    }
    locations.set(id, found)
  }
  return locations
}

/** `ipma`: which properties, by their number from 1, each item has, in their order. */
export const readAssociations = (bytes: Buffer): Map<number, number[]> => {
  const reader = createByteReader(bytes)
  const version = reader.number(1)
  const wide = (reader.number(1) * 65536 + reader.number(2)) % 2 === 1
  const associations = new Map<number, number[]>()
  for (let items = reader.number(4); items > 0 && associations.size < mostItems; items -= 1) {
    const id = reader.number(version < 1 ? 2 : 4)
    const count = reader.number(1)
    const numbers = Array.from({ length: count }, () =>
      wide ? reader.number(2) & 0x7fff : reader.number(1) & 0x7f,
    )
    associations.set(id, numbers)
  }
  return associations
}
