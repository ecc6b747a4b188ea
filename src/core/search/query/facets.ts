import { facetNames, type FacetName } from '#shared/facets'
import type { Shard } from '#core/search/index/shard'
import type { FacetCounts, FacetFilter } from '#core/search/types'
import { createColumnTest, isLanguage } from './columnTest'
import { isWithinMonths } from './dates'
import type { DocumentTest } from './plan'
import { sizeOf, type Scratch, type Slice } from './scratch'

/** Of the matches of a shard, those that are shown; and by facet those that only its own included values leave out. */
export interface Narrowed {
  readonly shown: Slice
  readonly missed: ReadonlyMap<FacetName, Slice>
}

export interface Narrowing {
  readonly narrow: (shard: Shard, matches: Slice) => Narrowed
}

const mostValues = 30

/** Whether a value of a facet is among those asked for. */
const matcherOf = (facet: FacetName, asked: readonly string[]): ((value: string) => boolean) => {
  if (facet === 'language') return (value) => asked.some((one) => isLanguage(value, one))
  if (facet === 'month') return (value) => asked.some((one) => isWithinMonths(value, one))
  const known = new Set(asked)
  return (value) => known.has(value)
}

const byFacet = (filters: readonly FacetFilter[]): (readonly FacetFilter[])[] =>
  facetNames
    .map((facet) => filters.filter((filter) => filter.facet === facet))
    .filter(({ length }) => length > 0)

/** Included values of one facet are alternatives; all facets must hold; an excluded value must not. */
export const createNarrowing = (scratch: Scratch, filters: readonly FacetFilter[]): Narrowing => {
  const excluded = byFacet(filters.filter((filter) => filter.excluded))
  const included = byFacet(filters.filter((filter) => !filter.excluded))

  const testOf = (shard: Shard, alternatives: readonly FacetFilter[]): DocumentTest => {
    const [first] = alternatives
    if (!first) return () => false
    const values = alternatives.map(({ value }) => value)
    return createColumnTest(shard.column(first.facet), matcherOf(first.facet, values))
  }

  const narrow: Narrowing['narrow'] = (shard, matches) => {
    if (filters.length === 0) return { shown: matches, missed: new Map() }
    const refused = excluded.map((alternatives) => testOf(shard, alternatives))
    const wanted = included.map((alternatives) => testOf(shard, alternatives))
    const failures = wanted.map((): number[] => [])
    const values = scratch.reserve(sizeOf(matches))
    let end = scratch.top
    for (let at = matches.start; at < matches.end; at++) {
      const document = values[at] as number
      if (refused.some((test) => test(document))) continue
      const failed = wanted.findIndex((test) => !test(document))
      if (failed < 0) values[end++] = document
      else if (wanted.every((test, other) => other <= failed || test(document)))
        failures[failed]?.push(document)
    }
    const shown = scratch.close(end)
    const missed = included.map(
      ([filter], at) => [filter?.facet as FacetName, listOf(failures[at] ?? [])] as const,
    )
    return { shown, missed: new Map(missed) }
  }

  const listOf = (documents: readonly number[]): Slice => {
    scratch.reserve(documents.length).set(documents, scratch.top)
    return scratch.close(scratch.top + documents.length)
  }

  return { narrow }
}

export interface FacetCounter {
  readonly count: (shard: Shard, narrowed: Narrowed) => void
  readonly counts: () => readonly FacetCounts[]
}

type Value = FacetCounts['values'][number]

const byCount = (a: Value, b: Value): number => b.count - a.count || (a.value < b.value ? -1 : 1)
const byValue = (a: Value, b: Value): number => (a.value < b.value ? -1 : 1)

/** The first of many by count, without sorting all. */
const commonest = (counts: ReadonlyMap<string, number>): readonly Value[] => {
  let chosen: Value[] = []
  let least = 0
  for (const [value, count] of counts) {
    if (count < least) continue
    chosen.push({ value, count })
    if (chosen.length < 8 * mostValues) continue
    chosen = chosen.sort(byCount).slice(0, mostValues)
    least = chosen.at(-1)?.count ?? 0
  }
  return chosen.sort(byCount).slice(0, mostValues)
}

/** Counts values by their number in each shard, and adds the shards up by value. */
export const createFacetCounter = (scratch: Scratch): FacetCounter => {
  const totals = new Map<FacetName, Map<string, number>>(facetNames.map((facet) => [facet, new Map()]))

  const countFacet = (shard: Shard, facet: FacetName, lists: readonly Slice[]): void => {
    const { values, starts, numbers } = shard.column(facet)
    const total = totals.get(facet)
    if (!total || values.length === 0) return
    const tally = scratch.tally(values.length)
    const documents = scratch.values
    for (const list of lists)
      for (let place = list.start; place < list.end; place++) {
        const document = documents[place] as number
        const end = starts[document + 1] as number
        for (let at = starts[document] as number; at < end; at++) {
          const number = numbers[at] as number
          tally[number] = (tally[number] as number) + 1
        }
      }
    for (let number = 0; number < values.length; number++) {
      const count = tally[number] as number
      if (count === 0) continue
      const value = values[number] as string
      total.set(value, (total.get(value) ?? 0) + count)
    }
  }

  return {
    count: (shard, { shown, missed }) => {
      for (const facet of facetNames) {
        scratch.checkpoint()
        const own = missed.get(facet)
        countFacet(shard, facet, own ? [shown, own] : [shown])
      }
    },
    counts: () =>
      [...totals].flatMap(([facet, counts]) => {
        if (counts.size === 0) return []
        const values =
          facet === 'month'
            ? [...counts].map(([value, count]) => ({ value, count })).sort(byValue)
            : commonest(counts)
        return [{ facet, values, more: counts.size - values.length }]
      }),
  }
}
