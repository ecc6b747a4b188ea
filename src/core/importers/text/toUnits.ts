import { joinLines } from './joinLines'
import { standsAlone, startsUnit } from './lineKind'
import type { TextBlock, TextLine } from './textLines'
import { isWrappedBreak, wrapWidth } from './wrapWidth'

/** A paragraph, or a line that stands for itself. */
export interface TextUnit {
  readonly text: string
  /** As printed; of several lines, the lines as printed between line feeds. */
  readonly raw: string
  /** Whether blank lines, or the ends of the text, stand on both sides. */
  readonly apart: boolean
}

export interface TextUnits {
  readonly units: readonly TextUnit[]
  /** Whether ends of paragraphs were taken from short lines. */
  readonly guessed: boolean
}

const looseFit = 0.8
const strictFit = 0.92

const startsParagraph = (line: TextLine, next: TextLine): boolean => next.indent > line.indent + 1

/** Where a block of wrapped lines is broken into paragraphs: before each index that is answered with true. */
const breaksIn = (
  block: TextBlock,
  width: number | undefined,
): { readonly at: readonly boolean[]; readonly guessed: boolean } => {
  const alone = block.map(standsAlone)
  const pairs = block.slice(1).map((next, index) => ({ line: block[index] ?? next, next, index: index + 1 }))
  const forced = ({ line, next, index }: (typeof pairs)[number]): boolean =>
    alone[index] === true || alone[index - 1] === true || startsUnit(next) || startsParagraph(line, next)
  const open = pairs.filter((pair) => !forced(pair))
  const whole =
    width !== undefined && open.every(({ line, next }) => isWrappedBreak(line, next, width * looseFit))
  const isEnd = ({ line, next }: (typeof pairs)[number]): boolean =>
    width === undefined || (!whole && !isWrappedBreak(line, next, width * strictFit))
  const at = [true, ...pairs.map((pair) => forced(pair) || isEnd(pair))]
  return {
    at,
    guessed: width !== undefined && !whole && open.some((pair) => !isEnd(pair)) && open.some(isEnd),
  }
}

const toUnit = (lines: readonly TextLine[], apart: boolean): TextUnit => ({
  text: joinLines(lines),
  raw: lines.map((line) => line.raw).join('\n'),
  apart,
})

/**
 * Puts lines together to paragraphs: blank lines part them; without wrapping each line is one; wrapped lines are joined
 * as long as the next word would not have fitted.
 */
export const toUnits = (blocks: readonly TextBlock[]): TextUnits => {
  const width = wrapWidth(blocks)
  const units: TextUnit[] = []
  let guessed = false
  for (const block of blocks) {
    const breaks = breaksIn(block, width)
    guessed ||= breaks.guessed
    let start = 0
    for (let index = 1; index <= block.length; index += 1) {
      if (index < block.length && !breaks.at[index]) continue
      units.push(toUnit(block.slice(start, index), start === 0 && index === block.length))
      start = index
    }
  }
  return { units, guessed }
}
