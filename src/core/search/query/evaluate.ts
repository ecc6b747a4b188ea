import { isMarked, type Marks } from '#core/search/index/marks'
import type { Shard } from '#core/search/index/shard'
import { costOf } from './cost'
import { createDocumentLists, shifts } from './documentLists'
import { createLeafFinder, type Scope } from './evaluateLeaf'
import { nothing } from './gather'
import { isLeaf, type LeafPlan, type Plan, type TermPlan } from './plan'
import { sizeOf, type Scratch, type Slice } from './scratch'
import type { Measured } from './statistics'

/** Finds the documents of one shard that a query holds for. All lists lie in `scratch`. */
export interface Evaluator {
  /** All documents that the query holds for: unmasked, each once, rising. */
  readonly matches: (query: Plan) => Slice
  /** Those matches in which a word, a phrase or a NEAR of the query holds. */
  readonly documents: (leaf: LeafPlan, matches: Marks) => Slice
  /** By group, a word's occurrences in matches, and perhaps in other documents. */
  readonly occurrences: (term: TermPlan, matches: Marks) => readonly Slice[]
}

/** What is tested document by document rather than found. */
const isTest = ({ type }: Plan): boolean => type === 'filter' || type === 'not' || type === 'everything'

export const createEvaluator = (
  scratch: Scratch,
  shard: Shard,
  at: number,
  measured: Measured,
): Evaluator => {
  const lists = createDocumentLists(scratch, shard)
  const leaves = createLeafFinder({ scratch, lists, shard, at, measured })

  const inside = (plan: Plan, list: Slice, holdsMatches: boolean): Slice => {
    if (sizeOf(list) === 0) return nothing
    const within = scratch.markedBy(list)
    const found = find(plan, { within, holdsMatches })
    scratch.giveMarks(within)
    return found
  }

  const outside = (plan: Plan, list: Slice): Slice => {
    const excluded = inside(plan, list, false)
    const marks = scratch.markedBy(excluded)
    const kept = lists.keep(list, (document) => !isMarked(marks, document))
    scratch.giveMarks(marks)
    return kept
  }

  /** The rarest part gives the documents, which each further one narrows. */
  const ofAll = (parts: readonly Plan[], scope: Scope): Slice => {
    const sets = parts.filter((part) => !isTest(part))
    const [first, ...rest] = sets
      .map((part) => ({ part, cost: costOf(part, at, measured) }))
      .sort((a, b) => a.cost - b.cost)
    let list = first ? find(first.part, scope) : lists.everyone(scope.within)
    for (const { part } of rest) list = inside(part, list, scope.holdsMatches)
    for (const part of parts) {
      if (part.type === 'filter') list = lists.keep(list, part.testOf(shard))
      if (part.type === 'not') list = outside(part.part, list)
    }
    return list
  }

  /** A part of a part is looked for in fewer documents than match, so what is found of it is not all. */
  const ofAny = (parts: readonly Plan[], { within, holdsMatches }: Scope): Slice =>
    lists.different(
      parts.map((part) => find(part, { within, holdsMatches: holdsMatches && isLeaf(part) })),
      shifts.document,
      undefined,
    )

  const find = (plan: Plan, scope: Scope): Slice => {
    scratch.checkpoint()
    switch (plan.type) {
      case 'filter':
        return lists.keep(lists.everyone(scope.within), plan.testOf(shard))
      case 'everything':
        return lists.everyone(scope.within)
      case 'all':
        return ofAll(plan.parts, scope)
      case 'any':
        return ofAny(plan.parts, scope)
      case 'not':
        return outside(plan.part, lists.everyone(scope.within))
      default:
        return leaves.documents(plan, scope)
    }
  }

  return {
    matches: (query) => find(query, { within: undefined, holdsMatches: true }),
    documents: (leaf, matches) => leaves.documents(leaf, { within: matches, holdsMatches: false }),
    occurrences: (term, matches) => leaves.occurrences(term, { within: matches, holdsMatches: false }),
  }
}
