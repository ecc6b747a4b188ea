import type { QueryNote } from '#shared/contract/search'
import { readQuery } from './readQuery'
import type { Reading } from './reading'
import type { ParsedQuery } from './syntax'

/** How the code points `[from, to)` were read. */
export interface ExplainedSpan extends Reading {
  readonly from: number
  readonly to: number
}

export interface Explanation {
  readonly readAs: ParsedQuery['readAs']
  readonly notes: readonly QueryNote[]
  /** In order and apart; what is between them is blank. */
  readonly spans: readonly ExplainedSpan[]
}

/** Tells piece by piece how `parseQuery` reads a text. Never throws. */
export const explainQuery = (text: string): Explanation => {
  const { readAs, notes, lexemes, readings } = readQuery(text)
  const spans = lexemes.map((lexeme) => ({
    from: lexeme.at,
    to: lexeme.end,
    ...(readings.get(lexeme) ?? { readAs: 'ignored' as const }),
  }))
  return { readAs, notes, spans }
}
