import type { Shard } from '#core/search/index/shard'
import { createEditMatcher } from './editDistance'

type Dictionary = Pick<Shard, 'termCount' | 'word' | 'termsWithPrefix'>

/** After so many words in a row with one hopeless beginning it pays to ask where they end. */
const patience = 16

/** Terms of a shard that differ from a word by so many letters at most. What begins hopelessly is passed over in one step. */
export const termsWithin = (shard: Dictionary, wanted: string, edits: number): number[] => {
  const { matches, hopelessFor } = createEditMatcher(wanted, edits)
  const count = shard.termCount()
  const found: number[] = []
  let isSorted = true
  for (let term = 0; term < count; term++) {
    if (matches(shard.word(term))) found.push(term)
    const beginning = isSorted ? hopelessFor(patience) : undefined
    if (beginning === undefined) continue
    const alike = shard.termsWithPrefix(beginning)
    const [first = 0] = alike
    const last = alike.at(-1) ?? 0
    // Only where all that begin so stand together is there nothing else among them.
    isSorted = first <= term && last >= term && last - first + 1 === alike.length
    if (isSorted) term = last
  }
  return found
}
