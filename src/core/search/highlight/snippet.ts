import type { Range } from '#shared/contract/search'
import { toCodePoints, type Stretch } from './codePoints'

/** Code points of a snippet, and of what stands before the first match in it. */
const longest = 160
const before = 60

const space = /\s/u

const boundary = (graphemes: Intl.Segments, text: string, at: number): number =>
  at <= 0 ? 0 : at >= text.length ? text.length : (graphemes.containing(at)?.index ?? at)

/** The furthest word that begins within reach before the match; in a text without spaces, the furthest character. */
const begin = (graphemes: Intl.Segments, text: string, match: Stretch): number => {
  const reach = match.start - before
  if (reach <= 0) return 0
  for (let at = reach; at < match.start; at++)
    if (space.test(text[at - 1] as string) && !space.test(text[at] as string)) {
      const start = boundary(graphemes, text, at)
      if (start === at) return at
    }
  return boundary(graphemes, text, Math.max(reach, match.start - before / 2))
}

const advance = (text: string, from: number, points: number): number => {
  let at = from
  for (let point = 0; point < points && at < text.length; point++)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return at
}

const finish = (graphemes: Intl.Segments, text: string, from: number, match: Stretch): number => {
  const limit = advance(text, from, longest)
  if (limit >= text.length) return text.length
  for (let at = limit; at >= match.end; at--)
    if (space.test(text[at] as string) && boundary(graphemes, text, at) === at) return at
  return Math.max(match.end, boundary(graphemes, text, limit))
}

/**
 * Whole words around the first match (the first words where there is none), with every match inside as ranges of the snippet. Nothing is put into the text: that it
 * goes on is for the page to show.
 */
export const cutSnippet = (
  text: string,
  graphemes: Intl.Segments,
  matches: readonly Stretch[],
): { readonly snippet: string; readonly ranges: Range[] } => {
  const first = matches[0] ?? { start: 0, end: 0 }
  const start = begin(graphemes, text, first)
  const end = finish(graphemes, text, start, first)
  const snippet = text.slice(start, end)
  const inside = matches
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => ({ start: match.start - start, end: match.end - start }))
  return { snippet, ranges: toCodePoints(snippet, inside) }
}
