import type { TypographicRule } from '#shared/contract/quotes'
import type { WordRun } from '#shared/contract/versions'
import { foldTypography, type FoldedText } from './foldTypography'
import { isWhole } from './findFolded'
import { compareChangedWords } from './compareChangedWords'
import { matchParts, type MarkedPart } from './matchParts'
import { quotationParts } from './quotationParts'
import { rulesBetween } from './rulesBetween'

/** A quotation beside the text that it comes from; `start` and `end` are UTF-16 units of that text. */
export type FoundQuote =
  | { readonly outcome: 'identical'; readonly start: number; readonly end: number }
  | {
      readonly outcome: 'typographic'
      readonly start: number
      readonly end: number
      readonly differences: readonly TypographicRule[]
      /** What the quotation says that it left out or put in, with the words of the text that stand there. */
      readonly marked: readonly MarkedPart[]
    }
  | {
      readonly outcome: 'words-changed'
      readonly start: number
      readonly end: number
      /** From the text to the quotation. */
      readonly words: readonly WordRun[]
      readonly likeness: number
    }
  | { readonly outcome: 'not-found' }

const findIdentical = (quotation: string, text: string): number => {
  let at = text.indexOf(quotation)
  while (at >= 0 && !isWhole(text, at, at + quotation.length)) at = text.indexOf(quotation, at + 1)
  return at
}

/** A mark that closes a sentence may be the quoting one's own. */
const endMark = /[.,;]$/u

const matchTypography = (quotation: string, folded: FoldedText, text: string, joined: boolean) =>
  // A bracket or dots may be the text's own.
  matchParts([{ type: 'words', text: quotation }], folded, text, joined) ??
  matchParts(quotationParts(quotation), folded, text, joined)

const compareTypography = (quotation: string, text: string): FoundQuote | undefined => {
  for (const joined of [false, true]) {
    if (joined && !/[-\u2010]\s*\n/u.test(quotation + text)) continue
    const folded = foldTypography(text, joined)
    for (const ended of [false, true]) {
      if (ended && !endMark.test(quotation)) continue
      const match = matchTypography(ended ? quotation.slice(0, -1) : quotation, folded, text, joined)
      if (!match) continue
      const differences = rulesBetween(match, folded)
      return {
        outcome: 'typographic',
        start: match.start,
        end: match.end,
        differences: ended ? [...differences, 'end-mark'] : differences,
        marked: match.marked,
      }
    }
  }
  return undefined
}

/**
 * Compares a quotation, without the marks around it, with the text that it is said to come from. Words stand in the order
 * and case of the text, but for the first letter; what else may differ is the table of `typography.ts`.
 */
export const compareQuote = (quotation: string, text: string): FoundQuote => {
  const asked = quotation.normalize('NFC').trim()
  if (!/[\p{L}\p{N}]/u.test(asked)) return { outcome: 'not-found' }
  const start = findIdentical(asked, text)
  if (start >= 0) return { outcome: 'identical', start, end: start + asked.length }
  return compareTypography(asked, text) ?? compareChangedWords(asked, text)
}
