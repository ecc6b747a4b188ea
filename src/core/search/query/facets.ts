import type { ItemKind } from '#shared/model/kinds'
import type { SearchFacets, SearchQuery } from '#core/search/types'
import { isLanguage } from './bindQuery'
import type { IndexedDocument } from './indexedDocument'

/** Which of the matches are shown, and how many there are of each kind and language. */
export interface Narrowing {
  /** Whether a match passes; each match is asked for once. */
  readonly accepts: (document: IndexedDocument) => boolean
  readonly facets: () => SearchFacets
}

const count = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** A count says how many one would see after choosing it: kinds are counted in the languages that are chosen, and so on. */
export const createNarrowing = ({
  kinds,
  languages,
}: Pick<SearchQuery, 'kinds' | 'languages'>): Narrowing => {
  const byKind = new Map<ItemKind, number>()
  const byLanguage = new Map<string, number>()
  return {
    accepts: ({ kind, language }) => {
      const kindFits = !kinds?.length || kinds.includes(kind)
      const languageFits = !languages?.length || languages.some((asked) => isLanguage(language, asked))
      if (languageFits) count(byKind, kind)
      if (kindFits && language !== undefined) count(byLanguage, language)
      return kindFits && languageFits
    },
    facets: () => ({
      kinds: [...byKind].map(([kind, number]) => ({ kind, count: number })),
      languages: [...byLanguage]
        .map(([language, number]) => ({ language, count: number }))
        .sort((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1)),
    }),
  }
}
