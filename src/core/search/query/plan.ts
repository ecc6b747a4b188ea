import type { Shard } from '#core/search/index/shard'

/** Words that count as one: their occurrences are added up before they are scored. */
export interface WordGroup {
  /** By shard. */
  readonly terms: readonly (readonly number[])[]
  /** What an occurrence is worth beside one of the word itself. */
  readonly weight: number
  /** How telling the group is, where that is not measured by how many items hold it: what is still being typed is no word yet. */
  readonly fixedIdf?: number
}

/** A word of the query with the terms that it stands for in each shard. */
export interface TermPlan {
  readonly type: 'term'
  /** As it was asked for. */
  readonly label: string
  readonly field: number | undefined
  /** Whether a word is so common that an item without it matches too. */
  readonly isCommon: boolean
  /** The word itself and those with its stem; those that only begin like it or are spelled nearly so; those of other scripts. */
  readonly groups: readonly WordGroup[]
  /** Words that count as a match when a text is marked. */
  readonly words: () => ReadonlySet<string>
  readonly prefix: string | undefined
  /** Words of other scripts, which an item is found as. */
  readonly alike: () => ReadonlySet<string>
}

/** Words that must follow one another. */
export interface PhrasePlan {
  readonly type: 'phrase'
  readonly field: number | undefined
  /** Each different word once. */
  readonly terms: readonly TermPlan[]
  /** In their order. */
  readonly words: readonly string[]
}

/** Two words or phrases with at most `distance` words between them. */
export interface NearPlan {
  readonly type: 'near'
  readonly left: TermPlan | PhrasePlan
  readonly right: TermPlan | PhrasePlan
  readonly distance: number
}

export type DocumentTest = (document: number) => boolean

export interface FilterPlan {
  readonly type: 'filter'
  readonly testOf: (shard: Shard) => DocumentTest
}

export type LeafPlan = TermPlan | PhrasePlan | NearPlan

/** A query bound to the shards that it is asked of. */
export type Plan =
  | LeafPlan
  | FilterPlan
  | { readonly type: 'everything' }
  | { readonly type: 'all'; readonly parts: readonly Plan[]; readonly optional: readonly Plan[] }
  | { readonly type: 'any'; readonly parts: readonly Plan[] }
  | { readonly type: 'not'; readonly part: Plan }

export const childrenOf = (plan: Plan): readonly Plan[] => {
  if (plan.type === 'all') return [...plan.parts, ...plan.optional]
  if (plan.type === 'any') return plan.parts
  return plan.type === 'not' ? [plan.part] : []
}

export const isLeaf = (plan: Plan): plan is LeafPlan =>
  plan.type === 'term' || plan.type === 'phrase' || plan.type === 'near'

/** Every word, phrase and NEAR of a plan; `positive` leaves out what is excluded. */
export const leavesOf = (plan: Plan, positive: boolean): readonly LeafPlan[] => {
  if (isLeaf(plan)) return [plan]
  if (plan.type === 'not' && positive) return []
  return childrenOf(plan).flatMap((child) => leavesOf(child, positive))
}

/** The words of a leaf. */
export const termsOf = (leaf: LeafPlan): readonly TermPlan[] => {
  if (leaf.type === 'term') return [leaf]
  return leaf.type === 'phrase' ? leaf.terms : [...termsOf(leaf.left), ...termsOf(leaf.right)]
}
