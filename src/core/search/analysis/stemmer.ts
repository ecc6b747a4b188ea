import lunr from 'lunr'
import da from 'lunr-languages/lunr.da.js'
import de from 'lunr-languages/lunr.de.js'
import el from 'lunr-languages/lunr.el.js'
import es from 'lunr-languages/lunr.es.js'
import fi from 'lunr-languages/lunr.fi.js'
import fr from 'lunr-languages/lunr.fr.js'
import hu from 'lunr-languages/lunr.hu.js'
import it from 'lunr-languages/lunr.it.js'
import nl from 'lunr-languages/lunr.nl.js'
import no from 'lunr-languages/lunr.no.js'
import pl from 'lunr-languages/lunr.pl.js'
import pt from 'lunr-languages/lunr.pt.js'
import ro from 'lunr-languages/lunr.ro.js'
import ru from 'lunr-languages/lunr.ru.js'
import support from 'lunr-languages/lunr.stemmer.support.js'
import sv from 'lunr-languages/lunr.sv.js'
import tr from 'lunr-languages/lunr.tr.js'
import { stemArabic } from './arabicStem'
import { foldWord } from './fold'
import { scriptOf, type StemScript } from './scripts'

type PipelineFunction = (token: lunr.Token) => lunr.Token | undefined
interface Language {
  readonly stemmer: PipelineFunction
  readonly stopWordFilter: PipelineFunction
}
type Plugin = (engine: typeof lunr) => void

const plugins: Readonly<Record<string, Plugin>> = {
  da, de, el, es, fi, fr, hu, it, nl, no, pl, pt, ro, ru, sv, tr,
} // prettier-ignore

const scripts: Readonly<Record<string, StemScript>> = { ar: 'Arabic', el: 'Greek', ru: 'Cyrillic' }
const defaults: Readonly<Record<StemScript, string | undefined>> = {
  Latin: 'en',
  Cyrillic: 'ru',
  Greek: 'el',
  Arabic: 'ar',
  other: undefined,
}

/** Stems a folded word in a language that this stemmer knows. */
export interface Stemmer {
  readonly stem: (word: string, language: string) => string
  readonly isStopWord: (word: string, language: string) => boolean
  /** The stemmer for a word of a text in this language (BCP 47): by the word's script where the language has another. */
  readonly languageOf: (word: string, textLanguage: string | undefined) => string | undefined
  readonly scriptOf: (language: string) => StemScript
}

const pipelineFunctions = (): ReadonlyMap<string, Language> => {
  const engine = lunr as typeof lunr & Record<string, Language>
  // lunr is one object for the whole process, to which each plugin adds its language; a second time it would warn.
  if (!('stemmerSupport' in lunr)) support(lunr)
  for (const [name, plugin] of Object.entries(plugins)) if (!(name in lunr)) plugin(lunr)
  const languages = Object.keys(plugins).map((name) => [name, engine[name] as Language] as const)
  return new Map([
    [
      'en',
      { stemmer: lunr.stemmer as PipelineFunction, stopWordFilter: lunr.stopWordFilter as PipelineFunction },
    ],
    ...languages,
  ])
}

/** lunr's and lunr-languages' stemmers and stop words, one language for each word, with their results remembered. */
export const createStemmer = (): Stemmer => {
  const languages = pipelineFunctions()
  const memories = new Map<string, Map<string, string>>()
  const stopWords = new Map<string, boolean>()
  const scriptOfLanguage = (language: string): StemScript => scripts[language] ?? 'Latin'

  const compute = (word: string, language: string): string => {
    if (language === 'ar') return stemArabic(word)
    const stemmer = languages.get(language)?.stemmer
    return stemmer ? foldWord(stemmer(new lunr.Token(word, {}))?.toString() ?? word) || word : word
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
      const stem = compute(word, language)
      memory.set(word, stem)
      return stem
    },
    isStopWord: (word, language) => {
      const key = `${language} ${word}`
      const known = stopWords.get(key)
      if (known !== undefined) return known
      const filter = languages.get(language)?.stopWordFilter
      const answer = filter !== undefined && filter(new lunr.Token(word, {})) === undefined
      if (stopWords.size > 50_000) stopWords.clear()
      stopWords.set(key, answer)
      return answer
    },
    languageOf: (word, textLanguage) => {
      const script = scriptOf(word)
      const primary = textLanguage?.toLowerCase().split('-')[0]
      const language = primary === 'nb' || primary === 'nn' ? 'no' : primary
      // A text in a language without a stemmer is not stemmed as if it were English.
      if (language && languageScript(language, languages) === script)
        return languages.has(language) || language === 'ar' ? language : undefined
      return defaults[script]
    },
  }
}

/** The script that a language's texts are written in, so far as a stemmer could be mistaken for theirs. */
const languageScript = (
  language: string,
  languages: ReadonlyMap<string, Language>,
): StemScript | undefined => {
  if (languages.has(language) || language === 'ar') return scripts[language] ?? 'Latin'
  if (['uk', 'bg', 'sr', 'mk', 'be', 'kk'].includes(language)) return 'Cyrillic'
  if (['fa', 'ur', 'ps', 'ug'].includes(language)) return 'Arabic'
  if (['zh', 'ja', 'ko', 'th', 'he', 'hi', 'bn', 'ta', 'te', 'ka', 'hy', 'und'].includes(language))
    return undefined
  return 'Latin'
}
