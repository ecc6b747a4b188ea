import { tidyRanges } from './tidyRanges'

/** `[start, end)` in Unicode code points, as everything that crosses the contract counts. */
export type CodePointRange = readonly [start: number, end: number]

export interface Segment {
  readonly text: string
  /** Index of the range that this segment is of; absent for text between ranges. */
  readonly mark?: number
}

/**
 * Cuts a text at code-point ranges. Joined, the segments are the text again, whatever the ranges: a range beyond its end
 * is cut off, and no surrogate pair is ever split.
 */
export const textToSegments = (text: string, ranges: readonly CodePointRange[]): readonly Segment[] => {
  const segments: Segment[] = []
  let unit = 0
  let point = 0
  const unitAt = (target: number): number => {
    while (point < target && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
      point += 1
    }
    return unit
  }
  let done = 0
  for (const [mark, [start, end]] of tidyRanges(ranges).entries()) {
    const from = unitAt(start)
    const to = unitAt(end)
    if (to === from) continue
    if (from > done) segments.push({ text: text.slice(done, from) })
    segments.push({ text: text.slice(from, to), mark })
    done = to
  }
  if (done < text.length) segments.push({ text: text.slice(done) })
  return segments
}
