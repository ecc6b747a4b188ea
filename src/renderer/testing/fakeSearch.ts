import type { ArchiveClient } from '#shared/contract/archive'
import type { FacetCounts, FacetFilter, Hit, Place } from '#shared/contract/search'
import { facetNames, type FacetName } from '#shared/facets'
import type { ArticleView } from '#shared/contract/records'
import { fakeId } from './fakeRecords'

interface FakeDocument extends Omit<Hit, 'places' | 'placesTotal' | 'score'> {
  readonly texts: readonly { readonly field: string; readonly passage?: string; readonly text: string }[]
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>
}

/** How many values of a facet are told. */
const mostValues = 30

const rangesIn = (text: string, words: string): [number, number][] => {
  const [points, wanted] = [[...text.toLowerCase()], [...words.toLowerCase()]]
  return points.flatMap((_, at): [number, number][] =>
    wanted.length > 0 && wanted.every((one, by) => points[at + by] === one) ? [[at, at + wanted.length]] : [],
  )
}

const articleToDocument = ({ article }: ArticleView): FakeDocument => ({
  id: article.id,
  kind: 'article',
  title: article.headline,
  ...(article.publisher ? { subtitle: article.publisher } : {}),
  ...(article.published ? { published: article.published.edtf } : {}),
  ...(article.language ? { language: article.language } : {}),
  texts: [
    { field: 'headline', text: article.headline },
    ...(article.versions[0]?.passages ?? []).map(({ label, text }) => ({
      field: 'text',
      passage: label,
      text,
    })),
  ],
  facets: {
    kind: ['article'],
    language: article.language ? [article.language] : [],
    publisher: article.publisher ? [article.publisher] : [],
    month: article.published ? [article.published.edtf.slice(0, 7)] : [],
    is: ['unsourced'],
  },
})

const kinds = ['article', 'article', 'photo', 'reference'] as const
const languages = ['en', 'en', 'en', 'fr', 'de', 'ru'] as const
const publishers = [
  'Example Gazette',
  'Harbour Courier',
  'L’Exemple',
  'Own notes',
  'Transport authority',
] as const
const people = [
  'A. Sample',
  'B. Example',
  'C. Muster',
  'D. Modèle',
  'E. Voorbeeld',
  'F. Ejemplo',
  'G. Esempio',
]

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value

/** Items of every kind and with every facet, over three years, that all hold the word `tunnel`. */
const generateDocument = (at: number): FakeDocument => {
  const month = `${2019 + Math.floor(((at * at) % 36) / 12)}-${String(1 + ((at * at) % 12)).padStart(2, '0')}`
  const [kind, language, publisher] = [pick(kinds, at), pick(languages, at), pick(publishers, at)]
  const passages = Array.from({ length: 1 + (at % 7) }, (_, passage) => ({
    field: 'text',
    passage: String(passage + 1),
    text: `The lining of the tunnel was examined in part ${passage + 1} of ${1 + (at % 7)}, as the notice says`,
  }))
  return {
    id: fakeId(7, at + 1),
    kind,
    title: `Notice ${at + 1} on the road tunnel`,
    subtitle: publisher,
    published: month,
    language,
    ...(language === 'ru' ? { foundAs: ['туннель'] } : {}),
    texts:
      kind === 'article' ? passages : [{ field: 'caption', text: `A platform in the tunnel, ${at + 1}` }],
    facets: {
      kind: [kind],
      language: [language],
      publisher: [publisher],
      source: [pick(['Reuters', 'Associated Press', 'CNN'], at)],
      person: [pick(people, at), pick(people, at * 3)],
      keyword: [`keyword ${at % 34}`],
      month: [at % 9 === 0 ? month.slice(0, 4) : month],
      has: kind === 'photo' ? ['photo', 'credit'] : [],
      is: at % 2 === 0 ? ['unsourced'] : [],
    },
  }
}

const placesOf = (document: FakeDocument, words: string): Place[] =>
  document.texts.flatMap(({ text, ...where }) => {
    const ranges = rangesIn(text, words)
    return ranges.length > 0 || words.trim() === '' ? [{ ...where, snippet: text, ranges }] : []
  })

const isValue = (facet: FacetName, held: string, asked: string): boolean => {
  if (facet !== 'month') return held === asked
  const [first = asked, last = first] = asked.split('/')
  return held >= first && held.slice(0, last.length) <= last
}

const passes = (document: FakeDocument, filters: readonly FacetFilter[], but?: FacetName): boolean =>
  facetNames.every((facet) => {
    const own = filters.filter((filter) => filter.facet === facet)
    const has = ({ value }: FacetFilter): boolean =>
      (document.facets[facet] ?? []).some((held) => isValue(facet, held, value))
    const included = own.filter(({ excluded }) => !excluded)
    if (own.some((filter) => filter.excluded && has(filter))) return false
    return facet === but || included.length === 0 || included.some(has)
  })

const countFacet = (
  facet: FacetName,
  documents: readonly FakeDocument[],
  filters: readonly FacetFilter[],
): FacetCounts => {
  const counts = new Map<string, number>()
  for (const document of documents.filter((one) => passes(one, filters, facet)))
    for (const value of new Set(document.facets[facet] ?? [])) counts.set(value, (counts.get(value) ?? 0) + 1)
  const values = [...counts].map(([value, count]) => ({ value, count }))
  if (facet === 'month') values.sort((a, b) => (a.value < b.value ? -1 : 1))
  else values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const told = facet === 'month' ? values : values.slice(0, mostValues)
  return { facet, values: told, more: values.length - told.length }
}

const fieldNames = ['source', 'summary', 'kind', 'language'] as const

/**
 * Plain words, found as they stand, over the fake articles and `generated` items; facets, order and pages as the contract
 * says. `tunel` is offered `tunnel`; a begun field is completed, and the values of `source:`.
 */
export const createFakeSearch = (
  views: readonly ArticleView[],
  generated: number,
): ArchiveClient['search'] => {
  const documents = [
    ...views.map(articleToDocument),
    ...Array.from({ length: generated }, (_, at) => generateDocument(at)),
  ]
  return {
    query: async ({ text, filters = [], sort, offset = 0, limit = 50, placesPerHit = 4, facets = true }) => {
      const matching = documents.filter((document) => placesOf(document, text).length > 0)
      const found = matching.filter((document) => passes(document, filters))
      const by = (one: FakeDocument): string => (sort === 'headline' ? one.title : (one.published ?? ''))
      if (sort !== undefined && sort !== 'relevance')
        found.sort((a, b) => by(a).localeCompare(by(b)) * (sort === 'newest' ? -1 : 1))
      return {
        readAs: 'query',
        facets: facets ? facetNames.map((facet) => countFacet(facet, matching, filters)) : [],
        notes: [],
        total: found.length,
        hits: found.slice(offset, offset + limit).map((document): Hit => {
          const { texts: _, facets: __, ...shown } = document
          const places = placesOf(document, text)
          return { ...shown, score: 1, places: places.slice(0, placesPerHit), placesTotal: places.length }
        }),
        elapsed: 1,
        index: { state: 'ready', searchable: documents.length, total: documents.length },
        unknownWords: [],
        suggestions: text === 'tunel' ? ['tunnel'] : [],
      }
    },
    places: async ({ text, id }) =>
      documents
        .filter((document) => document.id === id)
        .flatMap((document) => placesOf(document, text).map(({ snippet: _, ...place }) => place)),
    complete: async ({ text, cursor }) => {
      const word = /\S*$/.exec([...text].slice(0, cursor).join(''))?.[0] ?? ''
      const from = cursor - [...word].length
      const value = /^source:(.*)$/.exec(word)?.[1]
      const sources = ['Reuters', 'Associated Press'].filter((name) =>
        name.toLowerCase().startsWith((value ?? '').toLowerCase()),
      )
      const names = fieldNames.filter((name) => word !== '' && name.startsWith(word))
      return {
        from,
        to: cursor,
        options:
          value === undefined
            ? names.map((name) => ({ text: `${name}:`, kind: 'field' }))
            : sources.map((name) => ({ text: `source:"${name}"`, kind: 'value', count: 3 })),
      }
    },
    explain: async ({ text }) =>
      [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
        from: index,
        to: index + word.length,
        readAs: word.endsWith('*') ? 'beginning' : word === 'OR' ? 'operator' : 'word',
      })),
  }
}
