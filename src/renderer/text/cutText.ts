import type { CodePointRange } from './segments'

/** Code points of a text, `[start, end)`, that are something of their own: words that led somewhere, words of a claim. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A stretch of a text, or what stands between two, with the marks that fall into it. */
export interface Piece<Of extends Stretch> {
  readonly text: string
  readonly stretch?: Of
  /** Counted from the beginning of the piece. */
  readonly ranges: readonly CodePointRange[]
  /** Which of all marks the first one here is. */
  readonly firstRange: number
}

/** In order, inside the text, none over another: of two that overlap the first counts. */
const tidyStretches = <Of extends Stretch>(stretches: readonly Of[], length: number): readonly Of[] => {
  const tidy: Of[] = []
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const end = Math.min(stretch.end, length)
    if (end > stretch.start && stretch.start >= (tidy.at(-1)?.end ?? 0)) tidy.push({ ...stretch, end })
  }
  return tidy
}

/** Cuts a text at stretches of it. Joined, the pieces are the text again. Marks come in order and without overlap. */
export const cutText = <Of extends Stretch>(
  text: string,
  stretches: readonly Of[],
  ranges: readonly CodePointRange[] = [],
): readonly Piece<Of>[] => {
  const points = [...text]
  const pieceOf = (start: number, end: number, stretch?: Of): Piece<Of> => {
    const inside = ranges.flatMap(([from, to], at) => (from < end && to > start ? [{ from, to, at }] : []))
    return {
      text: points.slice(start, end).join(''),
      ...(stretch === undefined ? {} : { stretch }),
      ranges: inside.map(({ from, to }) => [Math.max(0, from - start), Math.min(end, to) - start] as const),
      firstRange: inside[0]?.at ?? 0,
    }
  }
  const pieces: Piece<Of>[] = []
  let done = 0
  for (const stretch of tidyStretches(stretches, points.length)) {
    if (stretch.start > done) pieces.push(pieceOf(done, stretch.start))
    pieces.push(pieceOf(stretch.start, stretch.end, stretch))
    done = stretch.end
  }
  if (done < points.length) pieces.push(pieceOf(done, points.length))
  return pieces
}
