/** A bit for each document of a shard. Bits, since the marks of 100,000 documents then stay in the nearest cache of a processor. */
export type Marks = Uint32Array

/** Marks of so many documents, none of them set. */
export const createMarks = (documents: number): Marks => new Uint32Array((documents + 31) >>> 5)

export const isMarked = (marks: Marks, document: number): boolean =>
  (((marks[document >>> 5] as number) >>> (document & 31)) & 1) === 1

export const mark = (marks: Marks, document: number): void => {
  const at = document >>> 5
  marks[at] = (marks[at] as number) | (1 << (document & 31))
}

/** Puts the marked documents into an array that has room for them from `at` on, rising. Where they end. */
export const copyMarks = (marks: Marks, into: Uint32Array, at: number): number => {
  let end = at
  for (let place = 0; place < marks.length; place++) {
    let bits = marks[place] as number
    while (bits !== 0) {
      const lowest = bits & -bits
      into[end++] = (place << 5) + 31 - Math.clz32(lowest)
      bits ^= lowest
    }
  }
  return end
}
