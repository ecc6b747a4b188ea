import { createTextLanguages } from './detection/languageOfText'
import { createNames, type Names } from './names/names'
import { createStemmer, type Stemmer } from './stemmer'
import { createTokeniser, type Token } from './tokenise'

/** From a text to folded words, and from a word to its stems and to what it sounds like. */
export interface Analyser extends Stemmer, Names {
  readonly tokenise: (text: string) => readonly Token[]
  /** The language of a text that states none, by its words and the language of what it stands in (BCP 47). */
  readonly languageOfText: (tokens: readonly Token[], around: string | undefined) => string | undefined
}

export const createAnalyser = (): Analyser => {
  const stemmer = createStemmer()
  return {
    ...stemmer,
    ...createNames(stemmer),
    tokenise: createTokeniser(),
    languageOfText: createTextLanguages(stemmer),
  }
}

/**
 * Name of what the analyser does: an index that was made by another is made anew. The version of ICU is not part of it,
 * though its dictionaries cut Chinese and Thai: the hosts run on different ones, and would make each other's index anew at every
 * start. A word that was cut otherwise is found by its characters.
 */
export const analyserVersion = '2'
