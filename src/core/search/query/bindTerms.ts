import type { Analyser } from '#core/search/analysis/analyser'
import { scriptOf } from '#core/search/analysis/scripts'
import type { Shard } from '#core/search/index/shard'
import { isWithinEdits } from './editDistance'
import type { Plan, TermPlan } from './plan'
import type { WordMatch } from './syntax'

/** Binds single words to the terms of these shards. */
export const createTermBinder = (analyser: Analyser, shards: readonly Shard[]) => {
  const stemLanguages = [...new Set(shards.flatMap((shard) => shard.stemLanguages()))]
  const languagesOf = (word: string): string[] => {
    const script = scriptOf(word)
    return stemLanguages.filter((language) => analyser.scriptOf(language) === script)
  }

  const exactTerms = (shard: Shard, word: string, stems: readonly string[]): number[] => {
    const terms = new Set(stems.flatMap((stem) => shard.termsOfStem(stem)))
    const own = shard.term(word)
    if (own !== undefined) terms.add(own)
    return [...terms]
  }

  const nearTerms = (shard: Shard, word: string, match: WordMatch, exact: readonly number[]): number[] => {
    if (match === 'whole') return []
    const taken = new Set(exact)
    if (match === 'prefix') return shard.termsWithPrefix(word).filter((term) => !taken.has(term))
    const found: number[] = []
    for (let term = 0; term < shard.termCount(); term++)
      if (!taken.has(term) && isWithinEdits(shard.word(term), word, match.edits)) found.push(term)
    return found
  }

  const term = (word: string, match: WordMatch, field: number | undefined, label = word): TermPlan => {
    const stems = [...new Set(languagesOf(word).map((language) => analyser.stem(word, language)))]
    const exact = shards.map((shard) => exactTerms(shard, word, stems))
    const near = shards.map((shard, at) => nearTerms(shard, word, match, exact[at] ?? []))
    const marked = typeof match === 'object' ? [...exact.entries(), ...near.entries()] : exact.entries()
    const words = new Set([word])
    for (const [at, terms] of marked) for (const number of terms) words.add(shards[at]?.word(number) ?? '')
    return { type: 'term', label, field, exact, near, words, prefix: match === 'prefix' ? word : undefined }
  }

  const literal = (word: string, field: number | undefined): TermPlan => ({
    type: 'term',
    label: word,
    field,
    exact: shards.map((shard) => [shard.term(word)].filter((number) => number !== undefined)),
    near: shards.map(() => []),
    words: new Set([word]),
    prefix: undefined,
  })

  const isOptional = (plan: Plan): boolean =>
    plan.type === 'term' &&
    languagesOf(plan.label).some((language) => analyser.isStopWord(plan.label, language))

  return {
    term,
    /** The word as it is spelled, without its stem. */
    literal,
    /** Whether a word is so common that an item without it matches too. */
    isOptional,
  }
}
