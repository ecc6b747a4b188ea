import type { Analyser } from '#core/search/analysis/analyser'
import { scriptOf } from '#core/search/analysis/scripts'
import type { Shard } from '#core/search/index/shard'
import type { TermPlan, WordGroup } from './plan'
import type { WordMatch } from './syntax'
import { longestWord, wordTableOf } from './suggestions/wordTable'
import { isWithinEdits } from './editDistance'
import { termsWithin } from './termsWithin'
import type { BoundWords } from './wordMemory'

/** What a word that only begins like the one asked for, or is spelled nearly so, is worth beside it. */
const nearWeight = 0.3
/** What a word of another script is worth that sounds like the one asked for. */
const alikeWeight = 0.5
/** A word that is still being typed tells as much as one that an item in twenty holds. */
const typedIdf = 3

/** Made when first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const without = (terms: readonly number[], taken: readonly number[]): readonly number[] => {
  if (taken.length === 0 || terms.length === 0) return terms
  const known = new Set(taken)
  return terms.filter((term) => !known.has(term))
}

/** The word and those that share a stem with it in a text of this shard. */
const termsSharing = (shard: Shard, word: string, stems: readonly string[]): Set<number> => {
  const terms = new Set(stems.flatMap((stem) => shard.termsOfStem(stem)))
  const own = shard.term(word)
  if (own !== undefined) terms.add(own)
  return terms
}

/**
 * The word and those that share a stem with it anywhere, by shard: a word that has the stem in a text of one shard counts in all of
 * them, as it does where those texts are in one.
 */
const exactTerms = (
  shards: readonly Shard[],
  word: string,
  stems: readonly string[],
): readonly (readonly number[])[] => {
  const sharing = shards.map((shard) => termsSharing(shard, word, stems))
  if (shards.length === 1) return sharing.map((terms) => [...terms])
  const words = sharing.map((terms, at) => [...terms].map((term) => shards[at]?.word(term) ?? ''))
  const all = new Set(words.flat())
  return shards.map((shard, at) => {
    const known = new Set(words[at])
    const more = [...all].filter((one) => !known.has(one)).map((one) => shard.term(one))
    return [...(sharing[at] ?? []), ...more.filter((term) => term !== undefined)]
  })
}

const misspelt = (shard: Shard, word: string, edits: 1 | 2): readonly number[] => {
  if (word.length + edits > longestWord) return termsWithin(shard, word, edits)
  const candidates = wordTableOf(shard).near(word, edits)
  return candidates.filter((term) => isWithinEdits(word, shard.word(term), edits))
}

const nearTerms = (shard: Shard, word: string, match: WordMatch): readonly number[] => {
  if (match === 'whole') return []
  return match === 'prefix' ? shard.termsWithPrefix(word) : misspelt(shard, word, match.edits)
}

/** Words of other scripts that sound like it: those of its keys that are spellings of it. */
const alikeTerms = (
  analyser: Analyser,
  shard: Shard,
  word: string,
  keys: readonly string[],
): readonly number[] => {
  const terms = new Set(keys.flatMap((key) => shard.termsOfKey(key)))
  return [...terms].filter((term) => analyser.isAcrossScripts(word, shard.word(term)))
}

export interface BindingOptions {
  /** As in `Scratch`. */
  readonly checkpoint?: () => void
  /** What is known of whole words from queries before. */
  readonly words?: BoundWords | undefined
}

/** Binds single words to the terms of these shards. */
export const createTermBinder = (
  analyser: Analyser,
  shards: readonly Shard[],
  { checkpoint = () => undefined, words: wholeWords = new Map<string, TermPlan>() }: BindingOptions = {},
) => {
  const stemLanguages = [...new Set(shards.flatMap((shard) => shard.stemLanguages()))]
  const languagesOf = (word: string): string[] => {
    const script = scriptOf(word)
    return stemLanguages.filter((language) => analyser.scriptOf(language) === script)
  }

  const wordsOf = (groups: readonly WordGroup[]): Set<string> => {
    const words = new Set<string>()
    for (const { terms } of groups)
      for (const [at, numbers] of terms.entries())
        for (const number of numbers) words.add(shards[at]?.word(number) ?? '')
    return words
  }

  const otherWords = new Map<string, TermPlan>()

  const term = (word: string, match: WordMatch, field: number | undefined): TermPlan => {
    const known = match === 'whole' ? wholeWords : otherWords
    const asked = JSON.stringify([word, match, field])
    const plan = known.get(asked) ?? bindTerm(word, match, field)
    known.set(asked, plan)
    return plan
  }

  const bindTerm = (word: string, match: WordMatch, field: number | undefined): TermPlan => {
    checkpoint()
    const languages = languagesOf(word)
    const stems = [...new Set(languages.map((language) => analyser.stem(word, language)))]
    const keys = analyser.keysAcross(word)
    const exact = exactTerms(shards, word, stems)
    const near = shards.map((shard, at) => without(nearTerms(shard, word, match), exact[at] ?? []))
    const alike = shards.map((shard, at) => without(alikeTerms(analyser, shard, word, keys), exact[at] ?? []))
    const exactGroup: WordGroup = { terms: exact, weight: 1 }
    const nearGroup: WordGroup = {
      terms: near,
      weight: nearWeight,
      ...(match === 'prefix' ? { fixedIdf: typedIdf } : {}),
    }
    const alikeGroup: WordGroup = {
      terms: alike.map((terms, at) => without(terms, near[at] ?? [])),
      weight: alikeWeight,
    }
    const groups = [exactGroup, nearGroup, alikeGroup].filter(({ terms }) =>
      terms.some(({ length }) => length > 0),
    )
    const marked = typeof match === 'object' ? groups : groups.filter((group) => group !== nearGroup)
    return {
      type: 'term',
      label: word,
      field,
      isCommon: languages.some((language) => analyser.isStopWord(word, language)),
      groups,
      words: once(() => wordsOf(marked).add(word)),
      prefix: match === 'prefix' ? word : undefined,
      alike: once(() => wordsOf(groups.filter((group) => group === alikeGroup))),
    }
  }

  const literal = (word: string, field: number | undefined): TermPlan => {
    const terms = shards.map((shard) => [shard.term(word)].filter((number) => number !== undefined))
    const groups = terms.some(({ length }) => length > 0) ? [{ terms, weight: 1 }] : []
    const words = new Set([word])
    return {
      type: 'term',
      label: word,
      field,
      isCommon: false,
      groups,
      words: () => words,
      prefix: undefined,
      alike: () => new Set(),
    }
  }

  return {
    term,
    /** The word as it is spelled, without its stem; it has to be there, however common it is. */
    literal,
  }
}
