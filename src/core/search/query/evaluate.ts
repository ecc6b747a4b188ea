import type { Shard } from '#core/search/index/shard'
import { indexedDocument } from './indexedDocument'
import { leavesOf, type PhrasePlan, type Plan, type TermPlan } from './plan'
import { noMatches, type Matches } from './score'

/** What is known of the words of a query, by shard. Phrases that were not checked yet count wherever their words occur. */
export interface Evidence {
  readonly shards: readonly Shard[]
  readonly terms: ReadonlyMap<TermPlan, readonly Matches[]>
  readonly checked?: ReadonlyMap<PhrasePlan, readonly Uint8Array[]>
}

const each = (size: number, visit: (document: number) => void): void => {
  for (let document = 0; document < size; document++) visit(document)
}

const sumInto = (sum: Matches, part: Matches, document: number): void => {
  sum.scores[document] = (sum.scores[document] as number) + (part.scores[document] as number)
  sum.words[document] = Math.min(255, (sum.words[document] as number) + (part.words[document] as number))
}

const intersect = (size: number, parts: readonly Matches[], optional: readonly Matches[]): Matches => {
  const result = noMatches(size)
  each(size, (document) => {
    if (!parts.every((part) => part.has[document])) return
    result.has[document] = 1
    for (const part of parts) sumInto(result, part, document)
    for (const part of optional) sumInto(result, part, document)
  })
  return result
}

const unite = (size: number, parts: readonly Matches[]): Matches => {
  const result = noMatches(size)
  for (const part of parts)
    each(size, (document) => {
      if (!part.has[document]) return
      result.has[document] = 1
      sumInto(result, part, document)
    })
  return result
}

const where = (size: number, test: (document: number) => boolean): Matches => {
  const result = noMatches(size)
  each(size, (document) => {
    if (test(document)) result.has[document] = 1
  })
  return result
}

/** Evaluates a plan over one shard. */
export const evaluate = (plan: Plan, at: number, evidence: Evidence): Matches => {
  const shard = evidence.shards[at] as Shard
  const size = shard.size()
  const inner = (part: Plan): Matches => evaluate(part, at, evidence)
  switch (plan.type) {
    case 'term':
      return evidence.terms.get(plan)?.[at] ?? noMatches(size)
    case 'phrase': {
      const candidates = intersect(size, plan.terms.map(inner), [])
      const checked = evidence.checked?.get(plan)?.[at]
      return checked ? intersect(size, [candidates, { ...noMatches(size), has: checked }], []) : candidates
    }
    case 'filter':
      return where(size, (document) => plan.test(indexedDocument(shard, document)))
    case 'all':
      return intersect(size, plan.parts.map(inner), plan.optional.map(inner))
    case 'any':
      return unite(size, plan.parts.map(inner))
    case 'not': {
      // Before phrases are checked, nothing may be excluded for one.
      if (!evidence.checked && leavesOf(plan.part, false).some((leaf) => leaf.type === 'phrase'))
        return where(size, () => true)
      const excluded = inner(plan.part)
      return where(size, (document) => !excluded.has[document])
    }
  }
}
