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

/** The place that most gaps share. */
const gutterOf = (rows: readonly TextRow[]): number | undefined => {
  const changes = new Map<number, number>()
  const change = (at: number, by: number): void => {
    changes.set(at, (changes.get(at) ?? 0) + by)
  }
  for (const [from, to] of gapsOf(rows)) {
    change(Math.ceil(from / step), 1)
    change(Math.floor(to / step), -1)
  }
  let count = 0
  let best: { readonly count: number; readonly from: number; to: number } | undefined
  for (const [at, by] of [...changes].sort((a, b) => a[0] - b[0])) {
    if (best && best.to === Infinity && count === best.count) best.to = at
    count += by
    if (count > (best?.count ?? fewestLines - 1)) best = { count, from: at, to: Infinity }
  }
  return best && Number.isFinite(best.to) ? ((best.from + best.to) / 2) * step : undefined
}

interface Sides {
  readonly left: readonly TextRow[]
  readonly right: readonly TextRow[]
}

const sidesOf = (rows: readonly TextRow[], gutter: number): Sides => {
  const side = (isOn: (segment: TextSegment) => boolean): readonly TextRow[] =>
    rows.flatMap((row) => {
      const segments = row.segments.filter(isOn)
      return segments.length > 0 ? [{ y: Math.max(...segments.map(({ y }) => y)), segments }] : []
    })
  return { left: side(({ left }) => left < gutter), right: side(({ left }) => left >= gutter) }
}

const isRunningText = (rows: readonly TextRow[]): boolean => {
  if (rows.length < fewestLines) return false
  const spans = rows.map(({ segments }) => {
    const [first, last] = [segments[0], segments.at(-1)]
    return { from: first?.left ?? 0, to: last?.right ?? 0, size: first?.size ?? 1 }
  })
  const width = Math.max(...spans.map(({ to }) => to)) - Math.min(...spans.map(({ from }) => from))
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

/**
 * Puts the rows of a page into the order of reading: where a gutter parts running text, one column and then the other; what
 * reaches across stands between. Tables stay in rows.
 */
export const orderColumns = (rows: readonly TextRow[], rtl: boolean, depth = 0): readonly TextBlock[] => {
  const gutter = depth < deepest ? gutterOf(rows) : undefined
  if (gutter === undefined) return [blockOf(rows)]
  const blocks: TextBlock[] = []
  let plain: TextRow[] = []
  let parted = false
  const flush = (): void => {
    if (plain.length > 0) blocks.push(...(parted ? orderColumns(plain, rtl, depth + 1) : [blockOf(plain)]))
    plain = []
  }
  for (const run of runsOf(rows, gutter)) {
    const { left, right } = sidesOf(run.rows, gutter)
    if (run.across || !isRunningText(left) || !isRunningText(right)) {
      plain.push(...run.rows)
      continue
    }
    parted = true
    flush()
    for (const side of rtl ? [right, left] : [left, right]) blocks.push(...orderColumns(side, rtl, depth + 1))
  }
  flush()
  return blocks
}
