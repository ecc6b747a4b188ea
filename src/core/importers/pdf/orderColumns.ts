import { largestOf } from './largestOf'
import { lineOf, type TextLine } from './textLine'
import type { TextRow, TextSegment } from './textPiece'

/** Lines that stand under each other, in the order of reading. */
export type TextBlock = readonly TextLine[]

/** Columns inside columns. */
const deepest = 4
/** Lines on each side of a gutter. */
const fewestLines = 3
/** Width of a column of running text, in ems: what is narrower is a column of a table. */
const narrowest = 8
/** Share of its column that a line of running text fills, at the median. */
const filled = 0.5
/** Places that are tried for a gutter. */
const mostGutters = 6
/** Rows of running text beside which something else may stand, as a box does. */
const fewestBeside = 6
/** Points to which places of gutters are told apart. */
const step = 2

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Gaps between two parts of a row, and between parts of two rows whose lines stand beside each other at odd heights. */
const gapsOf = (rows: readonly TextRow[]): (readonly [number, number])[] => {
  const gaps: (readonly [number, number])[] = []
  const add = (one: TextSegment | undefined, other: TextSegment | undefined): void => {
    if (one && other && other.left - one.right >= 0.6 * Math.max(one.size, other.size))
      gaps.push([one.right, other.left])
  }
  for (const [at, { segments, y }] of rows.entries()) {
    for (const [index, segment] of segments.entries()) add(segment, segments[index + 1])
    const next = rows[at + 1]
    const last = segments.at(-1)
    if (!next || !last || next.y - y > last.size) continue
    add(last, next.segments[0])
    add(next.segments.at(-1), segments[0])
  }
  return gaps
}

/** Places that gaps share, the most shared first. */
const guttersOf = (rows: readonly TextRow[]): readonly number[] => {
  const changes = new Map<number, number>()
  const change = (at: number, by: number): void => {
    changes.set(at, (changes.get(at) ?? 0) + by)
  }
  for (const [from, to] of gapsOf(rows)) {
    change(Math.ceil(from / step), 1)
    change(Math.floor(to / step), -1)
  }
  const peaks: { readonly count: number; readonly at: number }[] = []
  let count = 0
  let risen: number | undefined
  for (const [at, by] of [...changes].sort((a, b) => a[0] - b[0])) {
    if (by < 0 && risen !== undefined && count >= fewestLines)
      peaks.push({ count, at: ((risen + at) / 2) * step })
    if (by !== 0) risen = by > 0 ? at : undefined
    count += by
  }
  return peaks
    .sort((a, b) => b.count - a.count)
    .slice(0, mostGutters)
    .map(({ at }) => at)
}

interface Sides {
  readonly left: readonly TextRow[]
  readonly right: readonly TextRow[]
}

const sidesOf = (rows: readonly TextRow[], gutter: number): Sides => {
  const side = (isOn: (segment: TextSegment) => boolean): readonly TextRow[] =>
    rows.flatMap((row) => {
      const segments = row.segments.filter(isOn)
      return segments.length > 0 ? [{ y: largestOf(segments.map(({ y }) => y)), segments }] : []
    })
  return { left: side(({ left }) => left < gutter), right: side(({ left }) => left >= gutter) }
}

const isWords = ({ segments }: TextRow): boolean => {
  const text = segments.map((segment) => segment.text).join('')
  return (text.match(/\p{L}/gu)?.length ?? 0) > text.length / 2
}

const isRunningText = (rows: readonly TextRow[]): boolean => {
  if (rows.length < fewestLines || rows.filter(isWords).length <= rows.length / 2) return false
  const spans = rows.map(({ segments }) => {
    const [first, last] = [segments[0], segments.at(-1)]
    return { from: first?.left ?? 0, to: last?.right ?? 0, size: first?.size ?? 1 }
  })
  const width = largestOf(spans.map(({ to }) => to)) + largestOf(spans.map(({ from }) => -from))
  const usual = median(spans.map(({ from, to }) => to - from))
  return usual >= narrowest * median(spans.map(({ size }) => size)) && usual >= filled * width
}

const blockOf = (rows: readonly TextRow[]): TextBlock => rows.flatMap((row) => lineOf(row) ?? [])

const isAcross = ({ segments }: TextRow, gutter: number): boolean =>
  segments.some(({ left, right }) => left < gutter && right > gutter)

/** Rows that a gutter parts, and rows that reach across it, in turns. */
const runsOf = (rows: readonly TextRow[], gutter: number): { across: boolean; rows: TextRow[] }[] => {
  const runs: { across: boolean; rows: TextRow[] }[] = []
  for (const row of rows) {
    const across = isAcross(row, gutter)
    const run = runs.at(-1)
    if (run?.across === across) run.rows.push(row)
    else runs.push({ across, rows: [row] })
  }
  return runs
}

/** Share of the rows of one side at whose height the other side has one too, as in a table. */
const alignment = ({ left, right }: Sides): number => {
  const key = (y: number): number => Math.round(y)
  const heights = new Set(
    left.flatMap(({ segments }) => segments.flatMap(({ y }) => [key(y), key(y) + 1, key(y) - 1])),
  )
  const ys = right.map(({ segments }) => segments[0]?.y ?? 0)
  return ys.filter((y) => heights.has(key(y))).length / Math.max(1, Math.min(left.length, right.length))
}

/** Whether two columns stand beside each other: both of running text, or one with a box beside it on lines of its own. */
const areColumns = (sides: Sides): boolean => {
  const [left, right] = [isRunningText(sides.left), isRunningText(sides.right)]
  if (left && right) return true
  if (!left && !right) return false
  const text = left ? sides.left : sides.right
  const box = left ? sides.right : sides.left
  return text.length >= fewestBeside && box.length >= fewestLines && alignment(sides) < 0.6
}

/** Undefined where the gutter parts nothing. */
const partedBy = (
  rows: readonly TextRow[],
  gutter: number,
  rtl: boolean,
  depth: number,
): readonly TextBlock[] | undefined => {
  const blocks: TextBlock[] = []
  let plain: TextRow[] = []
  const runs = runsOf(rows, gutter).map((run) => ({ ...run, sides: sidesOf(run.rows, gutter) }))
  if (!runs.some(({ across, sides }) => !across && areColumns(sides))) return undefined
  const flush = (): void => {
    if (plain.length > 0) blocks.push(...orderColumns(plain, rtl, depth + 1))
    plain = []
  }
  for (const { across, sides, rows: own } of runs) {
    if (across || !areColumns(sides)) {
      plain.push(...own)
      continue
    }
    flush()
    for (const side of rtl ? [sides.right, sides.left] : [sides.left, sides.right])
      blocks.push(...orderColumns(side, rtl, depth + 1))
  }
  flush()
  return blocks
}

/**
 * Puts the rows of a page into the order of reading: where a gutter parts running text, one column and then the other; what
 * reaches across stands between. Tables stay in rows.
 */
export const orderColumns = (rows: readonly TextRow[], rtl: boolean, depth = 0): readonly TextBlock[] => {
  if (depth < deepest)
    for (const gutter of guttersOf(rows)) {
      const blocks = partedBy(rows, gutter, rtl, depth)
      if (blocks) return blocks
    }
  return [blockOf(rows)]
}
