import { foldWord } from '#core/search/analysis/fold'
import { countValues, type ColumnShard, type CompletedFacet } from '../facetColumns'
import { isWithinEdits } from '../editDistance'
import { byScore, editsAllowed, toAlternative, type Alternative } from './spelling'

/** A word of a facet's values as it is written there first. */
interface FacetWord {
  readonly spelled: string
  readonly count: number
}

/** The words of which a facet's values are made, by their folded form. */
export const facetWords = (
  shards: readonly ColumnShard[],
  facet: CompletedFacet,
): ReadonlyMap<string, FacetWord> => {
  const words = new Map<string, FacetWord>()
  for (const [value, count] of countValues(shards, facet))
    for (const spelled of value.split(/[^\p{L}\p{M}\p{N}]+/u)) {
      const word = foldWord(spelled)
      const known = words.get(word)
      if (word !== '')
        words.set(word, { spelled: known?.spelled ?? spelled, count: count + (known?.count ?? 0) })
    }
  return words
}

/** Words of a facet that are spelled nearly so, as its values spell them. */
export const facetAlternatives = (
  words: ReadonlyMap<string, FacetWord>,
  typed: string,
): readonly Alternative[] => {
  const edits = editsAllowed(typed)
  if (edits === 0) return []
  return [...words]
    .filter(([word]) => isWithinEdits(typed, word, edits))
    .map(([word, { spelled, count }]) => ({ ...toAlternative(typed, word, count), word: spelled }))
    .sort(byScore)
}
