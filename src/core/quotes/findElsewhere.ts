import type { QuoteComparison, QuotePlace } from '#shared/contract/quotes'
import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import type { SearchService } from '../search/types'
import type { Catalogue } from '../store/types'
import { compareWithin } from './compareWithTarget'
import { quotationParts } from './quotationParts'
import { readVersionText } from './versionText'
import { placedWords } from './words'

export interface Elsewhere {
  readonly search: Pick<SearchService, 'query'>
  readonly catalogue: Pick<Catalogue, 'record'>
}

/** Articles that are read for one question, and the words that are asked for where no phrase is found. */
const mostArticles = 20
const mostWords = 8

const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`

/** The words themselves as phrases, all of them; then the longest words, any of them. */
const questionsFor = (quotation: string): string[] => {
  const phrases = quotationParts(quotation)
    .filter(({ type }) => type === 'words')
    .map(({ text }) => placedWords(text).map(({ key }) => key))
    .filter((words) => words.length > 0)
  const longest = [...new Set(phrases.flat())].sort((a, b) => b.length - a.length).slice(0, mostWords)
  if (longest.length === 0) return []
  return [
    phrases.map((words) => quoted(words.slice(0, 40))).join(' AND '),
    longest.map((word) => quoted([word])).join(' OR '),
  ]
}

const outcomes: readonly QuoteComparison['outcome'][] = ['identical', 'typographic', 'words-changed']

const rankOf = ({ comparison }: QuotePlace): number =>
  outcomes.indexOf(comparison.outcome) +
  (comparison.outcome === 'words-changed' ? 1 - comparison.likeness : 0)

const placesIn = (
  quotation: string,
  article: ArticleRecord,
  labels: ReadonlySet<string>,
): readonly QuotePlace[] => {
  const version = currentVersion(article)
  const text = readVersionText(version)
  return text.lines.flatMap((line) => {
    if (!labels.has(line.label)) return []
    const start = text.startOf(line)
    const comparison = compareWithin(quotation, version, text, [start, start + line.text.length])
    return comparison.outcome === 'not-found'
      ? []
      : [{ articleId: article.id, headline: article.headline, passage: line.label, comparison }]
  })
}

/**
 * Where in the archive the words of a quotation stand, those that are the same first. The search leads to passages; what
 * stands there is compared by the same rules as with the passage that it comes from.
 */
export const findElsewhere = async (
  { search, catalogue }: Elsewhere,
  quotation: string,
  signal?: AbortSignal,
): Promise<QuotePlace[]> => {
  for (const text of questionsFor(quotation)) {
    const answer = await search.query(
      { text, offset: 0, limit: mostArticles, placesPerHit: 50, facets: false },
      signal ? { signal } : {},
    )
    const places = answer.hits.flatMap(({ id, places: found }) => {
      const record = catalogue.record(id)
      return record?.kind === 'article'
        ? placesIn(quotation, record, new Set(found.flatMap(({ passage }) => passage ?? [])))
        : []
    })
    if (places.length > 0) return places.sort((a, b) => rankOf(a) - rankOf(b))
  }
  return []
}
