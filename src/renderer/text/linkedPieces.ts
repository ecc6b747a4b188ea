import type { PassageLink } from '#shared/model/article'
import type { CodePointRange } from './segments'

/** A stretch of a passage: words that led somewhere, or words that did not, with the marks that fall into it. */
export interface LinkedPiece {
  readonly text: string
  readonly url?: string
  /** Counted from the beginning of the piece. */
  readonly ranges: readonly CodePointRange[]
  /** Which of all marks the first one here is. */
  readonly firstRange: number
}

/** Links in order, inside the text, none over another: of two that overlap the first counts. */
const tidyLinks = (links: readonly PassageLink[], length: number): readonly PassageLink[] => {
  const tidy: PassageLink[] = []
  for (const link of [...links].sort((a, b) => a.start - b.start)) {
    const end = Math.min(link.end, length)
    if (end > link.start && link.start >= (tidy.at(-1)?.end ?? 0)) tidy.push({ ...link, end })
  }
  return tidy
}

/** Cuts a text at its links. Joined, the pieces are the text again. Marks come in order and without overlap. */
export const linkedPieces = (
  text: string,
  links: readonly PassageLink[],
  ranges: readonly CodePointRange[] = [],
): readonly LinkedPiece[] => {
  const points = [...text]
  const pieceOf = (start: number, end: number, url?: string): LinkedPiece => {
    const inside = ranges.flatMap(([from, to], at) => (from < end && to > start ? [{ from, to, at }] : []))
    return {
      text: points.slice(start, end).join(''),
      ...(url === undefined ? {} : { url }),
      ranges: inside.map(({ from, to }) => [Math.max(0, from - start), Math.min(end, to) - start] as const),
      firstRange: inside[0]?.at ?? 0,
    }
  }
  const pieces: LinkedPiece[] = []
  let done = 0
  for (const { start, end, url } of tidyLinks(links, points.length)) {
    if (start > done) pieces.push(pieceOf(done, start))
    pieces.push(pieceOf(start, end, url))
    done = end
  }
  if (done < points.length) pieces.push(pieceOf(done, points.length))
  return pieces
}
