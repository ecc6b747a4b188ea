import type { FacetName } from '#shared/facets'
import type { Analyser } from '#core/search/analysis/analyser'
import type { Shard } from '#core/search/index/shard'
import { scriptOf } from '#core/search/analysis/scripts'
import { isWithinEdits } from '../editDistance'
import { countValues, type ColumnShard } from '../facetColumns'
import { facetOf } from '../facetOf'
import { createFacetWords } from './facetWords'
import { splitWords } from './spaces'
import {
  byScore,
  createSpelling,
  frequencyOf,
  toAlternative,
  type Alternative,
  type SpellingShard,
} from './spelling'
import type { Piece } from './typedPieces'

/** The part of a shard that suggestions read. */
export type SuggestionShard = SpellingShard &
  ColumnShard &
  Pick<Shard, 'termsOfStem' | 'termsWithPrefix' | 'stemLanguages'>

export type WordAnalyser = Pick<Analyser, 'tokenise' | 'stem' | 'scriptOf'>

/** A word in so few documents is taken for an error where another, one letter away, is in so many times more. */
const fewDocuments = 10
const muchCommoner = 50

/** Facets whose values are looked for by their words. */
const wordFacets: ReadonlySet<FacetName | undefined> = new Set<FacetName>([
  'publisher',
  'source',
  'place',
  'person',
  'keyword',
  'collection',
])

/** Answers with the words that a piece of a query may have meant, likeliest first; none where it is likely meant as it is. */
export const createWordAlternatives = (analyser: WordAnalyser, checkpoint: () => void) => {
  const spelling = createSpelling(checkpoint)
  const facetWords = createFacetWords()

  const stemsOf = (shards: readonly SuggestionShard[], word: string): readonly string[] => {
    const languages = new Set(shards.flatMap((shard) => shard.stemLanguages()))
    return [...languages]
      .filter((language) => analyser.scriptOf(language) === scriptOf(word))
      .map((language) => analyser.stem(word, language))
  }

  /** About how many documents it finds, as far as that decides whether it is an error. */
  const foundBy = (shards: readonly SuggestionShard[], { word, isBeginning, isLiteral }: Piece): number => {
    const own = frequencyOf(shards, word)
    if (isLiteral) return own
    const stems = stemsOf(shards, word)
    let found = 0
    for (const shard of shards) {
      const begun = isBeginning ? shard.termsWithPrefix(word) : []
      if (begun.length > fewDocuments) return Infinity
      const terms = new Set([...begun, ...stems.flatMap((stem) => shard.termsOfStem(stem))])
      for (const term of terms) found += shard.frequency(term)
    }
    return Math.max(own, found)
  }

  const amongAll = (shards: readonly SuggestionShard[], piece: Piece): readonly Alternative[] => {
    const found = foundBy(shards, piece)
    if (found > fewDocuments) return []
    const alternatives = spelling(shards, piece.word)
    if (found === 0) return [...alternatives, ...splitWords(shards, piece.word)].sort(byScore)
    const stems = new Set(stemsOf(shards, piece.word))
    return alternatives.filter(
      ({ word, count, cost }) =>
        cost <= 1 && count >= muchCommoner * found && !stemsOf(shards, word).some((stem) => stems.has(stem)),
    )
  }

  return (shards: readonly SuggestionShard[], piece: Piece): readonly Alternative[] => {
    const { word, among, field, isBeginning } = piece
    const facet = field === undefined ? undefined : facetOf(field)
    if (among) {
      const counts = facet === undefined ? undefined : countValues(shards, facet)
      return among
        .filter((name) => isWithinEdits(word, name, Math.min(2, word.length - 2)))
        .map((name) => toAlternative(word, name, 1 + (counts?.get(name) ?? 0)))
        .sort(byScore)
    }
    if (facet === undefined || !wordFacets.has(facet)) return amongAll(shards, piece)
    const words = facetWords(shards, facet)
    if (words.has(word, isBeginning)) return []
    const alternatives = words.alternatives(word)
    return alternatives.length > 0 ? alternatives : amongAll(shards, piece)
  }
}
