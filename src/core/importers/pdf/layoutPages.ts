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
const sentenceEnd = /[.!?。！？…:;][”’»"')\]]*$/u

const beginsInside = (text: string): boolean => /^\p{Ll}/u.test(text)

const isScriptWithoutCapitals = (text: string): boolean => /^\p{Lo}/u.test(text)

/** Whether a paragraph goes on in the next column or on the next page. */
const goesOn = (before: Paragraph, after: Paragraph): boolean => {
  const [last, next] = [before.at(-1), after[0]]
  if (!last || !next || last.isRow || next.isRow || last.rtl !== next.rtl || !isSameSize(last, next))
    return false
  if (sentenceEnd.test(last.text)) return false
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

interface Placed extends DocumentPart {
  /** The first of its column. */
  readonly isFirst: boolean
  /** It stands at the foot of the column. */
  readonly isFoot: boolean
}

function* partsOf(
  { number, height, frames }: PageText,
  furniture: PageFurniture,
  body: BodyType,
): Generator<Placed> {
  for (const [index, frame] of frames.entries()) {
    const rows = index === 0 ? frame.filter((_, row) => !furniture.has(number, row)) : frame
    const rtl = rows.filter(({ segments }) => segments[0]?.rtl).length > rows.length / 2
    for (const block of orderColumns(rows, rtl)) {
      const paragraphs = linesToParagraphs(block, (line) => isLarge(line, body))
      const { foot, notes } = footOf(paragraphs, body, height)
      for (const [at, lines] of paragraphs.entries()) {
        const place = height > 0 ? (lines[0]?.y ?? 0) / height : 0
        const marks = { isFirst: at === 0, isFoot: at >= foot, isFootnote: at >= notes }
        yield { lines, page: number, height: place, ...marks }
      }
    }
  }
}

const isLarge = (line: TextLine, body: BodyType): boolean => line.size >= headingSize * body.size

/** What was typed into a page comes after its text. */
const addition = (text: string, page: number, { size, font }: BodyType): DocumentPart => {
  const place = { start: 0, end: 0, y: 0, rtl: false, isRow: true }
  return { lines: [{ text, links: [], size, font, ...place }], page, height: 1, isFootnote: false }
}

/**
 * Lays out pages one by one: furniture is passed over; paragraphs that a column or a page breaks are put together, past what
 * stands at its foot.
 */
export function* layoutPages(
  pages: Iterable<PageText>,
  furniture: PageFurniture,
  body: BodyType,
): Generator<DocumentPart> {
  let open: (DocumentPart & { readonly lines: TextLine[] }) | undefined
  let feet: DocumentPart[] = []
  for (const page of pages) {
    for (const part of partsOf(page, furniture, body)) {
      const [first] = part.lines
      if (part.isFoot) feet.push(part)
      else if (open && first && part.isFirst && !isLarge(first, body) && goesOn(open.lines, part.lines))
        for (const line of part.lines) open.lines.push(line)
      else {
        if (open) yield open
        yield* feet
        feet = []
        open = { ...part, lines: [...part.lines] }
      }
    }
    for (const text of page.additions) feet.push(addition(text, page.number, body))
  }
  if (open) yield open
  yield* feet
}
