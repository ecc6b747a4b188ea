/** By code units, as binary search over words compares. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The first place for which something is not so, where it is so up to some place and not from there on. */
export const firstFalse = (size: number, isSo: (at: number) => boolean): number => {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(middle)) low = middle + 1
    else high = middle
  }
  return low
}
