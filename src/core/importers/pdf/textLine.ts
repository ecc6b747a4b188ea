import { largestOf } from './largestOf'
import type { TextLink, TextRow, TextSegment } from './textPiece'

/** One line of a column. */
export interface TextLine {
  readonly text: string
  readonly links: readonly TextLink[]
  /** Where it begins and ends in the direction in which it is read: for a line from right to left, mirrored. */
  readonly start: number
  readonly end: number
  readonly y: number
  readonly size: number
  readonly font: string
  readonly rtl: boolean
  /** Cells side by side rather than a line of running text. */
  readonly isRow: boolean
}

/** Gap between two parts, in ems, from which they are cells of a table or a list of contents. */
const cellGap = 2.5

/** Puts the parts of a row side by side. */
export const lineOf = ({ segments }: TextRow): TextLine | undefined => {
  let main: TextSegment | undefined
  for (const segment of segments) if (segment.text.length > (main?.text.length ?? 0)) main = segment
  const [first, last] = [segments[0], segments.at(-1)]
  if (!main || !first || !last) return undefined
  const { y, size, font, rtl } = main
  const texts: string[] = []
  const links: TextLink[] = []
  let length = 0
  for (const segment of rtl ? [...segments].reverse() : segments) {
    for (const { start, end, url } of segment.links)
      links.push({ start: start + length, end: end + length, url })
    texts.push(segment.text)
    length += segment.text.length + 1
  }
  const isRow = segments.some((segment, at) => {
    const next = segments[at + 1]
    return next !== undefined && next.left - segment.right > cellGap * size
  })
  const [left, right] = [first.left, largestOf(segments.map((segment) => segment.right))]
  const [start, end] = rtl ? [-right, -left] : [left, right]
  return { text: texts.join(' '), links, start, end, y, size, font, rtl, isRow }
}
