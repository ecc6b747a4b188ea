import { CuttingsError } from '#shared/errors'
import type { ArticleDraft } from '../articleDraft'
import { cleanText } from '../text/cleanText'
import { joinLines } from '../text/joinLines'
import { standsAlone, startsUnit } from '../text/lineKind'
import { readBullet } from '../text/readBullet'
import { takeLine } from '../text/takeLine'
import type { TextLine } from '../text/textLines'
import type { TextUnit } from '../text/toUnits'
import { isWrappedBreak, wrapWidth } from '../text/wrapWidth'
import { plainLines, type FlowOptions, type PlainLine } from './plainLines'

/** Lines of one depth without a blank one between them. */
interface PlainBlock {
  readonly lines: readonly TextLine[]
  readonly depth: number
  readonly inSignature: boolean
}

const toTextLine = (raw: string): TextLine | undefined => {
  const text = cleanText(raw)
  return text === '' ? undefined : { raw: raw.trim(), text, indent: raw.length - raw.trimStart().length }
}

/** Puts flowed lines together; each line that comes is a paragraph's, or one that may be wrapped. */
function* unflowed(lines: Iterable<PlainLine>): Generator<PlainLine> {
  let open: { readonly first: PlainLine; readonly texts: string[] } | undefined
  const close = (): PlainLine | undefined => {
    const line = open && { ...open.first, text: open.texts.join('') }
    open = undefined
    return line
  }
  for (const line of lines) {
    if (open && (line.depth !== open.first.depth || line.isSignatureMark)) {
      const ended = close()
      if (ended) yield ended
    }
    open ??= { first: line, texts: [] }
    open.texts.push(line.text)
    if (line.flows) continue
    const ended = close()
    if (ended) yield ended
  }
  const ended = close()
  if (ended) yield ended
}

/** Lines of one text, at most: they are held while paragraphs are made of them. */
export const mostLines = 250_000

function* blocksOf(lines: Iterable<PlainLine>): Generator<PlainBlock> {
  let block: TextLine[] = []
  let depth = 0
  let inSignature = false
  let count = 0
  for (const line of lines) {
    count += 1
    if (count > mostLines) throw new CuttingsError('limit', { what: 'lines', most: mostLines })
    const text = toTextLine(line.text)
    if (block.length > 0 && (!text || line.depth !== depth || line.isSignatureMark)) {
      yield { lines: block, depth, inSignature }
      block = []
    }
    inSignature = line.depth === 0 && (inSignature || line.isSignatureMark)
    depth = line.depth
    if (text) block.push(text)
  }
  if (block.length > 0) yield { lines: block, depth, inSignature }
}

/** Columns between which programs wrap mail. */
const narrowest = 50
const usual = 80
const widest = 110
const fit = 0.92

/**
 * The column at which a block is wrapped, by its longest line: most blocks are too short to show it by themselves. Longer
 * lines are wrapped by nobody: each is a paragraph.
 */
const widthOf = (lines: readonly TextLine[], common: number | undefined): number | undefined => {
  let longest = 0
  for (const { text, indent } of lines) longest = Math.max(longest, text.length + indent)
  return longest > widest ? common : Math.min(Math.max(longest, narrowest), common ?? usual)
}

/** Whether the break between two lines was made by a program, because the next word would not have fitted. */
const isJoined = (line: TextLine, next: TextLine, width: number): boolean =>
  !standsAlone(line) && !standsAlone(next) && !startsUnit(next) && isWrappedBreak(line, next, width * fit)

const paragraphsOf = (
  { lines, inSignature }: PlainBlock,
  width: number | undefined,
): readonly (readonly TextLine[])[] => {
  const paragraphs: TextLine[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const last = paragraphs.at(-1)
    if (before && last && width !== undefined && !inSignature && isJoined(before, line, width))
      last.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

type Unit = Pick<TextUnit, 'text' | 'raw'>

/** A point of a list: its mark is never anything else, or its neighbour has the same. */
const listPoint = (text: string, neighbours: readonly (Unit | undefined)[]): string | undefined => {
  const bullet = readBullet(text)
  if (!bullet) return undefined
  const isListed = neighbours.some((unit) => unit && readBullet(unit.text)?.mark === bullet.mark)
  return bullet.sure || isListed ? bullet.text : undefined
}

const addUnit = (
  { depth, inSignature }: PlainBlock,
  unit: Unit,
  neighbours: readonly (Unit | undefined)[],
  draft: ArticleDraft,
): void => {
  const { text } = unit
  if (depth > 0) draft.addPassage('quote', text)
  else if (inSignature && text === '--') draft.addFurniture(text, 'other')
  else if (inSignature || !takeLine(draft, unit)) {
    const point = inSignature ? undefined : listPoint(text, neighbours)
    draft.addPassage(point === undefined ? 'paragraph' : 'listItem', point ?? text)
  }
}

/**
 * Adds a plain text to a draft: paragraphs, what is quoted (`>`) as quotes, a signature line by line. Flowed lines are put
 * together as they state it, others where they are wrapped. Returns whether ends of paragraphs are a guess.
 */
export const addPlainPassages = (text: string, options: FlowOptions, draft: ArticleDraft): boolean => {
  const lines = plainLines(text, options)
  const blocks = [...blocksOf(options.isFlowed ? unflowed(lines) : lines)]
  const width = options.isFlowed ? undefined : wrapWidth(blocks.map(({ lines }) => lines))
  let isGuess = false
  for (const block of blocks) {
    const paragraphs = paragraphsOf(block, options.isFlowed ? undefined : widthOf(block.lines, width))
    isGuess ||= paragraphs.length > 1 && paragraphs.some((paragraph) => paragraph.length > 1)
    const units = paragraphs.map((paragraph) => ({
      text: joinLines(paragraph),
      raw: paragraph[0]?.raw ?? '',
    }))
    for (const [index, unit] of units.entries())
      addUnit(block, unit, [units[index - 1], units[index + 1]], draft)
  }
  return isGuess
}
