import { nearestBits } from '../pictures/nearPictures'

const parts = 4
const partValues = 0x1_0000

/**
 * Two hashes of 64 bits that differ in at most `nearestBits` differ in a quarter of 16 bits in at most a quarter of them
 * (pigeonhole): what is near is found by asking each quarter for the values that are that near.
 */
const partBits = Math.floor(nearestBits / parts)

const bitsOf = (value: number): number => {
  let count = 0
  for (let left = value; left !== 0; left &= left - 1) count += 1
  return count
}

/** How many bits each value of a quarter has: asked for tens of millions of times. */
const bits = Uint8Array.from({ length: partValues }, (_, value) => bitsOf(value))

/** The values that a quarter is changed by: none, one or two bits. */
const changes = Uint16Array.from(
  Array.from({ length: partValues }, (_, value) => value).filter((value) => bitsOf(value) <= partBits),
)

export interface NearHash {
  readonly at: number
  /** Bits that differ. */
  readonly distance: number
}

/** Finds the hashes (16 hex digits each) that are near one of them and come after it, without comparing all with all. */
export const createNearHashes = async (
  hashes: readonly string[],
  pause: () => Promise<void>,
): Promise<(at: number) => NearHash[]> => {
  const quarters = new Uint16Array(hashes.length * parts)
  // A list for each value of each quarter, as a chain through `next`.
  const first = new Int32Array(parts * partValues).fill(-1)
  const next = new Int32Array(quarters.length).fill(-1)
  for (const [at, hash] of hashes.entries()) {
    for (let part = 0; part < parts; part += 1) {
      const place = at * parts + part
      const value = Number.parseInt(hash.slice(part * 4, part * 4 + 4), 16)
      const list = part * partValues + value
      quarters[place] = value
      next[place] = first[list] ?? -1
      first[list] = place
    }
    await pause()
  }
  const distance = (a: number, b: number): number => {
    let differing = 0
    for (let part = 0; part < parts; part += 1)
      differing += bits[(quarters[a * parts + part] ?? 0) ^ (quarters[b * parts + part] ?? 0)] ?? 0
    return differing
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
          // Chains lead from the last to the first.
          if (place < (at + 1) * parts) break
          const other = Math.floor(place / parts)
          const differing = distance(at, other)
          if (differing <= nearestBits) found.set(other, differing)
        }
    }
    return [...found].map(([other, differing]) => ({ at: other, distance: differing }))
  }
}
