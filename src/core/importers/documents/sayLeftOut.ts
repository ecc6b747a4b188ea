import { counted } from '#shared/counted'
import type { ArticleDraft } from '../articleDraft'

/** What is in a document and not in the text that was read, counted. */
export interface LeftOut {
  readonly comments?: number
  readonly deletions?: number
  readonly hidden?: number
  readonly unreadSigns?: number
  readonly embedded?: number
}

const places = (count: number): string => counted(count, 'place')

/** Says in the doubts what was left out of the text, and why. */
export const sayLeftOut = (draft: ArticleDraft, leftOut: LeftOut): void => {
  const { comments = 0, deletions = 0, hidden = 0, unreadSigns = 0, embedded = 0 } = leftOut
  const say = (count: number, sentence: string): void => {
    if (count > 0) draft.doubt('text', sentence)
  }
  say(
    comments,
    `Comments beside the text (${comments}) are no part of it; they are kept with what was left out.`,
  )
  say(
    deletions,
    `Changes were tracked: text that was deleted is left out (${places(deletions)}), and text that was inserted is kept.`,
  )
  say(hidden, `Text that is hidden in the document was left out (${places(hidden)}).`)
  say(unreadSigns, `Signs of symbol fonts that have no letter show as \ufffd (${places(unreadSigns)}).`)
  say(embedded, `Files, charts or diagrams that are embedded in the document were not read (${embedded}).`)
}
