import type { IndexedDocument } from './indexedDocument'

/** A word of the query with the terms that it stands for in each shard. */
export interface TermPlan {
  readonly type: 'term'
  /** As it was asked for. */
  readonly label: string
  readonly field: number | undefined
  /** By shard: the word itself and those with its stem; and those that only begin like it or are spelled nearly so. */
  readonly exact: readonly (readonly number[])[]
  readonly near: readonly (readonly number[])[]
  /** Words that count as a match when a text is marked. */
  readonly words: ReadonlySet<string>
  readonly prefix: string | undefined
}

/** Words that must follow one another: `terms` give the candidates, the text decides. */
export interface PhrasePlan {
  readonly type: 'phrase'
  readonly field: number | undefined
  readonly terms: readonly TermPlan[]
  readonly words: readonly string[]
}

export interface FilterPlan {
  readonly type: 'filter'
  readonly test: (document: IndexedDocument) => boolean
}

/** A query bound to the shards that it is asked of. */
export type Plan =
  | TermPlan
  | PhrasePlan
  | FilterPlan
  | { readonly type: 'all'; readonly parts: readonly Plan[]; readonly optional: readonly Plan[] }
  | { readonly type: 'any'; readonly parts: readonly Plan[] }
  | { readonly type: 'not'; readonly part: Plan }

export const childrenOf = (plan: Plan): readonly Plan[] => {
  if (plan.type === 'all') return [...plan.parts, ...plan.optional]
  if (plan.type === 'any') return plan.parts
  return plan.type === 'not' ? [plan.part] : []
}

/** Every term and phrase of a plan; `positive` leaves out what is excluded. */
export const leavesOf = (plan: Plan, positive: boolean): readonly (TermPlan | PhrasePlan)[] => {
  if (plan.type === 'term' || plan.type === 'phrase') return [plan]
  if (plan.type === 'not' && positive) return []
  return childrenOf(plan).flatMap((child) => leavesOf(child, positive))
}
