import type { SupportRow } from '#shared/contract/support'
import type { Passage } from '#shared/model/article'
import { currentVersion } from '#shared/model/support'
import type { CatalogueReader } from '../store/types'
import { paragraphsOf, type Lacking } from './lackingIn'

const toRow = ({ row, sources = [], why = [] }: Lacking, passage: Passage | undefined): SupportRow => ({
  id: row.id,
  kind: row.kind === 'photo' ? 'photo' : 'article',
  title: row.title,
  ...(row.published === undefined ? {} : { published: row.published }),
  ...(passage === undefined ? {} : { passage: passage.label, text: passage.text }),
  ...(sources.length === 0 ? {} : { sources: [...sources] }),
  ...(why.length === 0 ? {} : { why: [...why] }),
})

/** Lines as they are shown, with the words of their passages: each article of a page is read once. */
export const supportRows = async (
  lacking: readonly Lacking[],
  record: CatalogueReader['record'],
  pause: () => Promise<void>,
): Promise<SupportRow[]> => {
  const rows: SupportRow[] = []
  let last: { readonly id: string; readonly passages: readonly Passage[] } | undefined
  for (const one of lacking) {
    const { id } = one.row
    if (one.paragraph !== undefined && last?.id !== id) {
      const article = record(id)
      const isHeld = article?.kind === 'article'
      last = { id, passages: isHeld ? paragraphsOf(currentVersion(article)) : [] }
    }
    rows.push(toRow(one, one.paragraph === undefined ? undefined : last?.passages[one.paragraph]))
    await pause()
  }
  return rows
}
