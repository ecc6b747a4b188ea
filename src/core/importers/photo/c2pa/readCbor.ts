/** A value of CBOR (RFC 8949); tags are passed over, and what is not listed is null. */
export type CborValue = null | number | string | Buffer | readonly CborValue[] | CborMap
export type CborMap = ReadonlyMap<number | string, CborValue>

const deepest = 32
const mostValues = 100_000

const lengthSizes: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4, 27: 8 }

interface Place {
  at: number
  left: number
}

/** The number in a head: in its lower five bits, or in the bytes after it. Lengths that are left open are not read. */
const readHead = (bytes: Buffer, place: Place): { readonly major: number; readonly value: number } => {
  const head = bytes.readUInt8(place.at)
  place.at += 1
  const low = head & 31
  if (low < 24) return { major: head >> 5, value: low }
  const size = lengthSizes[low]
  if (size === undefined) throw new RangeError('open length')
  const value = size === 8 ? Number(bytes.readBigUInt64BE(place.at)) : bytes.readUIntBE(place.at, size)
  place.at += size
  return { major: head >> 5, value }
}

const readBytes = (bytes: Buffer, place: Place, length: number): Buffer => {
  if (length > bytes.length - place.at) throw new RangeError('short')
  const found = bytes.subarray(place.at, place.at + length)
  place.at += length
  return found
}

const readMap = (bytes: Buffer, place: Place, length: number, depth: number): CborMap => {
  const map = new Map<number | string, CborValue>()
  for (let index = 0; index < length; index += 1) {
    const key = readAt(bytes, place, depth)
    const value = readAt(bytes, place, depth)
    if (typeof key === 'number' || typeof key === 'string') map.set(key, value)
  }
  return map
}

const readList = (bytes: Buffer, place: Place, length: number, depth: number): readonly CborValue[] => {
  const list: CborValue[] = []
  for (let index = 0; index < length; index += 1) list.push(readAt(bytes, place, depth))
  return list
}

const readAt = (bytes: Buffer, place: Place, depth: number): CborValue => {
  place.left -= 1
  if (depth > deepest || place.left < 0) throw new RangeError('too much')
  const { major, value } = readHead(bytes, place)
  if (major === 0) return value
  if (major === 1) return -1 - value
  if (major === 2) return readBytes(bytes, place, value)
  if (major === 3) return readBytes(bytes, place, value).toString('utf8')
  if (major === 4) return readList(bytes, place, value, depth + 1)
  if (major === 5) return readMap(bytes, place, value, depth + 1)
  return major === 6 ? readAt(bytes, place, depth + 1) : null
}

/** The first value in some bytes; undefined where they are damaged, or nested or long beyond reason. */
export const readCbor = (bytes: Buffer): CborValue | undefined => {
  try {
    return readAt(bytes, { at: 0, left: mostValues }, 0)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export const isCborMap = (value: CborValue | undefined): value is CborMap => value instanceof Map
