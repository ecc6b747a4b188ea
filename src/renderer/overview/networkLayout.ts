import type { Network } from '#shared/contract/overviews'

type Source = Network['sources'][number]
type End = Network['ends'][number]
type Link = Network['links'][number]

/** A row of a column: its number in the answer, and what it is linked with, as rows of the other column. */
export interface NetworkRow<Node> {
  readonly at: number
  readonly node: Node
  readonly linked: readonly number[]
}

/** A line from one row to another. `strength` is 0 to 1. */
export interface DrawnLink {
  readonly link: Link
  readonly from: number
  readonly to: number
  readonly strength: number
}

export interface NetworkLayout {
  /** Empty where sources are linked with each other. */
  readonly ends: readonly NetworkRow<End>[]
  readonly sources: readonly NetworkRow<Source>[]
  readonly links: readonly DrawnLink[]
}

export const weightOf = ({ passages, articles }: Link): number => passages ?? articles

/** The middle of what each is linked with; what is linked with nothing stands last. */
const middles = (count: number, pairs: readonly (readonly [number, number])[]): readonly number[] => {
  const sums = Array.from({ length: count }, () => ({ sum: 0, links: 0 }))
  for (const [own, other] of pairs) {
    const one = sums[own]
    if (!one) continue
    one.sum += other
    one.links += 1
  }
  return sums.map(({ sum, links }) => (links === 0 ? Infinity : sum / links))
}

const ordered = (count: number, by?: readonly number[]): readonly number[] => {
  const all = Array.from({ length: count }, (_, at) => at)
  if (!by) return all
  const middle = (at: number): number => by[at] ?? Infinity
  return all.sort((a, b) => (middle(a) < middle(b) ? -1 : middle(a) > middle(b) ? 1 : a - b))
}

/**
 * Which row each node stands in, the same for the same network. Of two columns one keeps its order (passages that of the
 * text, sources that of their counts) and the other stands beside what it is linked with, so that few lines cross.
 */
export const networkLayout = ({ view, ends, sources, links }: Network): NetworkLayout => {
  const isText = view === 'passages'
  const isTogether = view === 'together'
  const pairs = links.map(({ from, to }) => [from, to] as const)
  const endOrder = ordered(ends.length, isText ? undefined : middles(ends.length, pairs))
  const flipped = pairs.map(([from, to]) => [to, from] as const)
  const sourceOrder = ordered(sources.length, isText ? middles(sources.length, flipped) : undefined)
  const rowOf = (order: readonly number[]): ReadonlyMap<number, number> =>
    new Map(order.map((at, row) => [at, row]))
  const sourceRow = rowOf(sourceOrder)
  const endRow = isTogether ? sourceRow : rowOf(endOrder)
  const strongest = Math.max(1, ...links.map(weightOf))
  const drawn = links.map((link) => ({
    link,
    from: endRow.get(link.from) ?? 0,
    to: sourceRow.get(link.to) ?? 0,
    strength: weightOf(link) / strongest,
  }))
  const byRow = (a: number, b: number): number => a - b
  return {
    ends: endOrder.flatMap((at, row) => {
      const node = ends[at]
      const linked = drawn.filter(({ from }) => from === row).map(({ to }) => to)
      return node ? [{ at, node, linked: linked.sort(byRow) }] : []
    }),
    sources: sourceOrder.flatMap((at, row) => {
      const node = sources[at]
      const linked = isTogether
        ? drawn.flatMap(({ from, to }) => (from === row ? [to] : to === row ? [from] : []))
        : drawn.filter(({ to }) => to === row).map(({ from }) => from)
      return node ? [{ at, node, linked: linked.sort(byRow) }] : []
    }),
    links: drawn,
  }
}
