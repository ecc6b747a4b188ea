import { setImmediate } from 'node:timers/promises'
import type { RecordSet } from '#shared/model/records'
import { confidentialSources, namesOf } from './confidentialTerms'
import { createTermLook } from './createTermScan'
import type { ProtectedTerm } from './protectedTerm'
import { standingTexts } from './standingTexts'
import { withheldTexts } from './withheldTexts'

/** A text of so many letters is looked for letter by letter; a shorter one as whole words, and only if it has several. */
const shortestText = 12
const shortestPhrase = 8
/** Scripts without spaces say in so many letters what others say in a sentence. */
const shortestUnspaced = 6
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

const lettersOf = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length
const wordsOf = (text: string): number => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).length

/** Nothing where a text is too short, or too common a word, to be told apart from any other. */
const termOf = (text: string, shortestWord: number): ProtectedTerm | undefined => {
  const letters = lettersOf(text)
  if (unspaced.test(text)) return letters >= shortestUnspaced ? { kind: 'words', text } : undefined
  const isTelling = letters >= (wordsOf(text) > 1 ? shortestPhrase : shortestWord)
  return isTelling ? { kind: letters >= shortestText ? 'words' : 'phrase', text } : undefined
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

/** Those that do not stand in any of the texts. */
const absentFrom = async (
  terms: readonly ProtectedTerm[],
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly ProtectedTerm[]> => {
  if (terms.length === 0) return terms
  const look = createTermLook(terms)
  const standing = new Set<ProtectedTerm>()
  for (const text of texts) {
    signal?.throwIfAborted()
    for (const term of look(text)) standing.add(term)
    await setImmediate()
  }
  return terms.filter((term) => !standing.has(term))
}

/** Decimal places by which a place is told to about a hundred metres. */
const telling = 3

const decimalsOf = (value: number): string[] => {
  const [whole = '', decimals = ''] = String(Math.abs(value)).split('.')
  return decimals.length < telling ? [] : [`${whole}.${decimals.slice(0, 4)}`]
}

export interface ProtectedOptions {
  /** Serial numbers that stood in pictures. */
  readonly serials: readonly string[]
  /** What else the pack says by itself: the words of whoever exports it. */
  readonly said?: readonly string[]
  readonly signal?: AbortSignal
}

/**
 * What must stand nowhere in a redacted pack. Always: names of confidential sources, positions, serial numbers. And of the
 * texts that are taken out (`withheldTexts`) those that can be told apart:
 * - of twelve letters or more, or of several words that have eight together, or of six letters in a script without spaces;
 * - a single word only from twelve letters on, as a tag or collection from sixteen, as the owner of a confidential source
 *   from six;
 * - and none that stands, found in the same way, in what the pack carries anyway (`standingTexts`, `said`): there it tells
 *   nothing, and an honest pack could not be made.
 */
export const protectedTerms = async (
  records: RecordSet,
  { serials, said = [], signal }: ProtectedOptions,
): Promise<readonly ProtectedTerm[]> => {
  const names = confidentialSources(records.sources).flatMap(namesOf)
  const numbers = records.photos.flatMap(({ position }) =>
    position ? [...decimalsOf(position.latitude), ...decimalsOf(position.longitude)] : [],
  )
  const withheld = withheldTexts(records).flatMap(({ texts, shortestWord }) =>
    unique(texts).flatMap((text) => termOf(text, shortestWord) ?? []),
  )
  const terms = [...new Map(withheld.map((term) => [term.text, term])).values()]
  return [
    ...unique(names).map((text) => ({ kind: 'name' as const, text })),
    ...(await absentFrom(terms, [...standingTexts(records), ...said], signal)),
    ...unique(serials).map((text) => ({ kind: 'words' as const, text })),
    ...unique(numbers).map((text) => ({ kind: 'number' as const, text })),
  ]
}
