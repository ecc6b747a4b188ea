type Range = readonly [start: number, end: number]

/** Ranges in order, without overlap, inside the text, and none that is empty. */
export const tidyRanges = (ranges: readonly Range[]): readonly Range[] => {
  const tidy: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (end <= start) continue
    const last = tidy.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else tidy.push([start, end])
  }
  return tidy
}
