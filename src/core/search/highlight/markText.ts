import type { Token } from '#core/search/analysis/tokenise'
import { indexedField } from '#core/search/fields'
import {
  leavesOf,
  termsOf,
  type LeafPlan,
  type NearPlan,
  type PhrasePlan,
  type Plan,
  type TermPlan,
} from '#core/search/query/plan'
import type { Stretch } from './codePoints'
import { placeWords, type PlacedWord } from './placeWords'

/** Where a text matches, sorted and apart, and how many different words, phrases and NEARs of the query do. */
export interface Marks {
  readonly stretches: readonly Stretch[]
  readonly different: number
  /** Words as they stand in the text that are of another script than the query's word. */
  readonly foundAs: readonly string[]
}

/** A match and the positions that it takes. */
interface Match extends Stretch {
  readonly first: number
  readonly last: number
}

const matchesOfTerm = (term: TermPlan, words: readonly PlacedWord[]): Match[] => {
  const wanted = term.words()
  return words
    .filter(({ word }) => wanted.has(word) || (term.prefix !== undefined && word.startsWith(term.prefix)))
    .map(({ start, end, position }) => ({ start, end, first: position, last: position }))
}

const matchesOfPhrase = ({ words }: PhrasePlan, row: readonly Token[]): Match[] => {
  const found: Match[] = []
  const length = words.length - 1
  for (let first = 0; first + length < row.length; first++) {
    const last = first + length
    if (words.every((word, offset) => row[first + offset]?.word === word))
      found.push({ start: (row[first] as Token).start, end: (row[last] as Token).end, first, last })
  }
  return found
}

/** Words between two matches; negative where they overlap. */
const gap = (a: Match, b: Match): number => (a.first <= b.first ? b.first - a.last : a.first - b.last) - 1

const isNearAny = (match: Match, others: readonly Match[], distance: number): boolean =>
  others.some((other) => {
    const between = gap(match, other)
    return between >= 0 && between <= distance
  })

const merge = (stretches: readonly Stretch[]): Stretch[] => {
  const merged: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = merged.at(-1)
    if (before && stretch.start < before.end)
      merged[merged.length - 1] = { start: before.start, end: Math.max(before.end, stretch.end) }
    else merged.push({ start: stretch.start, end: stretch.end })
  }
  return merged
}

const isInField = (leaf: LeafPlan, field: number): boolean =>
  leaf.type === 'near'
    ? isInField(leaf.left, field) && isInField(leaf.right, field)
    : leaf.field === undefined || leaf.field === field

/** Marks what a query asks for in texts; what it excludes is not looked for. */
export const createMarker = (plan: Plan, tokenise: (text: string) => readonly Token[]) => {
  const leaves = leavesOf(plan, true)
  const alike = new Set(leaves.flatMap(termsOf).flatMap((term) => [...term.alike()]))

  return (text: string, field: string): Marks => {
    const wanted = leaves.filter((leaf) => isInField(leaf, indexedField(field)))
    if (wanted.length === 0) return { stretches: [], different: 0, foundAs: [] }
    const { words, row } = placeWords(tokenise(text))

    const matchesOf = (leaf: LeafPlan): Match[] => {
      if (leaf.type === 'near') return matchesOfNear(leaf)
      return leaf.type === 'term' ? matchesOfTerm(leaf, words) : matchesOfPhrase(leaf, row)
    }
    /** Only those that stand near one of the other side. */
    const matchesOfNear = ({ left, right, distance }: NearPlan): Match[] => {
      const [lefts, rights] = [matchesOf(left), matchesOf(right)]
      return [
        ...lefts.filter((match) => isNearAny(match, rights, distance)),
        ...rights.filter((match) => isNearAny(match, lefts, distance)),
      ]
    }

    const found = wanted.map(matchesOf).filter((matches) => matches.length > 0)
    const marked = found.flat()
    const starts = new Set(alike.size === 0 ? [] : marked.map(({ start }) => start))
    const ofOtherScripts = words.filter(({ word, start }) => alike.has(word) && starts.has(start))
    return {
      stretches: merge(marked),
      different: found.length,
      foundAs: ofOtherScripts.map(({ start, end }) => text.slice(start, end)),
    }
  }
}
