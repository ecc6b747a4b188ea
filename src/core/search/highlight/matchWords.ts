import type { Token } from '#core/search/analysis/tokenise'
import type { TermPlan } from '#core/search/query/plan'

/** Which of some words of a query a word of a text matches, by their numbers; remembered, since texts repeat their words. */
export const createWordMatcher = (terms: readonly TermPlan[]): ((word: string) => readonly number[]) => {
  const wanted = terms.map((term) => ({ words: term.words(), prefix: term.prefix }))
  const known = new Map<string, readonly number[]>()
  return (word) => {
    const before = known.get(word)
    if (before) return before
    const numbers = wanted.flatMap(({ words, prefix }, number) =>
      words.has(word) || (prefix !== undefined && word.startsWith(prefix)) ? [number] : [],
    )
    known.set(word, numbers)
    return numbers
  }
}

/** Goes through words and their parts, each of which is a word of its own. */
export const eachWord = (tokens: readonly Token[], visit: (token: Token) => void): void => {
  for (const token of tokens) {
    visit(token)
    if (token.parts) for (const part of token.parts) visit(part)
  }
}
