import type { Token } from '#core/search/analysis/tokenise'
import { indexedField } from '#core/search/fields'
import { leavesOf, termsOf, type LeafPlan, type Plan } from '#core/search/query/plan'
import type { Stretch } from './codePoints'
import { createRowMatcher } from './matchRows'
import { createWordMatcher, eachWord } from './matchWords'

/** Where a text matches, sorted and apart, and how many different words, phrases and NEARs of the query do. */
export interface Marks {
  readonly stretches: readonly Stretch[]
  readonly different: number
  /** Words as they stand in the text that are of another script than the query's word. */
  readonly foundAs: readonly string[]
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

const isInField = (leaf: LeafPlan, field: number): boolean =>
  leaf.type === 'near'
    ? isInField(leaf.left, field) && isInField(leaf.right, field)
    : leaf.field === undefined || leaf.field === field

/** Marks what a query asks for in texts; what it excludes is not looked for. */
export const createMarker = (plan: Plan, tokenise: (text: string) => readonly Token[]) => {
  const leaves = leavesOf(plan, true)
  const terms = leaves.filter((leaf) => leaf.type === 'term')
  const rows = leaves.filter((leaf) => leaf.type !== 'term')
  const termsOfWord = createWordMatcher(terms)
  const alike = new Set(leaves.flatMap(termsOf).flatMap((term) => [...term.alike()]))

  return (text: string, field: string): Marks => {
    const number = indexedField(field)
    const tokens = tokenise(text)
    const stretches: Stretch[] = []
    const matched = new Set<LeafPlan>()

    eachWord(tokens, (token) => {
      for (const at of termsOfWord(token.word)) {
        const term = terms[at] as LeafPlan
        if (!isInField(term, number)) continue
        matched.add(term)
        stretches.push(token)
      }
    })
    const ordered = rows.filter((leaf) => isInField(leaf, number))
    const matchRow = ordered.length > 0 ? createRowMatcher(tokens) : () => []
    for (const leaf of ordered) {
      const found = matchRow(leaf)
      if (found.length > 0) matched.add(leaf)
      stretches.push(...found)
    }

    const starts = new Set(alike.size === 0 ? [] : stretches.map(({ start }) => start))
    const foundAs: string[] = []
    if (starts.size > 0)
      eachWord(tokens, ({ word, start, end }) => {
        if (alike.has(word) && starts.has(start)) foundAs.push(text.slice(start, end))
      })
    return { stretches: merge(stretches), different: matched.size, foundAs }
  }
}
