import type { PdfAnnotation, PdfPage, PdfTextItem } from 'unpdf/pdfjs'
import { CuttingsError } from '#shared/errors'
import { isKeptUrl, linksInPiece, mostAreas, type LinkArea } from './linksInPiece'
import { pieceText } from './pieceText'
import { textChunks } from './textChunks'
import { piecesToRows } from './piecesToRows'
import type { PageText, TextPiece } from './textPiece'

/** Runs of text on one page, at most: a dense page of a telephone book has some 20,000 where each letter is one. */
export const mostPieces = 200_000

export type Matrix = readonly [number, number, number, number, number, number]

/** First `inner`, then `outer` (ISO 32000-1, 8.3.4). */
const combined = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** Quarter turns clockwise: what stands askew goes with the nearest. */
const turnOf = ([a, b]: Matrix): number => (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4

const turned = (x: number, y: number, turn: number): readonly [number, number] => {
  if (turn === 1) return [y, -x]
  if (turn === 2) return [-x, -y]
  return turn === 3 ? [-y, x] : [x, y]
}

interface Placed {
  readonly turn: number
  readonly piece: TextPiece
}

/** Undefined where it shows nothing, or is nowhere. */
const placed = (
  item: PdfTextItem,
  vertical: boolean,
  view: Matrix,
  areas: readonly LinkArea[],
): Placed | undefined => {
  const text = pieceText(item.str)
  const matrix = combined(view, item.transform)
  const size = Math.hypot(matrix[2], matrix[3]) || Math.hypot(matrix[0], matrix[1])
  if (text === '' || !matrix.every(Number.isFinite) || !(size > 0)) return undefined
  // Lines of vertical writing go from top to bottom and follow each other from right to left.
  const turn = vertical ? 1 : turnOf(matrix)
  const [x, y] = turned(matrix[4], matrix[5], turn)
  const width = Math.max(0, vertical ? item.height : item.width)
  const piece = { text, x, y, width, size, font: item.fontName, rtl: item.dir === 'rtl' }
  return { turn, piece: { ...piece, links: linksInPiece(piece, turn, areas) } }
}

const cleaned = (text: unknown): readonly string[] => {
  const clean = typeof text === 'string' ? pieceText(text).trim() : ''
  return clean === '' ? [] : [clean]
}

/** What a field of a form shows, or else holds. */
const shownIn = ({ textContent, fieldValue, contentsObj, subtype }: PdfAnnotation): readonly string[] => {
  const shown = cleaned(textContent?.join(' '))
  if (shown.length > 0) return shown
  if (subtype === 'FreeText') return cleaned(contentsObj?.str)
  const values: readonly unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue]
  return values.flatMap(cleaned)
}

/** The texts that were typed into fields of a form or put onto the page; not what a field hides as a password. */
const additionsOf = (annotations: readonly PdfAnnotation[]): string[] =>
  annotations.flatMap((annotation) => {
    const { subtype, fieldType, password, hidden } = annotation
    if (hidden || password) return []
    const isField = subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch')
    return isField || subtype === 'FreeText' ? shownIn(annotation) : []
  })

const commentKinds = new Set(['Text', 'Highlight', 'Underline', 'StrikeOut', 'Squiggly', 'Caret', 'Stamp'])

const commentsOf = (annotations: readonly PdfAnnotation[]): string[] =>
  annotations.flatMap(({ subtype, contentsObj }) =>
    commentKinds.has(subtype ?? '') ? cleaned(contentsObj?.str) : [],
  )

const areaOf = ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], view: Matrix): LinkArea['rect'] => {
  const [, , , , ax, ay] = combined(view, [1, 0, 0, 1, x1, y1])
  const [, , , , bx, by] = combined(view, [1, 0, 0, 1, x2, y2])
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
}

/** Reads the text of a page, with `count` told how many characters came, so that it can stop in time. */
export const readPageText = async (
  page: PdfPage,
  number: number,
  annotations: readonly PdfAnnotation[],
  count: (characters: number) => void,
): Promise<PageText> => {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const areas = annotations
    .slice(0, mostAreas)
    .flatMap(({ subtype, url, rect }) =>
      subtype === 'Link' && url && isKeptUrl(url) && rect ? { url, rect: areaOf(rect, transform) } : [],
    )
  const frames: TextPiece[][] = [[], [], [], []]
  let pieces = 0
  for await (const { items, styles } of textChunks(page))
    for (const item of items) {
      // Marks where the content is structured come among the items, without text.
      if (typeof item.str !== 'string') continue
      pieces += 1
      if (pieces > mostPieces)
        throw new CuttingsError('limit', { what: 'pieces of text on one page', most: mostPieces })
      count(item.str.length)
      const one = placed(item, styles[item.fontName]?.vertical === true, transform, areas)
      if (one) frames[one.turn]?.push(one.piece)
    }
  return {
    number,
    width,
    height,
    frames: frames.filter((frame) => frame.length > 0).map(piecesToRows),
    additions: additionsOf(annotations),
    comments: commentsOf(annotations),
  }
}
