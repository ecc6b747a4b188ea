import type { ParsedArticle } from '#shared/model/parsed'
import { announcedSlots } from './announcedSlots'
import type { ArticleDraft } from '../articleDraft'

/** The slots of credit lines, and as many unplaced ones as the headline announces beyond them. */
export const addAnnouncedSlots = (
  stated: ParsedArticle['slots'],
  headline: string,
  draft: ArticleDraft,
): ParsedArticle['slots'] => {
  const announced = announcedSlots(headline)
  if (announced <= stated.length) return stated
  const found =
    stated.length === 0 ? 'no line of the text says where' : `${stated.length} of them have a credit line`
  draft.doubt('slots', `The headline announces ${announced} pictures; ${found}. The others have no place.`)
  const slots = [...stated]
  while (slots.length < announced) slots.push({ number: slots.length + 1, placement: 'inferred' })
  return slots
}
