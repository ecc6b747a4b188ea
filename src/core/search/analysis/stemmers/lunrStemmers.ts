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
import { foldWord } from '../fold'
import { mendings } from './mending'

type PipelineFunction = (token: lunr.Token) => lunr.Token | undefined
type Engine = typeof lunr & Record<string, { readonly stemmer: PipelineFunction }>
type Plugin = (engine: typeof lunr) => void

/** A language as lunr knows it, over folded words. */
export interface LunrLanguage {
  readonly stem: (word: string) => string
  readonly isStopWord: (word: string) => boolean
  /** All of them, but of English, whose list lunr keeps to itself. */
  readonly stopWords: () => ReadonlySet<string>
}

const plugins: Readonly<Record<string, Plugin>> = {
  da, de, el, es, fi, fr, hu, it, nl, no, pl, pt, ro, ru, sv, tr,
} // prettier-ignore

const languageOf = (
  name: string,
  stemmer: PipelineFunction,
  stopWords: Pick<LunrLanguage, 'isStopWord' | 'stopWords'>,
): LunrLanguage => {
  const { before, after } = mendings[name] ?? {}
  return {
    stem: (word) => {
      const start = before ? before(word) : word
      const stem = foldWord(stemmer(new lunr.Token(start, {}))?.toString() ?? start) || start
      return after ? after(stem, word) : stem
    },
    ...stopWords,
  }
}

/** A plugin's stemmer, and the words that it takes for stop words. */
interface Loaded {
  readonly stemmer: PipelineFunction
  readonly stopWords: readonly string[]
}

/**
 * Plugins are given an engine of their own that inherits from lunr: lunr is one object for the whole process, and only here can be
 * seen which words a plugin takes for stop words, to fold them.
 */
const createLoader = (): ((name: string, plugin: Plugin) => Loaded) => {
  let listed: readonly string[] = []
  const engine = Object.assign(Object.create(lunr) as Engine, {
    Pipeline: { registerFunction: () => undefined },
    generateStopWordFilter: (words: string[]) => {
      listed = words
      return lunr.generateStopWordFilter(words)
    },
  }) as unknown as Engine
  support(engine)
  return (name, plugin) => {
    plugin(engine)
    return { stemmer: (engine[name] as Engine[string]).stemmer, stopWords: listed }
  }
}

/** Loaded with the first word: an archive has a few of these languages, and loading all takes longer than a query. */
const lazily = (name: string, load: () => Loaded): LunrLanguage => {
  let language: LunrLanguage | undefined
  const loaded = (): LunrLanguage => {
    if (language) return language
    const { stemmer, stopWords } = load()
    const folded = new Set(stopWords.map(foldWord))
    language = languageOf(name, stemmer, { isStopWord: (word) => folded.has(word), stopWords: () => folded })
    return language
  }
  return {
    stem: (word) => loaded().stem(word),
    isStopWord: (word) => loaded().isStopWord(word),
    stopWords: () => loaded().stopWords(),
  }
}

/** lunr's and lunr-languages' stemmers and stop words by language. */
export const lunrLanguages = (): ReadonlyMap<string, LunrLanguage> => {
  const load = createLoader()
  const others = Object.entries(plugins).map(
    ([name, plugin]) => [name, lazily(name, () => load(name, plugin))] as const,
  )
  // The English list is of plain letters.
  const english = languageOf('en', lunr.stemmer as PipelineFunction, {
    isStopWord: (word) => lunr.stopWordFilter(new lunr.Token(word, {})) === undefined,
    stopWords: () => new Set(),
  })
  return new Map([['en', english], ...others])
}
