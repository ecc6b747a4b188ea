import type { Shard } from '#core/search/index/shard'
import { gather, nothing } from './gather'
import { isLeaf, type LeafPlan, type NearPlan, type Plan, type TermPlan, type WordGroup } from './plan'
import { sizeOf, type Scratch, type Slice } from './scratch'
import { nearKeys, phraseSpans, spansOf } from './spans'

/** What is known of a query before a shard is looked at: by group and shard, the occurrences of groups whose rarity is measured. */
export type Measured = ReadonlyMap<WordGroup, readonly Slice[]>

/** Finds the documents of one shard that a plan holds for. All lists lie in `scratch`. */
export interface Evaluator {
  /** All documents that the query holds for: unmasked, each once, in no order. */
  readonly matches: (query: Plan) => Slice
  /** Those matches in which a word, a phrase or a NEAR of the query holds. */
  readonly documents: (leaf: LeafPlan, matches: Uint8Array) => Slice
  /** By group, a word's occurrences in matches, and perhaps in other documents. */
  readonly occurrences: (term: TermPlan, matches: Uint8Array) => readonly Slice[]
}

/** Which documents a part of a query is looked for in. */
interface Scope {
  readonly within: Uint8Array | undefined
  /** Whether all that matches the whole query is among them, so that what is found here need not be looked for again. */
  readonly holdsMatches: boolean
}

/** A part of an AND is looked at the sooner, the fewer entries it has. */
type Cost = (plan: Plan) => number

const typedCost = 16

/** How far a document's number lies above the rest of what is packed. */
const shifts = { entry: 12, key: 4, document: 0 } as const

const createCost = (at: number, measured: Measured): Cost => {
  const groupCost = (group: WordGroup): number => {
    const list = measured.get(group)?.[at]
    return list ? sizeOf(list) : (group.terms[at]?.length ?? 0) * typedCost
  }
  const sum = (costs: readonly number[]): number => costs.reduce((whole, cost) => whole + cost, 0)
  const cost: Cost = (plan) => {
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
  return cost
}

export const createEvaluator = (
  scratch: Scratch,
  shard: Shard,
  at: number,
  measured: Measured,
): Evaluator => {
  const cost = createCost(at, measured)
  const knownOccurrences = new Map<WordGroup, Slice>()
  const knownDocuments = new Map<Plan, Slice>()

  const groupOccurrences = (group: WordGroup, field: number | undefined, scope: Scope): Slice => {
    const known = measured.get(group)?.[at] ?? knownOccurrences.get(group)
    if (known) return known
    const found = gather(scratch, shard, group.terms[at] ?? [], { field, within: scope.within })
    if (scope.holdsMatches) knownOccurrences.set(group, found)
    return found
  }

  /** The different documents of lists of entries, keys or documents. */
  const different = (
    lists: readonly Slice[],
    shift: (typeof shifts)[keyof typeof shifts],
    within: Uint8Array | undefined,
  ): Slice => {
    const values = scratch.reserve(lists.reduce((sum, list) => sum + sizeOf(list), 0))
    const seen = scratch.takeMarks()
    let end = scratch.top
    for (const list of lists)
      for (let place = list.start; place < list.end; place++) {
        const document = (values[place] as number) >>> shift
        if (seen[document] || (within && !within[document])) continue
        seen[document] = 1
        values[end++] = document
      }
    const documents = scratch.close(end)
    scratch.giveMarks(seen, documents)
    return documents
  }

  const keep = (list: Slice, test: (document: number) => boolean): Slice => {
    const values = scratch.reserve(sizeOf(list))
    let end = scratch.top
    for (let place = list.start; place < list.end; place++)
      if (test(values[place] as number)) values[end++] = values[place] as number
    return scratch.close(end)
  }

  const everyone = (within: Uint8Array | undefined): Slice => {
    const size = shard.size()
    const values = scratch.reserve(size)
    const masked = shard.masked() > 0
    let end = scratch.top
    for (let document = 0; document < size; document++)
      if (!(within && !within[document]) && !(masked && shard.isMasked(document))) values[end++] = document
    return scratch.close(end)
  }

  const documentsOfKeys = (keys: readonly number[]): Slice => {
    const values = scratch.reserve(keys.length)
    values.set(keys, scratch.top)
    return different([scratch.close(scratch.top + keys.length)], shifts.key, undefined)
  }

  const ofNear = ({ left, right, distance }: NearPlan, { within }: Scope): Slice => {
    const [rarer, other] = cost(left) <= cost(right) ? [left, right] : [right, left]
    const both = inside(other, find(rarer, { within, holdsMatches: false }), false)
    const marks = scratch.markedBy(both)
    const keys = nearKeys(spansOf(shard, at, left, marks), spansOf(shard, at, right, marks), distance)
    scratch.giveMarks(marks, both)
    return documentsOfKeys(keys)
  }

  const inside = (plan: Plan, list: Slice, holdsMatches: boolean): Slice => {
    if (sizeOf(list) === 0) return nothing
    const within = scratch.markedBy(list)
    const found = find(plan, { within, holdsMatches })
    scratch.giveMarks(within, list)
    return found
  }

  const outside = (plan: Plan, list: Slice): Slice => {
    const excluded = inside(plan, list, false)
    const marks = scratch.markedBy(excluded)
    const kept = keep(list, (document) => !marks[document])
    scratch.giveMarks(marks, excluded)
    return kept
  }

  const ofAll = (parts: readonly Plan[], scope: Scope): Slice => {
    const isTest = ({ type }: Plan): boolean => type === 'filter' || type === 'not' || type === 'everything'
    const sets = parts.filter((part) => !isTest(part)).map((part) => ({ part, cost: cost(part) }))
    const [first, ...rest] = sets.sort((a, b) => a.cost - b.cost)
    let list = first ? find(first.part, scope) : everyone(scope.within)
    for (const { part } of rest) list = inside(part, list, scope.holdsMatches)
    for (const part of parts) {
      if (part.type === 'filter') list = keep(list, part.testOf(shard))
      if (part.type === 'not') list = outside(part.part, list)
    }
    return list
  }

  const ofLeaf = (leaf: LeafPlan, scope: Scope): Slice => {
    if (leaf.type === 'near') return ofNear(leaf, scope)
    const { field } = leaf
    if (leaf.type === 'term')
      return different(
        leaf.groups.map((group) => groupOccurrences(group, field, scope)),
        shifts.entry,
        scope.within,
      )
    return documentsOfKeys(phraseSpans(shard, at, leaf, { field, within: scope.within }).keys)
  }

  const find = (plan: Plan, scope: Scope): Slice => {
    switch (plan.type) {
      case 'filter':
        return keep(everyone(scope.within), plan.testOf(shard))
      case 'everything':
        return everyone(scope.within)
      case 'all':
        return ofAll(plan.parts, scope)
      case 'any': {
        // A part of a part is looked for in fewer documents than match.
        const parts = plan.parts.map((part) =>
          find(part, { ...scope, holdsMatches: scope.holdsMatches && isLeaf(part) }),
        )
        return different(parts, shifts.document, undefined)
      }
      case 'not':
        return outside(plan.part, everyone(scope.within))
      default: {
        const found = ofLeaf(plan, scope)
        if (scope.holdsMatches) knownDocuments.set(plan, found)
        return found
      }
    }
  }

  return {
    matches: (query) => find(query, { within: undefined, holdsMatches: true }),
    documents: (leaf, matches) => {
      const known = knownDocuments.get(leaf)
      return known
        ? keep(known, (document) => matches[document] === 1)
        : find(leaf, { within: matches, holdsMatches: false })
    },
    occurrences: ({ groups, field }, matches) =>
      groups.map((group) => groupOccurrences(group, field, { within: matches, holdsMatches: false })),
  }
}
