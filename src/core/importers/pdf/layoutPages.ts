import type { BodyType } from './bodyType'
import { isSameSize, linesToParagraphs, type Paragraph } from './linesToParagraphs'
import { orderColumns } from './orderColumns'
import type { PageFurniture } from './pageFurniture'
import type { TextLine } from './textLine'
import type { PageText } from './textPiece'

/** A stretch of the document in the order of reading. */
export interface DocumentPart {
  readonly lines: Paragraph
  /** On which it begins. */
  readonly page: number
  /** How far down it begins, 0 to 1. */
  readonly height: number
  readonly isFootnote: boolean
}

/** Sizes, in those of the body, from which text is set as a heading, and up to which it may be a note. */
export const headingSize = 1.15
const noteSize = 0.92

const noteMark = /^(?:\d{1,3}|[*†‡§¶]{1,3})[\s.)]*\p{L}/u
const openEnd = /[.!?。！？…:;][”’»"')\]]*$/u

const beginsInside = (text: string): boolean => /^\p{Ll}/u.test(text)

const isScriptWithoutCapitals = (text: string): boolean => /^\p{Lo}/u.test(text)

/** Whether a paragraph goes on in the next column or on the next page. */
const goesOn = (before: Paragraph, after: Paragraph): boolean => {
  const [last, next] = [before.at(-1), after[0]]
  if (!last || !next || last.isRow || next.isRow || last.rtl !== next.rtl || !isSameSize(last, next))
    return false
  if (openEnd.test(last.text)) return false
  return (
    beginsInside(next.text) || (before.length > 1 && after.length > 1 && isScriptWithoutCapitals(next.text))
  )
}

/** What stands small at the foot of a column, with nothing larger under it, and from where on it is notes. */
const footOf = (
  paragraphs: readonly Paragraph[],
  body: BodyType,
  pageHeight: number,
): { readonly foot: number; readonly notes: number } => {
  const isSmall = (lines: Paragraph): boolean => (lines[0]?.size ?? 0) <= noteSize * body.size
  let foot = paragraphs.length
  let notes = paragraphs.length
  for (let at = paragraphs.length - 1; at > 0; at -= 1) {
    const lines = paragraphs[at]
    if (!lines || !isSmall(lines) || (lines[0]?.y ?? 0) < pageHeight / 2) break
    foot = at
    if (noteMark.test(lines[0]?.text ?? '')) notes = at
  }
  return { foot, notes }
}

/** Lays out all pages: furniture is passed over; paragraphs that a column or a page breaks are put together. */
export const layoutPages = (
  pages: readonly PageText[],
  furniture: PageFurniture,
  body: BodyType,
): readonly DocumentPart[] => {
  const parts: DocumentPart[] = []
  const isLarge = (line: TextLine): boolean => line.size >= headingSize * body.size
  /** Index of the last part that does not stand at the foot. */
  let open = -1
  const add = (part: DocumentPart, begins: boolean, isFoot: boolean): void => {
    const before = parts[open]
    const [first] = part.lines
    if (
      begins &&
      before &&
      first &&
      !part.isFootnote &&
      !isLarge(first) &&
      goesOn(before.lines, part.lines)
    ) {
      parts[open] = { ...before, lines: [...before.lines, ...part.lines] }
      return
    }
    parts.push(part)
    if (!isFoot) open = parts.length - 1
  }
  for (const { number, height, frames } of pages)
    for (const frame of frames) {
      const rows = frame.filter((row) => !furniture.rows.has(row))
      const rtl = rows.filter(({ segments }) => segments[0]?.rtl).length > rows.length / 2
      for (const block of orderColumns(rows, rtl)) {
        const paragraphs = linesToParagraphs(block, isLarge)
        const { foot, notes } = footOf(paragraphs, body, height)
        for (const [at, lines] of paragraphs.entries()) {
          const place = height > 0 ? (lines[0]?.y ?? 0) / height : 0
          add({ lines, page: number, height: place, isFootnote: at >= notes }, at === 0, at >= foot)
        }
      }
    }
  return parts
}
