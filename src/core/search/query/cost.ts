import type { Measured } from './statistics'
import type { Plan, WordGroup } from './plan'

/** Entries of a word that only begins like the one that is typed. */
const typedEntries = 16

const sum = (costs: readonly number[]): number => costs.reduce((whole, cost) => whole + cost, 0)

/** About how many entries a part of a query has in a shard: what has fewest is looked for first. */
export const costOf = (plan: Plan, shard: number, measured: Measured): number => {
  const cost = (part: Plan): number => costOf(part, shard, measured)
  const groupCost = (group: WordGroup): number =>
    measured.get(group)?.[shard] ?? (group.terms[shard]?.length ?? 0) * typedEntries
  switch (plan.type) {
    case 'term':
      return sum(plan.groups.map(groupCost))
    case 'phrase':
      return sum(plan.terms.map(cost))
    case 'near':
      return cost(plan.left) + cost(plan.right)
    case 'any':
      return sum(plan.parts.map(cost))
    case 'all':
      return Math.min(...plan.parts.map(cost))
    default:
      return Infinity
  }
}
