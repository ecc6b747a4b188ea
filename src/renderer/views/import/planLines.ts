import type { PlanEntry } from '#shared/contract/work'
import { nestInside, type Nested } from '../../text/nestInside'

export type PlanFilter = 'all' | 'similar' | PlanEntry['outcome']

/** One line of the table: a file in its place, and whether files that are in it stand in the plan. */
export interface PlanLine extends Nested<PlanEntry> {
  readonly index: number
  readonly holds: boolean
}

/** A plan in the order of the table, worked out once: what changes with each key press is only what is shown of it. */
export type PlanFamilies = readonly (readonly PlanLine[])[]

const toLook = ({ doubts, similar }: PlanEntry): boolean => Boolean(doubts) || Boolean(similar?.length)

const rank = (entry: PlanEntry): number =>
  ({ refuse: 0, keep: entry.sidecar ? 4 : 1, version: 2, add: toLook(entry) ? 2 : 3, duplicate: 4, note: 5 })[
    entry.outcome
  ]

export const toFamilies = (entries: readonly PlanEntry[]): PlanFamilies =>
  nestInside(entries).map((family) =>
    family.map((nested, at) => ({
      ...nested,
      index: nested.line.index,
      holds: (family[at + 1]?.depth ?? 0) > nested.depth,
    })),
  )

export const fitsFilter = (entry: PlanEntry, filter: PlanFilter): boolean =>
  filter === 'all' || (filter === 'similar' ? Boolean(entry.similar?.length) : entry.outcome === filter)

/** What fits and has the words in its name, problems first; a container comes with the worst that is in it. */
export const choosePlanLines = (
  families: PlanFamilies,
  filter: PlanFilter,
  find: string,
): readonly PlanLine[] => {
  const words = find.trim().toLowerCase()
  const fits = ({ line }: PlanLine): boolean =>
    fitsFilter(line, filter) && (words === '' || line.name.toLowerCase().includes(words))
  return families
    .flatMap((family) => {
      const lines = family.filter(fits)
      return lines.length > 0 ? [{ lines, rank: Math.min(...ranksOf(lines)) }] : []
    })
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({ lines }) => (filter === 'all' && words === '' ? lines : alone(lines)))
}

const ranksOf = (lines: readonly PlanLine[]): readonly number[] => [
  ...new Set(lines.map(({ line }) => rank(line))),
]

/** Where not all of a family is shown, each line that lost its container says its whole name again. */
const alone = (lines: readonly PlanLine[]): readonly PlanLine[] => {
  const shown = new Set(lines.map(({ line }) => line.name))
  return lines.map((one) => {
    if (one.inside === undefined || shown.has(one.inside)) return one
    const { inside: _lost, ...whole } = one
    return { ...whole, depth: 0, name: one.line.name }
  })
}
