import type { Token } from '#core/search/analysis/tokenise'
import type { NearPlan, PhrasePlan, TermPlan } from '#core/search/query/plan'
import type { Stretch } from './codePoints'
import { placeWords, type PlacedWord } from './placeWords'

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

/** Finds in a text what depends on the order of its words; of a NEAR what stands near one of the other side. */
export const createRowMatcher = (
  tokens: readonly Token[],
): ((leaf: PhrasePlan | NearPlan) => readonly Stretch[]) => {
  const { words, row } = placeWords(tokens)
  const matchesOf = (leaf: TermPlan | PhrasePlan): Match[] =>
    leaf.type === 'term' ? matchesOfTerm(leaf, words) : matchesOfPhrase(leaf, row)
  return (leaf) => {
    if (leaf.type === 'phrase') return matchesOfPhrase(leaf, row)
    const [lefts, rights] = [matchesOf(leaf.left), matchesOf(leaf.right)]
    return [
      ...lefts.filter((match) => isNearAny(match, rights, leaf.distance)),
      ...rights.filter((match) => isNearAny(match, lefts, leaf.distance)),
    ]
  }
}
