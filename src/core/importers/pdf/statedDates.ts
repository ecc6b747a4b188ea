import type { ArticleFields } from '#shared/model/article'
import type { ArticleDraft } from '../articleDraft'
import { readStatedDate } from '../text/readStatedDate'
import type { WordedPart } from './wordParts'

export type Dates = Pick<ArticleFields, 'published' | 'modified'>

/** Lines on the first page that say when it was published or changed, with the word for it beside the date. */
export const statedDates = (parts: readonly WordedPart[], draft: ArticleDraft): Dates => {
  const found: { -readonly [Key in keyof Dates]: Dates[Key] } = {}
  for (const { text, page } of parts.slice(0, 30)) {
    const stated = page === 1 ? readStatedDate(text) : undefined
    // A date alone may be that of anything.
    if (!stated || found[stated.field] || text.startsWith(stated.date.literal ?? stated.date.edtf)) continue
    found[stated.field] = stated.date
    if (stated.doubt !== undefined) draft.doubt(stated.field, stated.doubt)
  }
  return found
}
