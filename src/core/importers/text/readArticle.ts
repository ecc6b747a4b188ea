import { CuttingsError } from '#shared/errors'
import type { ParsedArticle } from '#shared/model/parsed'
import { addAnnouncedSlots } from './addAnnouncedSlots'
import { createArticleDraft } from '../articleDraft'
import { languageOf } from '../languageOf'
import { readBody } from './readBody'
import { readHeadlineOf } from './readHead'
import type { HeadFields } from './readHead'
import { toUnits } from './toUnits'

/** Reads a text, given in chunks, as one article: everything in it ends up in exactly one place, and what is not sure is said. */
export const readArticle = (chunks: () => Iterable<string>): ParsedArticle => {
  const { units, guessed } = toUnits(chunks)
  if (units.length === 0) throw new CuttingsError('not-text', { found: 'white space alone' })
  const fields: HeadFields = {}
  const draft = createArticleDraft()
  const from = readHeadlineOf(units, fields, draft)
  readBody(units, from, fields, draft)
  if (guessed)
    draft.doubt('passages', 'The lines are wrapped; where a paragraph ends was taken from short lines.')
  const headline = fields.headline ?? ''
  const language = languageOf(draft, headline)
  const { passages, sourceLines, slots, furniture, doubts } = draft.parts()
  const isNews = Boolean(fields.byline ?? fields.dateline ?? fields.published) || sourceLines.length > 0
  return {
    kind: 'article',
    fields: { ...fields, ...language.field, headline, articleType: isNews ? 'news' : 'document' },
    ...language.detected,
    passages,
    sourceLines,
    slots: addAnnouncedSlots(slots, headline, draft),
    furniture,
    doubts,
  }
}
