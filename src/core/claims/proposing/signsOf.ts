import type { ClaimSign } from '#shared/contract/claims'
import type { ClaimType } from '#shared/model/claim'
import { datePattern } from './dateWords'
import { hasName } from './names'
import { primaryLanguage, tableOf } from './tableOf'
import { wholeWords } from './wholeWords'

/** Says why a sentence can be checked; nothing where there is no sign. */
export type ReadSigns = (sentence: string) => ClaimSign[]

/** A mark that opens, with at least two words before the one that closes. */
const quoted =
  /[“«„「『]\s*[^“”«»„「」『』]*[\p{L}\p{M}]+[\s\u3001\u3002,，]?[\p{L}\p{M}]+[^“”«»„「」『』]*[”»“」』]|"[^"]*\p{L}+\s\p{L}+[^"]*"/u

const aside = (found: string): string => ' '.repeat(found.length)

/** Reads sentences of one language. `known` are names that the article is filed under. */
export const createSigns = (language: string | undefined, known: readonly string[]): ReadSigns => {
  const table = tableOf(language)
  const unspaced = table.unspaced ?? false
  const dates = datePattern(primaryLanguage(language) || undefined, unspaced)
  const numbers = wholeWords(table.numbers, { unspaced })
  const superlatives = wholeWords(table.superlatives, { unspaced })
  return (sentence) => {
    const undated = sentence.replace(dates, aside)
    const isNumber = /\p{Nd}/u.test(undated) || numbers.test(undated)
    return [
      ...(quoted.test(sentence) ? ['quotation' as const] : []),
      ...(isNumber ? ['number' as const] : []),
      ...(undated === sentence ? [] : ['date' as const]),
      ...(hasName(sentence, undated, table, known) ? ['name' as const] : []),
      ...(superlatives.test(sentence) ? ['superlative' as const] : []),
    ]
  }
}

const typeOf = {
  quotation: 'quote',
  number: 'number',
  date: 'date',
  name: 'name',
  superlative: 'fact',
} as const satisfies Readonly<Record<ClaimSign, ClaimType>>

/** What kind of claim a sentence with these signs is: the first sign decides. */
export const claimTypeOf = ([first]: readonly ClaimSign[]): ClaimType =>
  first === undefined ? 'fact' : typeOf[first]
