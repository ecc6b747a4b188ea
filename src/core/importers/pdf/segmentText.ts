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

/** The words of pieces in the order of reading, with spaces where a gap is one, and where their links are. */
const joined = (pieces: readonly TextPiece[]): Pick<TextSegment, 'text' | 'links'> => {
  let text = ''
  const links: TextLink[] = []
  let before: TextPiece | undefined
  let isApart = false
  for (const piece of pieces) {
    const words = piece.text.trim()
    if (words === '') {
      isApart = true
      continue
    }
    const gap = before === undefined ? 0 : gapBetween(before, piece) / Math.max(before.size, piece.size)
    text = text.replace(softHyphen, '')
    // What lies over other text is no part of its words.
    if (text !== '' && (isApart || piece.text.startsWith(' ') || gap > spaceWidth || gap < -1)) text += ' '
    const shift = text.length - (piece.text.length - piece.text.trimStart().length)
    for (const { start, end, url } of piece.links) links.push({ start: start + shift, end: end + shift, url })
    text += words
    isApart = piece.text.endsWith(' ')
    before = piece
  }
  return { text: text.replace(softHyphen, '-'), links }
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
