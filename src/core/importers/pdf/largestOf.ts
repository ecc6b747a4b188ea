/** The largest of many values: as arguments of a call, they could be too many. */
export const largestOf = (values: Iterable<number>): number => {
  let largest = -Infinity
  for (const value of values) largest = Math.max(largest, value)
  return largest
}
