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
type Plugin = (engine: typeof lunr) => void

/** A language as lunr knows it, over folded words. */
export interface LunrLanguage {
  readonly stem: (word: string) => string
  readonly isStopWord: (word: string) => boolean
}

const plugins: Readonly<Record<string, Plugin>> = {
  da, de, el, es, fi, fr, hu, it, nl, no, pl, pt, ro, ru, sv, tr,
} // prettier-ignore

const languageOf = (
  name: string,
  stemmer: PipelineFunction,
  stopWordFilter: PipelineFunction,
): LunrLanguage => {
  const { before, after } = mendings[name] ?? {}
  return {
    stem: (word) => {
      const start = before ? before(word) : word
      const stem = foldWord(stemmer(new lunr.Token(start, {}))?.toString() ?? start) || start
      return after ? after(stem, word) : stem
    },
    isStopWord: (word) => stopWordFilter(new lunr.Token(word, {})) === undefined,
  }
}

/** lunr's and lunr-languages' stemmers and stop words by language. */
export const lunrLanguages = (): ReadonlyMap<string, LunrLanguage> => {
  const engine = lunr as typeof lunr &
    Record<string, { readonly stemmer: PipelineFunction; readonly stopWordFilter: PipelineFunction }>
  // lunr is one object for the whole process, to which each plugin adds its language; a second time it would warn.
  if (!('stemmerSupport' in lunr)) support(lunr)
  for (const [name, plugin] of Object.entries(plugins)) if (!(name in lunr)) plugin(lunr)
  const english = languageOf('en', lunr.stemmer as PipelineFunction, lunr.stopWordFilter as PipelineFunction)
  const others = Object.keys(plugins).map((name) => {
    const { stemmer, stopWordFilter } = engine[name] as (typeof engine)[string]
    return [name, languageOf(name, stemmer, stopWordFilter)] as const
  })
  return new Map([['en', english], ...others])
}
