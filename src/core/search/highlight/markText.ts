import { phraseTokens, type Token } from '#core/search/analysis/tokenise'
import { indexedField } from '#core/search/fields'
import { leavesOf, type PhrasePlan, type Plan, type TermPlan } from '#core/search/query/plan'
import type { Stretch } from './codePoints'

/** Where a text matches, sorted and apart, and how many different words and phrases of the query do. */
export interface Marks {
  readonly stretches: readonly Stretch[]
  readonly different: number
}

const marksOfTerm = (term: TermPlan, tokens: readonly Token[]): Stretch[] =>
  tokens.filter(
    ({ word }) => term.words.has(word) || (term.prefix !== undefined && word.startsWith(term.prefix)),
  )

const marksOfPhrase = ({ words }: PhrasePlan, tokens: readonly Token[]): Stretch[] => {
  const found: Stretch[] = []
  const last = words.length - 1
  for (let at = 0; at + last < tokens.length; at++)
    if (words.every((word, offset) => tokens[at + offset]?.word === word))
      found.push({ start: (tokens[at] as Token).start, end: (tokens[at + last] as Token).end })
  return found
}

const merge = (stretches: readonly Stretch[]): Stretch[] => {
  const merged: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = merged.at(-1)
    if (before && stretch.start < before.end)
      merged[merged.length - 1] = { start: before.start, end: Math.max(before.end, stretch.end) }
    else merged.push({ start: stretch.start, end: stretch.end })
  }
  return merged
}

/** Marks what a query asks for in texts; what it excludes is not looked for. */
export const createMarker = (plan: Plan, tokenise: (text: string) => readonly Token[]) => {
  const leaves = leavesOf(plan, true)
  return (text: string, field: string): Marks => {
    const number = indexedField(field)
    const wanted = leaves.filter((leaf) => leaf.field === undefined || leaf.field === number)
    if (wanted.length === 0) return { stretches: [], different: 0 }
    const tokens = tokenise(text)
    const rows = phraseTokens(tokens)
    // A part of a word, such as one Chinese character, is a term of its own.
    const all = rows === tokens ? tokens : [...tokens, ...rows]
    const found = wanted
      .map((leaf) => (leaf.type === 'term' ? marksOfTerm(leaf, all) : marksOfPhrase(leaf, rows)))
      .filter((marks) => marks.length > 0)
    return { stretches: merge(found.flat()), different: found.length }
  }
}
