import type { Version } from '#shared/model/article'
import type { Sha256 } from '#shared/model/scalars'
import { sha256Of } from '../records/digest'
import { textLines, type TextLine } from '../records/articleText'

/** article.txt of a version, with the two ways of counting in it: UTF-16 units, as a text is searched, and code points. */
export interface VersionText {
  readonly text: string
  readonly lines: readonly TextLine[]
  /** Of its UTF-8; computed when it is first asked for. */
  readonly sha256: () => Sha256
  readonly toUnit: (codePoint: number) => number
  /** A unit inside a character counts as the character after it. */
  readonly toCodePoint: (unit: number) => number
  /** The line in which this unit stands; a line's own break belongs to it. */
  readonly lineAt: (unit: number) => TextLine | undefined
  /** Where a line begins, in units. */
  readonly startOf: (line: TextLine) => number
}

/** The last place of a sorted list whose value is at most this one. */
const lastAtMost = (values: ArrayLike<number>, wanted: number): number => {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? Infinity) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

export const countCodePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** The unit at which a code point of a text begins; the length of the text for any beyond. */
export const unitOf = (text: string, codePoint: number): number => {
  let [unit, count] = [0, 0]
  for (const character of text) {
    if (count >= codePoint) break
    unit += character.length
    count += 1
  }
  return unit
}

export const readVersionText = (version: Version): VersionText => {
  const lines = textLines(version)
  const text = lines.map((line) => `${line.text}\n`).join('')
  const units = new Float64Array(lines.length)
  let unit = 0
  for (const [at, line] of lines.entries()) {
    units[at] = unit
    unit += line.text.length + 1
  }
  const points = lines.map(({ start }) => start)
  const places = new Map(lines.map((line, at) => [line, units[at] ?? 0]))
  let digest: Sha256 | undefined
  return {
    text,
    lines,
    sha256: () => (digest ??= sha256Of(text)),
    toUnit: (codePoint) => {
      const at = lastAtMost(points, codePoint)
      const line = lines[at]
      return line ? (units[at] ?? 0) + unitOf(`${line.text}\n`, codePoint - line.start) : 0
    },
    toCodePoint: (wanted) => {
      const at = lastAtMost(units, wanted)
      const line = lines[at]
      return line ? line.start + countCodePoints(`${line.text}\n`.slice(0, wanted - (units[at] ?? 0))) : 0
    },
    lineAt: (wanted) => lines[lastAtMost(units, wanted)],
    startOf: (line) => places.get(line) ?? 0,
  }
}
