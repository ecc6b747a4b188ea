import { nearestBits } from '../pictures/nearPictures'

const parts = 4
const partValues = 0x1_0000

/**
 * Two hashes of 64 bits that differ in at most `nearestBits` differ in a quarter of 16 bits in at most a quarter of them
 * (pigeonhole): what is near is found by asking each quarter for the values that are that near.
 */
const partBits = Math.floor(nearestBits / parts)

const bitsOf = (value: number): number => {
  let bits = 0
  for (let left = value; left !== 0; left &= left - 1) bits += 1
  return bits
}

/** The values that a quarter is changed by: none, one or two bits. */
const changes: readonly number[] = Array.from({ length: partValues }, (_, value) => value).filter(
  (value) => bitsOf(value) <= partBits,
)

export interface NearHash {
  readonly at: number
  /** Bits that differ. */
  readonly distance: number
}

/** Finds the hashes (16 hex digits each) that are near one of them, without comparing all with all. */
export const createNearHashes = (hashes: readonly string[]): ((at: number) => NearHash[]) => {
  const quarters = Uint16Array.from(
    hashes.flatMap((hash) =>
      Array.from({ length: parts }, (_, part) => Number.parseInt(hash.slice(part * 4, part * 4 + 4), 16)),
    ),
  )
  // A list for each value of each quarter, as a chain through `next`.
  const first = new Int32Array(parts * partValues).fill(-1)
  const next = new Int32Array(quarters.length).fill(-1)
  for (const [place, value] of quarters.entries()) {
    const list = (place % parts) * partValues + value
    next[place] = first[list] ?? -1
    first[list] = place
  }
  const distance = (a: number, b: number): number => {
    let bits = 0
    for (let part = 0; part < parts; part += 1)
      bits += bitsOf((quarters[a * parts + part] ?? 0) ^ (quarters[b * parts + part] ?? 0))
    return bits
  }
  return (at) => {
    const found = new Map<number, number>()
    for (let part = 0; part < parts; part += 1) {
      const own = quarters[at * parts + part] ?? 0
      for (const change of changes)
        for (
          let place = first[part * partValues + (own ^ change)] ?? -1;
          place >= 0;
          place = next[place] ?? -1
        ) {
          const other = Math.floor(place / parts)
          if (other === at || found.has(other)) continue
          const bits = distance(at, other)
          if (bits <= nearestBits) found.set(other, bits)
        }
    }
    return [...found].map(([other, bits]) => ({ at: other, distance: bits }))
  }
}
