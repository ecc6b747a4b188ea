import { createStemmer, type Stemmer } from './stemmer'
import { createTokeniser, type Token } from './tokenise'

/** From a text to folded words, and from a word to its stems. */
export interface Analyser extends Stemmer {
  readonly tokenise: (text: string) => readonly Token[]
}

export const createAnalyser = (): Analyser => ({ ...createStemmer(), tokenise: createTokeniser() })

/**
 * Name of what the analyser does: an index that was made by another is made anew. It holds the version of ICU, since the
 * words of Chinese or Thai are cut by its dictionaries.
 */
export const analyserVersion = (): string =>
  `1/unicode-${process.versions['unicode'] ?? '?'}/icu-${process.versions['icu'] ?? '?'}`
