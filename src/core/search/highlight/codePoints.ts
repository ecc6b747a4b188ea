import type { Range } from '#shared/contract/search'

/** A stretch of a text in UTF-16 units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Stretches as code points `[start, end)`, in one pass; they are sorted and apart. */
export const toCodePoints = (text: string, stretches: readonly Stretch[]): Range[] => {
  let unit = 0
  let point = 0
  const pointAt = (wanted: number): number => {
    while (unit < wanted) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
      point += 1
    }
    return point
  }
  return stretches.map(({ start, end }): Range => [pointAt(start), pointAt(end)])
}

/** Below this no character takes a mark, or joins with what stands beside it, but carriage return and line feed. */
const firstMark = 0x300

/** Whether a place between two characters is certain to part two that a reader sees. */
const isPlainBoundary = (text: string, at: number): boolean => {
  const after = text.charCodeAt(at)
  return text.charCodeAt(at - 1) < firstMark && after < firstMark && after !== 0x0a && after !== 0xad
}

/** Widens stretches to whole characters as a reader sees them (grapheme clusters), and joins those that then touch. */
export const toWholeCharacters = (
  graphemes: Intl.Segments,
  text: string,
  stretches: readonly Stretch[],
): Stretch[] => {
  const whole: Stretch[] = []
  for (const { start, end } of stretches) {
    const first = isPlainBoundary(text, start) ? start : (graphemes.containing(start)?.index ?? start)
    const stop = isPlainBoundary(text, end) ? end : endOf(graphemes, text, Math.max(start, end - 1))
    const before = whole.at(-1)
    if (before && before.end > first)
      whole[whole.length - 1] = { start: before.start, end: Math.max(before.end, stop) }
    else whole.push({ start: first, end: stop })
  }
  return whole
}

const endOf = (graphemes: Intl.Segments, text: string, at: number): number => {
  const last = graphemes.containing(at)
  return last ? last.index + last.segment.length : text.length
}
