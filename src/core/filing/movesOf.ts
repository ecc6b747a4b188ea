import type { FilingMove } from '#shared/contract/filing'
import type { FiledArticle } from '../store/filingTypes'

/** Articles by the lists that they had and have: of thousands that got one tag few lists differ. */
export const movesOf = (filed: readonly FiledArticle[]): FilingMove[] => {
  const moves = new Map<string, FilingMove & { readonly ids: string[] }>()
  for (const { articleId, before, after } of filed) {
    const key = JSON.stringify([before, after])
    const move = moves.get(key)
    if (move) move.ids.push(articleId)
    else moves.set(key, { before: [...before], after: [...after], ids: [articleId] })
  }
  return [...moves.values()]
}
