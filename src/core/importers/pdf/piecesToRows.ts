import { largestOf } from './largestOf'
import { segmentText } from './segmentText'
import type { TextPiece, TextRow } from './textPiece'

/** Width of a gap, in ems, at which two parts of a row may belong to two columns. */
const columnGap = 0.8

interface Band {
  top: number
  bottom: number
  size: number
  readonly pieces: TextPiece[]
}

/** A line of text reaches about this far above and below its base line, in ems. */
const topOf = ({ y, size }: TextPiece): number => y - 0.7 * size
const bottomOf = ({ y, size }: TextPiece): number => y + 0.2 * size

/** Whether a piece stands beside a line: most of it does, or, raised or lowered, a good part of it. */
const standsIn = (band: Band, piece: TextPiece): boolean => {
  const shared = Math.min(band.bottom, bottomOf(piece)) - Math.max(band.top, topOf(piece))
  const [small, large] = [Math.min(band.size, piece.size), Math.max(band.size, piece.size)]
  return shared > (small < 0.8 * large ? 0.25 : 0.5) * 0.9 * small
}

/** Bold print is often the same text drawn twice, a hair apart. */
const isSameAgain = (one: TextPiece, other: TextPiece): boolean =>
  one.text === other.text &&
  one.text.trim() !== '' &&
  Math.abs(one.x - other.x) < 0.15 * one.size &&
  Math.abs(one.y - other.y) < 0.15 * one.size

const partedRow = ({ pieces }: Band): TextRow | undefined => {
  const sorted = pieces.sort((a, b) => a.x - b.x)
  const groups: TextPiece[][] = []
  let right = 0
  let last: TextPiece | undefined
  for (const piece of sorted) {
    if (last && isSameAgain(last, piece)) continue
    const group = groups.at(-1)
    if (group && piece.x - right <= columnGap * piece.size) group.push(piece)
    else groups.push([piece])
    if (piece.text.trim() !== '') {
      right =
        group && piece.x - right <= columnGap * piece.size
          ? Math.max(right, piece.x + piece.width)
          : piece.x + piece.width
      last = piece
    }
  }
  const segments = groups.flatMap((group) => segmentText(group) ?? [])
  const [first] = segments
  return first ? { y: largestOf(segments.map((segment) => segment.y)), segments } : undefined
}

/** Sorts the pieces of a page, of one frame, into rows from top to bottom, each parted where there is a wide gap. */
export const piecesToRows = (pieces: readonly TextPiece[]): TextRow[] => {
  const bands: Band[] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    // A raised character comes before its line, and a line beside it may come in between.
    const band = [bands.at(-1), bands.at(-2)].find((one) => one && standsIn(one, piece))
    if (!band) {
      bands.push({ top: topOf(piece), bottom: bottomOf(piece), size: piece.size, pieces: [piece] })
      continue
    }
    band.pieces.push(piece)
    if (piece.size > band.size * 1.05 && piece.text.trim() !== '')
      Object.assign(band, { top: topOf(piece), bottom: bottomOf(piece), size: piece.size })
  }
  return bands.flatMap((band) => partedRow(band) ?? [])
}
