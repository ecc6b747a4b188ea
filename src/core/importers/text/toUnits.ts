import { joinLines } from './joinLines'
import { standsAlone, startsUnit } from './lineKind'
import { toBlocks } from './textLines'
import type { TextBlock, TextLine } from './textLines'
import { isWrappedBreak, wrapWidth } from './wrapWidth'

/** A paragraph, or a line that stands for itself. */
export interface TextUnit {
  readonly text: string
  /** As printed; of several lines, the first. */
  readonly raw: string
  /** Whether blank lines, or the ends of the text, stand on both sides. */
  readonly apart: boolean
}

export interface TextUnits {
  readonly units: readonly TextUnit[]
  /** Whether ends of paragraphs were taken from short lines. */
  readonly guessed: boolean
}

/** What a break between two lines is: the end of a paragraph for sure, or open to how the lines are wrapped. */
interface LineBreak {
  readonly ends: boolean
  /** Whether the next word would not have fitted: on most of the width, and on nearly all of it. */
  readonly loose: boolean
  readonly strict: boolean
}

const looseFit = 0.8
const strictFit = 0.92

const breakBetween = (line: TextLine, next: TextLine, width: number): LineBreak => ({
  ends: standsAlone(line) || standsAlone(next) || startsUnit(next) || next.indent > line.indent + 1,
  loose: isWrappedBreak(line, next, width * looseFit),
  strict: isWrappedBreak(line, next, width * strictFit),
})

const cut = (block: TextBlock, isEnd: (index: number) => boolean): readonly TextUnit[] => {
  const units: TextUnit[] = []
  let start = 0
  for (let index = 0; index < block.length; index += 1) {
    if (index < block.length - 1 && !isEnd(index)) continue
    const lines = block.slice(start, index + 1)
    const apart = start === 0 && index === block.length - 1
    units.push({ text: joinLines(lines), raw: lines[0]?.raw ?? '', apart })
    start = index + 1
  }
  return units
}

/** A block whose every open break is a wrapped one is joined as a whole; else only where it is so for sure. */
const cutWrapped = (block: TextBlock, width: number): TextUnits => {
  const breaks = block.slice(1).map((next, index) => breakBetween(block[index] ?? next, next, width))
  const open = breaks.filter((one) => !one.ends)
  const whole = open.every((one) => one.loose)
  const units = cut(block, (index) => {
    const one = breaks[index]
    return !one || one.ends || (!whole && !one.strict)
  })
  return { units, guessed: !whole && open.some((one) => one.strict) }
}

/**
 * Puts lines together to paragraphs: blank lines part them; without wrapping each line is one; wrapped lines are joined
 * as long as the next word would not have fitted.
 */
export const toUnits = (text: string): TextUnits => {
  const width = wrapWidth(toBlocks(text))
  const units: TextUnit[] = []
  let guessed = false
  for (const block of toBlocks(text)) {
    const found =
      width === undefined ? { units: cut(block, () => true), guessed: false } : cutWrapped(block, width)
    for (const unit of found.units) units.push(unit)
    guessed ||= found.guessed
  }
  return { units, guessed }
}
