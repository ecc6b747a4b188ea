import type { Analyser } from '#core/search/analysis/analyser'
import type { Shard } from '#core/search/index/shard'
import type { FacetCounts, FacetFilter, SortOrder } from '#core/search/types'
import { createBinder } from './bindQuery'
import { createEvaluator } from './evaluate'
import { createFacetCounter, createNarrowing } from './facets'
import { countEntries } from './gather'
import { leavesOf, termsOf, type Plan, type TermPlan } from './plan'
import { parseQuery } from './parseQuery'
import { createRanking, type Ranked } from './rank'
import { createScorer } from './score'
import { sizeOf, type Scratch } from './scratch'
import { collectStatistics, measure, ourScoring, type Measured, type Scoring } from './statistics'
import type { ParsedQuery } from './syntax'
import type { WordMemory } from './wordMemory'

export interface Search {
  readonly shards: readonly Shard[]
  readonly analyser: Analyser
  readonly scratch: Scratch
  readonly text: string
  readonly filters: readonly FacetFilter[]
  readonly sort: SortOrder
  /** How many of the best to rank. */
  readonly most: number
  readonly countFacets: boolean
  readonly scoring?: Scoring
  readonly words?: WordMemory
}

export interface Found {
  readonly parsed: ParsedQuery
  readonly plan: Plan | undefined
  readonly total: number
  readonly best: readonly Ranked[]
  readonly facets: readonly FacetCounts[]
  readonly unknownWords: readonly string[]
}

type Answered = Pick<Found, 'total' | 'best' | 'facets' | 'unknownWords'>

const nothingFound: Answered = { total: 0, best: [], facets: [], unknownWords: [] }

/** Labels of the words that no item has. */
const wordsNowhere = (
  { shards, scratch }: Search,
  terms: readonly TermPlan[],
  measured: Measured,
): string[] => {
  const isSomewhere = ({ groups, field }: TermPlan): boolean =>
    groups.some((group) =>
      shards.some(
        (shard, at) =>
          (measured.get(group)?.[at] ?? countEntries(scratch, shard, group.terms[at] ?? [], field)) > 0,
      ),
    )
  return [...new Set(terms.filter((term) => !isSomewhere(term)).map(({ label }) => label))]
}

/** Answers a plan: what holds in each shard, what of it passes the filters, and the first of that in the order asked for. */
export const runPlan = (search: Search, plan: Plan): Answered => {
  const { shards, scratch, scoring = ourScoring } = search
  scratch.prepare(Math.max(0, ...shards.map((shard) => shard.size())))
  const positive = leavesOf(plan, true)
  const measured = measure(scratch, shards, leavesOf(plan, false).flatMap(termsOf))
  const scorer = createScorer(scratch, positive, measured, collectStatistics(shards, scoring), scoring)
  const narrowing = createNarrowing(scratch, search.filters)
  const ranking = createRanking(shards, search.sort, search.most)
  const counter = search.countFacets ? createFacetCounter(scratch) : undefined
  const mark = scratch.top
  let total = 0

  for (const [at, shard] of shards.entries()) {
    const evaluator = createEvaluator(scratch, shard, at, measured)
    const narrowed = narrowing.narrow(shard, evaluator.matches(plan))
    const { shown } = narrowed
    total += sizeOf(shown)
    counter?.count(shard, narrowed)
    scorer.score(shard, evaluator, shown, (document, score) => ranking.offer(at, document, score))
    scratch.top = mark
  }
  const unknownWords = total > 0 ? [] : wordsNowhere(search, positive.flatMap(termsOf), measured)
  return { total, best: ranking.best(), facets: counter?.counts() ?? [], unknownWords }
}

/** Reads a query, binds it to the shards, and ranks what matches. */
export const runSearch = (search: Search): Found => {
  const parsed = parseQuery(search.text)
  const { analyser, shards, scratch, words } = search
  const binder = createBinder(analyser, shards, { checkpoint: scratch.checkpoint, words: words?.of(shards) })
  const plan = binder.bind(parsed.root) ?? everythingFiltered(search)
  if (!plan) return { parsed, plan, ...nothingFound }
  const found = runPlan(search, plan)
  if (found.total > 0 || parsed.readAs === 'query') return { parsed, plan, ...found }
  // What was no query must not empty the list: where no item has all its words, those with any of them are shown.
  const loose = binder.bindAny(parsed.root) ?? plan
  return { parsed, plan: loose, ...runPlan(search, loose) }
}

/** Filters without any text narrow the whole archive. */
const everythingFiltered = ({ text, filters }: Search): Plan | undefined =>
  filters.length > 0 && text.trim() === '' ? { type: 'everything' } : undefined
