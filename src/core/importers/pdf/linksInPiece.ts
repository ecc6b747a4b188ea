import type { TextLink, TextPiece } from './textPiece'

/** A place on the page that leads somewhere: left, top, right, bottom in points, y down. */
export interface LinkArea {
  readonly url: string
  readonly rect: readonly [number, number, number, number]
}

/** Areas of one page that are looked at, at most: each is held against each piece of text. */
export const mostAreas = 2000

const kept = /^(?:https?|mailto):/i
const longest = 4000

export const isKeptUrl = (url: string): boolean => kept.test(url) && url.length <= longest

type Placed = Pick<TextPiece, 'text' | 'x' | 'y' | 'width' | 'size' | 'rtl'>

/** Widens or narrows a stretch to whole words: a place in a run is known by its share of the width alone. */
const wholeWords = (text: string, from: number, to: number): readonly [number, number] | undefined => {
  let start = -1
  let end = -1
  for (const word of text.matchAll(/\S+/g)) {
    const middle = word.index + word[0].length / 2
    if (middle < from || middle > to) continue
    if (start < 0) start = word.index
    end = word.index + word[0].length
  }
  return start < 0 ? undefined : [start, end]
}

/** The stretches of an upright piece that lie in an area. */
export const linksInPiece = (
  piece: Placed,
  turn: number,
  areas: readonly LinkArea[],
): readonly TextLink[] => {
  if (turn !== 0 || areas.length === 0 || piece.width <= 0) return []
  const { text, x, y, width, size, rtl } = piece
  const middle = y - 0.3 * size
  return areas.flatMap(({ url, rect: [left, top, right, bottom] }) => {
    if (middle < top || middle > bottom || right <= x || left >= x + width) return []
    const [from, to] = [(left - x) / width, (right - x) / width].map((share) => share * text.length)
    if (from === undefined || to === undefined) return []
    const words = rtl ? wholeWords(text, text.length - to, text.length - from) : wholeWords(text, from, to)
    return words ? [{ start: words[0], end: words[1], url }] : []
  })
}
