import lunr from 'lunr'
import type { Analyser } from '#core/search/analysis/analyser'
import { indexedField, searchFields } from '#core/search/fields'
import type { DocumentText, SearchDocument } from '#core/search/types'
import { mostDocuments, pack, type IndexedDocument } from './shard'

/** lunr's posting, with its occurrences packed instead of an object for each: a hundredth of the memory. */
interface Posting {
  readonly _index: number
  readonly entries: number[]
}

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
    const { id, kind, published, language, flags, texts } = document as SearchDocument
    if (this.documentCount >= mostDocuments) throw new RangeError('the index is full')
    this.documents.push({
      id,
      kind,
      flags,
      ...(published ? { published } : {}),
      ...(language ? { language } : {}),
    })
    const counts = fieldNames.map(() => new Map<string, number>())
    const lengths = fieldNames.map(() => 0)
    for (const text of texts) {
      const field = indexedField(text.field)
      lengths[field] =
        (lengths[field] ?? 0) + this.#count(text, language, counts[field] as Map<string, number>)
    }
    for (const [field, words] of counts.entries())
      for (const [word, count] of words)
        this.#posting(word).entries.push(pack(this.documentCount, field, count))
    for (const length of lengths) this.lengths.push(Math.min(length, 65_535))
    this.documentCount += 1
  }

  override build(): never {
    throw new TypeError('this builder is encoded or searched as it grows, never built')
  }

  #count(text: DocumentText, language: string | undefined, counts: Map<string, number>): number {
    const tokens = this.#analyser.tokenise(text.text)
    const language_ = text.language ?? language
    for (const token of tokens) {
      const before = counts.get(token.word)
      counts.set(token.word, (before ?? 0) + 1)
      if (before === undefined) this.#stem(token.word, language_)
      if (token.parts && token.parts.length > 1)
        for (const { word } of token.parts) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
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
    const posting = { _index: this.termIndex, entries: [] }
    this.termIndex += 1
    this.terms.push(word)
    this.invertedIndex[word] = posting
    return posting
  }
}
