import { languageByLetters, primaryLanguage, scriptOfLanguage } from './languageScripts'
import { scriptOf, type Script } from './scripts'
import { stemArabic } from './stemmers/arabic'
import { stemHebrew } from './stemmers/hebrew'
import { stemKorean } from './stemmers/korean'
import { lunrLanguages } from './stemmers/lunrStemmers'
import { stemPersian } from './stemmers/persian'
import { stemTurkish } from './stemmers/turkish'
import { stemUkrainian } from './stemmers/ukrainian'
import { createOwnStopWords } from './stopWords'

/** Stems a folded word in a language that this stemmer knows. */
export interface Stemmer {
  readonly stem: (word: string, language: string) => string
  readonly isStopWord: (word: string, language: string) => boolean
  /** The folded stop words of a language, as far as they can be listed: those of English can only be asked for one by one. */
  readonly stopWords: (language: string) => readonly string[]
  /** The stemmer for a word of a text in this language (BCP 47): by the word's script where the language has another. */
  readonly languageOf: (word: string, textLanguage: string | undefined) => string | undefined
  readonly scriptOf: (language: string) => Script
}

const ownStemmers: Readonly<Record<string, (word: string) => string>> = {
  ar: stemArabic,
  fa: stemPersian,
  he: stemHebrew,
  ko: stemKorean,
  tr: stemTurkish,
  uk: stemUkrainian,
}

/** Stemmers and stop words, one language for each word; stems are remembered. */
export const createStemmer = (): Stemmer => {
  const languages = lunrLanguages()
  const ownStopWords = createOwnStopWords()
  const memories = new Map<string, Map<string, string>>()

  const stemmerOf = (language: string): ((word: string) => string) | undefined =>
    ownStemmers[language] ?? languages.get(language)?.stem

  // Texts have few languages, and many words.
  let lastTag: string | undefined
  let lastLanguage: string | undefined
  const primaryOf = (tag: string | undefined): string | undefined => {
    if (tag !== lastTag) [lastTag, lastLanguage] = [tag, primaryLanguage(tag)]
    return lastLanguage
  }

  return {
    scriptOf: scriptOfLanguage,
    stem: (word, language) => {
      const memory = memories.get(language) ?? new Map<string, string>()
      if (memory.size === 0 || memory.size > 200_000) {
        memory.clear()
        memories.set(language, memory)
      }
      const known = memory.get(word)
      if (known !== undefined) return known
      const stem = stemmerOf(language)?.(word) ?? word
      memory.set(word, stem)
      return stem
    },
    isStopWord: (word, language) =>
      ownStopWords(language).has(word) || languages.get(language)?.isStopWord(word) === true,
    stopWords: (language) => [
      ...new Set([...ownStopWords(language), ...(languages.get(language)?.stopWords() ?? [])]),
    ],
    languageOf: (word, textLanguage) => {
      const script = scriptOf(word)
      const language = primaryOf(textLanguage)
      // A text in a language without a stemmer is not stemmed as if it were English.
      if (language && scriptOfLanguage(language) === script) return stemmerOf(language) ? language : undefined
      return languageByLetters(word, script)
    },
  }
}
