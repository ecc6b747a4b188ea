import type { Place } from '#shared/contract/search'
import { textToSegments, type Segment } from '../../text/segments'

/** A snippet around its first match, for a column of matches: what stands before, the match, what comes after. */
export interface ContextLine {
  readonly before: string
  readonly match: string
  readonly after: readonly Segment[]
}

export const placeToContext = ({ snippet, ranges }: Pick<Place, 'snippet' | 'ranges'>): ContextLine => {
  const segments = textToSegments(snippet, ranges)
  const at = segments.findIndex((segment) => segment.mark !== undefined)
  if (at < 0) return { before: '', match: '', after: segments }
  return {
    before: segments
      .slice(0, at)
      .map((segment) => segment.text)
      .join(''),
    match: segments[at]?.text ?? '',
    after: segments.slice(at + 1),
  }
}
