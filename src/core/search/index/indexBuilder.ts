import lunr from 'lunr'
import { facetNames, type FacetName } from '#shared/facets'
import type { Id } from '#shared/model/scalars'
import type { Analyser } from '#core/search/analysis/analyser'
import type { Token } from '#core/search/analysis/tokenise'
import { indexedField, searchFields } from '#core/search/fields'
import type { SearchDocument } from '#core/search/types'
import { analyseTexts, type AnalysedText } from './analyseTexts'
import { createGrowingColumn, type GrowingColumn } from './growingColumn'
import { GrowingNumbers } from './growingNumbers'
import { Occurrences } from './occurrences'
import { publishedDays } from './publishedDays'
import { mostDocuments, textGap } from './shard'
import { sortTitleOf } from './sortTitle'
import { wellFormed } from './wellFormed'

export const mostLength = 65_535

/**
 * lunr's builder made lean: the same fields, boosts, constants and inverted index, filled with words that are analysed by text
 * and language. Its postings are term numbers into flat arrays of occurrences. It makes neither vectors nor lunr's TokenSet,
 * whose nodes collide for terms with digits, so that some can't be found and some queries throw.
 */
export class IndexBuilder extends lunr.Builder {
  declare invertedIndex: Record<string, number>
  /** Terms in the order of their first occurrence. */
  readonly terms: string[] = []
  readonly occurrences = new Occurrences()
  readonly ids: Id[] = []
  /** Words by document and field. */
  readonly lengths = new GrowingNumbers()
  readonly published: (readonly [earliest: number, latest: number] | undefined)[] = []
  readonly sortTitles: string[] = []
  readonly columns = new Map<FacetName, GrowingColumn>(
    facetNames.map((name) => [name, createGrowingColumn()]),
  )
  readonly stems = new Map<string, Set<number>>()
  readonly keys = new Map<string, Set<number>>()
  readonly stemLanguages = new Set<string>()
  /** Words that were stemmed already, by the language of their text. */
  readonly #stemmed = new Map<string | undefined, Set<number>>()
  readonly #analyser: Analyser

  constructor(analyser: Analyser) {
    super()
    this.#analyser = analyser
    for (const field of searchFields) this.field(field.name, { boost: field.boost })
  }

  override add(added: object): void {
    const document = added as SearchDocument
    if (this.documentCount >= mostDocuments) throw new RangeError('the index is full')
    const byField: AnalysedText[][] = searchFields.map(() => [])
    for (const text of analyseTexts(this.#analyser, document)) byField[indexedField(text.field)]?.push(text)
    for (const [field, texts] of byField.entries())
      this.lengths.push(Math.min(this.#addField(texts, field), mostLength))
    this.#describe(document)
    this.documentCount += 1
  }

  override build(): never {
    throw new TypeError('this builder is merged or searched as it grows, never built')
  }

  #describe(document: SearchDocument): void {
    this.ids.push(document.id)
    this.published.push(document.published === undefined ? undefined : publishedDays(document.published))
    this.sortTitles.push(sortTitleOf(this.#analyser, document.title))
    for (const [name, column] of this.columns) column.add(document.facets[name] ?? [])
  }

  /** Number of words in these texts, which are all of a document's field. */
  #addField(texts: readonly AnalysedText[], field: number): number {
    const key = (this.documentCount << 4) | field
    let words = 0
    let position = 0
    for (const { tokens, language } of texts) {
      words += tokens.length
      for (const token of tokens) position = this.#addToken(token, key, position, language)
      position += textGap
    }
    return words
  }

  /** The position after the token. */
  #addToken({ word, parts }: Token, key: number, position: number, language: string | undefined): number {
    const term = this.#term(word)
    this.occurrences.add(term, key, position)
    this.#stem(word, term, language)
    if (!parts) return position + 1
    for (const [at, part] of parts.entries()) this.occurrences.add(this.#term(part.word), key, position + at)
    return position + parts.length
  }

  #stem(word: string, term: number, textLanguage: string | undefined): void {
    let stemmed = this.#stemmed.get(textLanguage)
    if (!stemmed) this.#stemmed.set(textLanguage, (stemmed = new Set()))
    if (stemmed.has(term)) return
    stemmed.add(term)
    const language = this.#analyser.languageOf(word, textLanguage)
    if (!language) return
    this.stemLanguages.add(language)
    group(this.stems, wellFormed(this.#analyser.stem(word, language)), term)
  }

  #term(word: string): number {
    const known = this.invertedIndex[word]
    if (known !== undefined) return known
    const term = this.termIndex
    this.termIndex += 1
    this.terms.push(word)
    this.invertedIndex[word] = term
    this.occurrences.addTerm()
    for (const key of this.#analyser.keysOf(word)) group(this.keys, wellFormed(key), term)
    return term
  }
}

const group = (groups: Map<string, Set<number>>, name: string, term: number): void => {
  const sharing = groups.get(name)
  if (sharing) sharing.add(term)
  else groups.set(name, new Set([term]))
}
