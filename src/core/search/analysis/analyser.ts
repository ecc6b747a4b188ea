import { createStemmer, type Stemmer } from './stemmer'
import { createTokeniser, type Token } from './tokenise'

/** From a text to folded words, and from a word to its stems. */
export interface Analyser extends Stemmer {
  readonly tokenise: (text: string) => readonly Token[]
  /** Keys under which a folded word is found across scripts. */
  readonly keysOf?: (word: string) => readonly string[]
}

export const createAnalyser = (): Analyser => ({ ...createStemmer(), tokenise: createTokeniser() })

/**
 * Name of what the analyser does: an index that was made by another is made anew. The version of ICU is not part of it,
 * though its dictionaries cut Chinese and Thai: the hosts run on different ones, and would make each other's index anew at every
 * start. A word that was cut otherwise is found by its characters.
 */
export const analyserVersion = '1'
