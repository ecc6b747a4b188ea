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
  for (const piece of pieces)
    if (!isBlank(piece) && piece.text.length > (main?.text.length ?? 0)) main = piece
  return main
}

/** Puts pieces of one line, given from left to right, together; undefined where they show nothing. */
export const segmentText = (pieces: readonly TextPiece[]): TextSegment | undefined => {
  const main = mainOf(pieces)
  const [first] = pieces
  if (!main || !first) return undefined
  let rightward = 0
  for (const piece of pieces)
    if (!isBlank(piece)) rightward += piece.rtl ? -piece.text.length : piece.text.length
  const rtl = rightward < 0 || (rightward === 0 && main.rtl)
  const texts: string[] = []
  const links: TextLink[] = []
  let length = 0
  let before: TextPiece | undefined
  let spaced = true
  for (const piece of inReadingOrder(pieces, rtl)) {
    const wide =
      before !== undefined && gapBetween(before, piece) > spaceWidth * Math.max(before.size, piece.size)
    const begins = piece.text.startsWith(' ')
    const words = piece.text.trim()
    if (!spaced && words !== '' && (wide || begins || (before && before.text.endsWith(' ')))) {
      texts.push(' ')
      length += 1
    }
    if (words !== '') {
      const shift = length - (piece.text.length - piece.text.trimStart().length)
      for (const { start, end, url } of piece.links)
        links.push({ start: start + shift, end: end + shift, url })
      texts.push(words)
      length += words.length
      spaced = false
    }
    before = words === '' && before ? { ...piece, text: ' ' } : piece
  }
  let right = -Infinity
  for (const piece of pieces) if (!isBlank(piece)) right = Math.max(right, piece.x + piece.width)
  const left = pieces.find((piece) => !isBlank(piece))?.x ?? first.x
  const { y, size, font } = main
  return { text: texts.join(''), left, right, y, size, font, rtl, links }
}
