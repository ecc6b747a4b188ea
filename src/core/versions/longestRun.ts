/**
 * The longest run of places that keeps its order: for pairs of an earlier and a later place, sorted by the earlier one,
 * the indexes of the most pairs whose later places only grow (longest increasing subsequence, in n log n).
 */
export const longestRun = (laterPlaces: readonly number[]): ReadonlySet<number> => {
  const ends: number[] = []
  const before: number[] = []
  for (const [index, place] of laterPlaces.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((laterPlaces[ends[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  }
  const run = new Set<number>()
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.add(index)
  return run
}
