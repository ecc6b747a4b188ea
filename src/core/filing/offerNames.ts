import type { OfferedName } from '#shared/contract/filing'
import type { NameCounts } from './createNameCounts'
import { filingKey } from './filingKey'

/** How well a name fits what is typed: 0 it is that, 1 it begins so, 2 one of its words does; undefined not at all. */
const rankOf = (key: string, typed: string): number | undefined => {
  if (key === typed) return 0
  const at = key.indexOf(typed)
  if (at === 0) return 1
  const words = key.split(/[^\p{L}\p{M}\p{N}]+/u)
  return words.some((word) => word.startsWith(typed)) || (at > 0 && typed.includes(' ')) ? 2 : undefined
}

/** Names that may be meant, the likeliest first; of equals the commonest, then by name. */
export const offerNames = (counts: NameCounts, text: string, limit: number): OfferedName[] => {
  const typed = filingKey(text.replace(/\s+/gu, ' '))
  return [...counts]
    .flatMap(([name, articles]) => {
      const key = filingKey(name)
      const rank = typed === '' ? 1 : rankOf(key, typed)
      return rank === undefined ? [] : [{ name, articles, key, rank }]
    })
    .sort((a, b) => a.rank - b.rank || b.articles - a.articles || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(({ name, articles, rank }) => ({ name, articles, same: rank === 0 }))
}
