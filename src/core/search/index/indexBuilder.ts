import lunr from 'lunr'
import type { Analyser } from '#core/search/analysis/analyser'
import { indexedField, searchFields } from '#core/search/fields'
import type { DocumentText, SearchDocument } from '#core/search/types'
import { mostDocuments, pack } from './shard'
import { createWordPositions, type WordPositions } from './wordPositions'

/** lunr's posting, with its occurrences packed instead of an object for each: a hundredth of the memory. */
interface Posting {
  readonly _index: number
  readonly entries: number[]
  readonly starts: number[]
  readonly positions: number[]
}

/** What is kept of a document beside its words. */
export type IndexedDocument = Pick<SearchDocument, 'id' | 'title' | 'published' | 'facets'>

const fieldNames = searchFields.map((field) => field.name)

/**
 * lunr's builder made lean: the same fields, boosts, constants and inverted index, filled with words that are analysed by text
 * and language. It makes neither vectors nor lunr's TokenSet, whose nodes collide for terms with digits, so that some
 * can't be found and some queries throw.
 */
export class IndexBuilder extends lunr.Builder {
  declare invertedIndex: Record<string, Posting>
  readonly documents: IndexedDocument[] = []
  readonly lengths: number[] = []
  /** Term numbers in the order of their first occurrence. */
  readonly terms: string[] = []
  readonly stems = new Map<string, Set<number>>()
  readonly stemLanguages = new Set<string>()
  /** Words that were stemmed already, by the language of their text. */
  readonly #stemmed = new Map<string | undefined, Set<string>>()
  readonly #analyser: Analyser

  constructor(analyser: Analyser) {
    super()
    this.#analyser = analyser
    for (const field of searchFields) this.field(field.name, { boost: field.boost })
  }

  override add(document: object): void {
    const { id, title, published, language, facets, texts } = document as SearchDocument
    if (this.documentCount >= mostDocuments) throw new RangeError('the index is full')
    this.documents.push({ id, title, facets, ...(published ? { published } : {}) })
    const fields = fieldNames.map(createWordPositions)
    const lengths = fieldNames.map(() => 0)
    for (const text of texts) {
      const field = indexedField(text.field)
      lengths[field] = (lengths[field] ?? 0) + this.#read(text, language, fields[field] as WordPositions)
    }
    for (const [field, { words }] of fields.entries())
      for (const [word, positions] of words) {
        const posting = this.#posting(word)
        posting.entries.push(pack(this.documentCount, field, positions.length))
        for (const position of positions) posting.positions.push(position)
        posting.starts.push(posting.positions.length)
      }
    for (const length of lengths) this.lengths.push(Math.min(length, 65_535))
    this.documentCount += 1
  }

  override build(): never {
    throw new TypeError('this builder is encoded or searched as it grows, never built')
  }

  #read(text: DocumentText, language: string | undefined, into: WordPositions): number {
    const tokens = this.#analyser.tokenise(text.text)
    for (const { word } of tokens) this.#stem(word, text.language ?? language)
    into.add(tokens)
    return tokens.length
  }

  #stem(word: string, textLanguage: string | undefined): void {
    const stemmed = this.#stemmed.get(textLanguage) ?? new Set<string>()
    if (stemmed.size === 0) this.#stemmed.set(textLanguage, stemmed)
    if (stemmed.has(word)) return
    stemmed.add(word)
    const language = this.#analyser.languageOf(word, textLanguage)
    if (!language) return
    this.stemLanguages.add(language)
    const stem = this.#analyser.stem(word, language)
    const term = this.#posting(word)._index
    const sharing = this.stems.get(stem)
    if (sharing) sharing.add(term)
    else this.stems.set(stem, new Set([term]))
  }

  #posting(word: string): Posting {
    const known = this.invertedIndex[word]
    if (known) return known
    const posting = { _index: this.termIndex, entries: [], starts: [0], positions: [] }
    this.termIndex += 1
    this.terms.push(word)
    this.invertedIndex[word] = posting
    return posting
  }
}
