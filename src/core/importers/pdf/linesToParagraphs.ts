import { readBullet } from '../text/readBullet'
import type { TextBlock } from './orderColumns'
import type { TextLine } from './textLine'

/** Lines that belong together. */
export type Paragraph = readonly TextLine[]

const sentenceEnd = /[.!?…:;][”’»"')\]]*$|[。！？；：]$/u

const brokenEnd = /\p{L}[-\u2010]$/u

/** How much of an em a line may begin elsewhere and still count as beginning at the same place. */
const indent = 0.8

const median = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

interface Measure {
  /** From base line to base line, in ems, where lines of one size follow each other. */
  readonly leading: number
  /** Where most lines begin, and where the longest end. */
  readonly start: number
  readonly end: number
}

const measureOf = (block: TextBlock): Measure => {
  const leadings: number[] = []
  const starts = new Map<number, number>()
  const ends: number[] = []
  for (const [at, line] of block.entries()) {
    const next = block[at + 1]
    if (next && isSameSize(line, next) && next.y > line.y) leadings.push((next.y - line.y) / line.size)
    const start = Math.round(line.start / 2)
    starts.set(start, (starts.get(start) ?? 0) + 1)
    if (!line.isRow) ends.push(line.end)
  }
  const usual = leadings.length >= 2 ? median(leadings) : undefined
  let most: readonly [number, number] = [0, 0]
  for (const one of starts) if (one[1] > most[1]) most = one
  ends.sort((a, b) => a - b)
  return {
    leading: usual !== undefined && usual <= 2.6 ? usual : 1.25,
    start: most[0] * 2,
    // A line that sticks out is no measure for the others.
    end: ends[Math.floor((ends.length - 1) * 0.85)] ?? 0,
  }
}

export const isSameSize = (one: TextLine, other: TextLine): boolean =>
  Math.abs(one.size - other.size) <= 0.08 * Math.max(one.size, other.size)

/** The first word of the next line would have had room, so that the line was ended on purpose. */
const endsEarly = (line: TextLine, next: TextLine, end: number): boolean => {
  const perCharacter = (line.end - line.start) / Math.max(1, line.text.length)
  const word = /^\S+/.exec(next.text)?.[0].length ?? 1
  const room = end - line.end - (word + 1) * perCharacter
  return room > (sentenceEnd.test(line.text) ? 0.5 : 2) * line.size
}

const isAtMark = (line: TextLine): boolean => readBullet(line.text) !== undefined

const stepOf = (line: TextLine | undefined, next: TextLine | undefined): number | undefined => {
  if (!line || !next || !isSameSize(line, next)) return undefined
  const step = (next.y - line.y) / line.size
  return step > 0.5 && step <= 2.6 ? step : undefined
}

/** Whether the gap before `next` is wider than those that are inside the paragraph before it, or, of one line, after it. */
const isGap = (lines: Paragraph, next: TextLine, after: TextLine | undefined, leading: number): boolean => {
  const line = lines.at(-1)
  if (!line) return false
  const step = (next.y - line.y) / line.size
  const inside = stepOf(lines.at(-2), line)
  if (inside !== undefined) return step > inside * 1.22
  const following = stepOf(next, after)
  return step > 1.22 * Math.max(following ?? 0, leading)
}

/** Whether a new paragraph begins with `next`; `lines` are those of the one before, `after` the line after it. */
const isBreak = (
  lines: Paragraph,
  next: TextLine,
  after: TextLine | undefined,
  { leading, start, end }: Measure,
  isLarge: boolean,
): boolean => {
  const [first, line] = [lines[0], lines.at(-1)]
  if (!first || !line) return false
  if (line.isRow || next.isRow || line.rtl !== next.rtl || !isSameSize(line, next)) return true
  if (next.y <= line.y || isGap(lines, next, after, leading)) return true
  if (brokenEnd.test(line.text) && /^\p{Ll}/u.test(next.text)) return false
  if (readBullet(next.text)?.sure) return true
  if (isLarge) return line.font !== next.font
  const slack = indent * line.size
  const marked = isAtMark(first)
  if (isAtMark(next) && marked && Math.abs(next.start - first.start) < slack) return true
  if (endsEarly(line, next, end)) return true
  if (marked) return next.start < first.start - slack
  const shift = next.start - line.start
  // A first line is set in, or, in a list of references, out.
  if (shift > slack) return lines.length > 1 || Math.abs(line.start - start) < slack
  return shift < -slack && (lines.length > 1 || next.start < start - slack)
}

/**
 * Parts the lines of a column into paragraphs, by gaps, indents, sizes and lines that end early. `isLarge` tells lines that
 * are set as headings.
 */
export const linesToParagraphs = (
  block: TextBlock,
  isLarge: (line: TextLine) => boolean,
): readonly Paragraph[] => {
  const measure = measureOf(block)
  const paragraphs: TextLine[][] = []
  for (const [at, line] of block.entries()) {
    const lines = paragraphs.at(-1)
    if (lines && !isBreak(lines, line, block[at + 1], measure, isLarge(line))) lines.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}
