/** By code units, as binary search over words compares. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Place of the first string that is not less than this one. */
export const lowerBound = (size: number, at: (index: number) => string, wanted: string): number => {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(middle) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
