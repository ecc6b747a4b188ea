import type { Analyser } from '#core/search/analysis/analyser'
import type { Shard } from '#core/search/index/shard'
import { createBinder } from './bindQuery'
import type { PhraseChecker } from './checkPhrases'
import { evaluate, type Evidence } from './evaluate'
import { createNarrowing } from './facets'
import { leavesOf, type PhrasePlan, type Plan, type TermPlan } from './plan'
import { parseQuery } from './parseQuery'
import { rank, type Ranked } from './rank'
import { collectStatistics, scoreTerm, type Matches } from './score'
import type { ParsedQuery } from './syntax'
import type { SearchFacets, SearchQuery } from '../types'

export interface Search {
  readonly shards: readonly Shard[]
  readonly analyser: Analyser
  readonly phrases: PhraseChecker
  readonly text: string
  readonly filter: Pick<SearchQuery, 'kinds' | 'languages'>
  /** How many of the best to rank. */
  readonly most: number
  readonly signal: AbortSignal | undefined
}

export interface Found {
  readonly parsed: ParsedQuery
  readonly plan: Plan | undefined
  readonly total: number
  readonly best: readonly Ranked[]
  readonly facets: SearchFacets
  readonly unknownWords: readonly string[]
}

type Answered = Pick<Found, 'total' | 'best' | 'facets' | 'unknownWords'>

const termsOf = (leaf: TermPlan | PhrasePlan): readonly TermPlan[] =>
  leaf.type === 'term' ? [leaf] : leaf.terms

const checkAll = async (
  { shards, phrases, signal }: Search,
  plan: Plan,
  evidence: Evidence,
): Promise<ReadonlyMap<PhrasePlan, readonly Uint8Array[]>> => {
  const checked = new Map<PhrasePlan, readonly Uint8Array[]>()
  const possible = shards.map((_, at) => evaluate(plan, at, evidence).has)
  for (const leaf of leavesOf(plan, false)) {
    if (leaf.type !== 'phrase') continue
    const candidates = shards.map((_, at) => {
      const { has } = evaluate(leaf, at, evidence)
      return has.map((here, number) => here & (possible[at]?.[number] ?? 0))
    })
    checked.set(leaf, await phrases.check(leaf, shards, candidates, signal))
  }
  return checked
}

const run = async (search: Search, plan: Plan): Promise<Answered> => {
  const { shards } = search
  const statistics = collectStatistics(shards)
  const terms = new Map<TermPlan, readonly Matches[]>()
  for (const term of leavesOf(plan, false).flatMap(termsOf))
    terms.set(term, scoreTerm(shards, term, statistics))
  const evidence = { shards, terms }
  const checked = await checkAll(search, plan, evidence)
  const matches = shards.map((_, at) => evaluate(plan, at, { ...evidence, checked }))
  const asked = leavesOf(plan, true).flatMap(termsOf)
  const narrowing = createNarrowing(search.filter)
  const ranked = rank(shards, matches, asked.length, narrowing.accepts, search.most)
  const nowhere = asked.filter((term) => !terms.get(term)?.some(({ has }) => has.includes(1)))
  const unknownWords = ranked.total > 0 ? [] : [...new Set(nowhere.map(({ label }) => label))]
  return { ...ranked, facets: narrowing.facets(), unknownWords }
}

/** Reads a query, binds it to the shards, and ranks what matches. */
export const runSearch = async (search: Search): Promise<Found> => {
  const parsed = parseQuery(search.text)
  const binder = createBinder(search.analyser, search.shards)
  const plan = binder.bind(parsed.root)
  if (!plan)
    return { parsed, plan, total: 0, best: [], facets: { kinds: [], languages: [] }, unknownWords: [] }
  const found = await run(search, plan)
  if (found.total > 0 || parsed.readAs === 'query') return { parsed, plan, ...found }
  // What was no query must not empty the list: where no item has all its words, those with any of them are shown.
  const loose = binder.bindAny(parsed.root) ?? plan
  return { parsed, plan: loose, ...(await run(search, loose)) }
}
