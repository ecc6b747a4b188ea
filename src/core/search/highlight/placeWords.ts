import type { Token } from '#core/search/analysis/tokenise'

/** A word with its position, as the index counts it: the ordinal over `phraseTokens`. */
export interface PlacedWord extends Token {
  readonly position: number
}

/** All words of a text, parts of words as words of their own; and the row of those that a phrase is made of. */
export const placeWords = (
  tokens: readonly Token[],
): { readonly words: readonly PlacedWord[]; readonly row: readonly Token[] } => {
  const words: PlacedWord[] = []
  const row: Token[] = []
  for (const token of tokens) {
    words.push({ ...token, position: row.length })
    for (const part of token.parts ?? []) {
      words.push({ ...part, position: row.length })
      row.push(part)
    }
    if (!token.parts) row.push(token)
  }
  return { words, row }
}
