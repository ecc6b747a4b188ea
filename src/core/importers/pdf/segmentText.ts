import type { TextLink, TextPiece, TextSegment } from './textPiece'

/** Widths of a gap, in ems, from which it is a space. */
const spaceWidth = 0.18

const isBlank = (piece: TextPiece): boolean => piece.text.trim() === ''

/** From left to right; in a line that runs from right to left, from there, but for what runs the other way inside it. */
const inReadingOrder = (pieces: readonly TextPiece[], rtl: boolean): readonly TextPiece[] => {
  if (!rtl) return pieces
  const ordered: TextPiece[] = []
  let run: TextPiece[] = []
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at]
    if (!piece) continue
    if (!piece.rtl && (!isBlank(piece) || run.length > 0)) run.push(piece)
    else {
      ordered.push(...run.reverse(), piece)
      run = []
    }
  }
  return [...ordered, ...run.reverse()]
}

const gapBetween = (one: TextPiece, other: TextPiece): number =>
  one.x <= other.x ? other.x - one.x - one.width : one.x - other.x - other.width

/** The piece that has most of the text tells size and font. */
const mainOf = (pieces: readonly TextPiece[]): TextPiece | undefined => {
  let main: TextPiece | undefined
  for (const piece of pieces) if (piece.text.length > (main?.text.length ?? 0)) main = piece
  return main
}

/** A hyphen of which only the last in a line is seen. */
const softHyphen = /\u00ad$/

const isSpaceBetween = (before: TextPiece, piece: TextPiece): boolean => {
  if (before.text.endsWith(' ') || piece.text.startsWith(' ')) return true
  const gap = gapBetween(before, piece) / Math.max(before.size, piece.size)
  // What lies over other text is no part of its words.
  return gap > spaceWidth || gap < -1
}

/** The words of pieces in the order of reading, with spaces where a gap is one, and where their links are. */
const joined = (pieces: readonly TextPiece[]): Pick<TextSegment, 'text' | 'links'> => {
  const texts: string[] = []
  const links: TextLink[] = []
  let length = 0
  let before: TextPiece | undefined
  let isApart = false
  const last = pieces.findLast((piece) => !isBlank(piece))
  for (const piece of pieces) {
    const trimmed = piece.text.trim()
    if (trimmed === '') {
      isApart = true
      continue
    }
    if (before && (isApart || isSpaceBetween(before, piece))) {
      texts.push(' ')
      length += 1
    }
    const shift = length - (piece.text.length - piece.text.trimStart().length)
    for (const { start, end, url } of piece.links) links.push({ start: start + shift, end: end + shift, url })
    const words = trimmed.replace(softHyphen, piece === last ? '-' : '')
    texts.push(words)
    length += words.length
    isApart = false
    before = piece
  }
  return { text: texts.join(''), links }
}

/** Puts pieces of one line, given from left to right, together; undefined where they show nothing. */
export const segmentText = (pieces: readonly TextPiece[]): TextSegment | undefined => {
  const shown = pieces.filter((piece) => !isBlank(piece))
  const main = mainOf(shown)
  const [first] = shown
  if (!main || !first) return undefined
  let rightward = 0
  for (const { text, rtl } of shown) rightward += rtl ? -text.length : text.length
  const rtl = rightward < 0 || (rightward === 0 && main.rtl)
  let right = -Infinity
  for (const { x, width } of shown) right = Math.max(right, x + width)
  const { y, size, font } = main
  return { ...joined(inReadingOrder(pieces, rtl)), left: first.x, right, y, size, font, rtl }
}
