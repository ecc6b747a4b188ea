import type { PassageKind, PassageLink } from '#shared/model/article'
import type { ArticleDraft } from '../articleDraft'
import { cleanText } from '../text/cleanText'
import { isHeading } from '../text/isHeading'
import { readBullet, type ReadBullet } from '../text/readBullet'
import type { BodyType } from './bodyType'
import { documentWords } from './documentWords'
import { joinPdfLines } from './joinPdfLines'
import { headingSize, type DocumentPart } from './layoutPages'
import type { Outline } from './readOutline'
import type { TextLink } from './textPiece'

/** A part of the document with its words put together. */
export interface WordedPart {
  readonly kind: PassageKind
  readonly text: string
  readonly links: readonly TextLink[]
  readonly page: number
  readonly size: number
  /** How far down its page it begins, 0 to 1. */
  readonly height: number
}

/** Characters and lines of a heading, at most. */
const longestHeading = 250
const mostHeadingLines = 4

const captionBegin =
  /^(?:fig(?:ure|\.)|table|abb(?:ildung|\.)|tab(?:elle|\.)|tableau|figura|tabla|рис\.|图|圖|図|表)\s*\d+[a-z]?\s*[.:：–—|]/iu

interface Whole {
  readonly part: DocumentPart
  readonly text: string
  readonly links: readonly TextLink[]
}

const isInCapitals = (text: string): boolean => /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text)

const isHeadingPart = (
  { part, text }: Whole,
  next: Whole | undefined,
  body: BodyType,
  outline: Outline,
): boolean => {
  const { lines, page } = part
  if (text.length > longestHeading || lines.length > mostHeadingLines || !/\p{L}/u.test(text)) return false
  if (outline.names(text, page)) return true
  if (lines.some((line) => line.isRow)) return false
  if (lines.every((line) => line.size >= headingSize * body.size)) return !/[,;]$/.test(text)
  const isAlone = lines.length <= 2 && isHeading(text)
  if (isAlone && next !== undefined && isInCapitals(text)) return true
  // In bold, which a PDF says no more of than that it is another font: only over running text.
  const [line, below] = [lines[0], next?.part.lines[0]]
  return (
    isAlone &&
    lines.length === 1 &&
    line !== undefined &&
    line.font !== body.font &&
    line.size >= 0.97 * body.size &&
    below?.font === body.font &&
    (next?.part.lines.length ?? 0) > 1
  )
}

/** The mark of a list point: where it could be anything else, only beside another one of its kind. */
const bulletOf = (
  text: string,
  before: string | undefined,
  after: string | undefined,
): ReadBullet | undefined => {
  const bullet = readBullet(text)
  if (!bullet || bullet.sure) return bullet
  const isAlike = (other: string | undefined): boolean =>
    other !== undefined && readBullet(other)?.mark === bullet.mark
  return isAlike(before) || isAlike(after) ? bullet : undefined
}

const without = (links: readonly TextLink[], mark: number): readonly TextLink[] =>
  links.flatMap(({ start, end, url }) =>
    end > mark ? [{ start: Math.max(0, start - mark), end: end - mark, url }] : [],
  )

const worded = (
  whole: Whole,
  before: Whole | undefined,
  after: Whole | undefined,
  body: BodyType,
  outline: Outline,
): WordedPart => {
  const { part, text, links } = whole
  const { page, height, lines } = part
  const more = { page, height, size: lines[0]?.size ?? 0 }
  if (part.isFootnote) return { kind: 'footnote', text, links, ...more }
  if (isHeadingPart(whole, after, body, outline)) return { kind: 'heading', text, links, ...more }
  const bullet = bulletOf(text, before?.text, after?.text)
  if (bullet) {
    const mark = text.length - bullet.text.length
    return { kind: 'listItem', text: bullet.text, links: without(links, mark), ...more }
  }
  return { kind: captionBegin.test(text) ? 'caption' : 'paragraph', text, links, ...more }
}

/** Tells what each part is and puts its lines together. `layout` gives the parts anew each time. */
export function* wordParts(
  layout: () => Iterable<DocumentPart>,
  body: BodyType,
  outline: Outline,
): Generator<WordedPart> {
  const words = documentWords(layout)
  let before: Whole | undefined
  let whole: Whole | undefined
  for (const part of layout()) {
    const after = { part, ...joinPdfLines(part.lines, words) }
    if (whole) yield worded(whole, before, after, body, outline)
    before = whole
    whole = after
  }
  if (whole) yield worded(whole, before, undefined, body, outline)
}

/** Links of a passage counted in code points, in one walk through its text. */
const passageLinks = (text: string, links: readonly TextLink[]): readonly PassageLink[] => {
  if (links.length === 0) return []
  const places = new Map(links.flatMap(({ start, end }) => [start, end]).map((place) => [place, 0]))
  let units = 0
  let points = 0
  for (const character of text) {
    if (places.has(units)) places.set(units, points)
    units += character.length
    points += 1
  }
  if (places.has(units)) places.set(units, points)
  return links.flatMap(({ start, end, url }) => {
    const [from, to] = [places.get(start) ?? 0, places.get(end) ?? 0]
    return to > from ? [{ start: from, end: to, url }] : []
  })
}

/** Where cleaning moved the letters of a passage, its links are left out. */
export const addPart = (draft: ArticleDraft, { kind, text, links, page }: WordedPart): void => {
  const clean = cleanText(text)
  if (clean !== '')
    draft.addPassage(kind, clean, { page, links: clean === text ? passageLinks(text, links) : [] })
}
