/**
 * Bits of 64 in which two hashes may differ and still be of one picture. Measured on 41 camera pictures: what was made
 * smaller, greyer, brighter, of lower quality, or lost 2 percent at each side, differs by 8 at most; the nearest two of 811
 * pairs of different pictures differ by 18.
 */
export const nearestBits = 10

/** Bits in which two hashes of 16 hex digits differ. */
export const differingBits = (hashA: string, hashB: string): number => {
  let bits = 0
  for (const from of [0, 8]) {
    let left = halfOf(hashA, from) ^ halfOf(hashB, from)
    for (; left !== 0; left &= left - 1) bits += 1
  }
  return bits
}

/** 32 bits of a hash, as the number that bit operations take. */
const halfOf = (hash: string, from: number): number => Number.parseInt(hash.slice(from, from + 8), 16)

/** The hash of a picture in which there is nothing: all such are alike, which says nothing. */
const blank = '0'.repeat(16)

/** Whether two hashes are of pictures that look alike: the same one in another size, quality, or a little cut. */
export const nearPictures = (hashA: string, hashB: string): boolean =>
  hashA !== blank && hashB !== blank && differingBits(hashA, hashB) <= nearestBits
