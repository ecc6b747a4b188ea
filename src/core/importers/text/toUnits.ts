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

/** What a break between two lines is, as bits. The end of a paragraph, for sure. */
const ends = 1
/** A wrapped one: the next word would not have fitted on most of the width. */
const loose = 2
/** The same, on nearly all of the width. */
const strict = 4

const looseFit = 0.8
const strictFit = 0.92

/** For each line but the last, what the break after it is. */
const breaksOf = (block: TextBlock, width: number): Uint8Array => {
  const breaks = new Uint8Array(block.length)
  let line: TextLine | undefined
  let alone = false
  for (const [index, next] of block.entries()) {
    const nextAlone = standsAlone(next)
    if (line)
      breaks[index - 1] =
        (alone || nextAlone || startsUnit(next) || next.indent > line.indent + 1 ? ends : 0) |
        (isWrappedBreak(line, next, width * looseFit) ? loose : 0) |
        (isWrappedBreak(line, next, width * strictFit) ? strict : 0)
    line = next
    alone = nextAlone
  }
  return breaks.subarray(0, -1)
}

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
  const breaks = breaksOf(block, width)
  const whole = breaks.every((one) => (one & (ends | loose)) !== 0)
  const units = cut(block, (index) => {
    const one = breaks[index] ?? ends
    return (one & ends) !== 0 || (!whole && (one & strict) === 0)
  })
  return { units, guessed: !whole && breaks.some((one) => (one & (ends | strict)) === strict) }
}

/**
 * Puts lines together to paragraphs: blank lines part them; without wrapping each line is one; wrapped lines are joined
 * as long as the next word would not have fitted.
 */
export const toUnits = (chunks: () => Iterable<string>): TextUnits => {
  const width = wrapWidth(toBlocks(chunks()))
  const units: TextUnit[] = []
  let guessed = false
  for (const block of toBlocks(chunks())) {
    const found =
      width === undefined ? { units: cut(block, () => true), guessed: false } : cutWrapped(block, width)
    for (const unit of found.units) units.push(unit)
    guessed ||= found.guessed
  }
  return { units, guessed }
}
