import type { TypographicRule } from '#shared/contract/quotes'
import type { WordRun } from '#shared/contract/versions'
import type { MarkedPart } from './matchParts'

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
