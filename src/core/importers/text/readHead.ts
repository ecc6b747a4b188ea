import type { ParsedArticle } from '#shared/model/parsed'
import type { ArticleDraft } from '../articleDraft'
import { furnitureReasonOf } from './furnitureRules'
import { readBullet } from './readBullet'
import { readByline } from './readByline'
import { readStatedDate } from './readStatedDate'
import type { StatedDate } from './readStatedDate'
import { readDateline } from './readDateline'
import { readHeadline } from './readHeadline'
import { readPhotoCredit } from './readPhotoCredit'
import { readSourceLine } from './readSourceLine'
import type { TextUnit } from './toUnits'

/** What is said before the first paragraph, while it is read. */
export type HeadFields = { -readonly [Key in keyof ParsedArticle['fields']]?: ParsedArticle['fields'][Key] }

/** Names on one byline; more lines like it in one head are text. */
const takeDate = (fields: HeadFields, draft: ArticleDraft, read: StatedDate): boolean => {
  if (fields[read.field]) return false
  fields[read.field] = read.date
  if (read.doubt) draft.doubt(read.field, read.doubt)
  return true
}

const takeByline = (fields: HeadFields, draft: ArticleDraft, text: string): boolean => {
  const read = readByline(text)
  if (!read || fields.byline !== undefined) return false
  if (read.date && !takeDate(fields, draft, read.date)) return false
  fields.byline = read.byline
  return true
}

const takeUrl = (fields: HeadFields, text: string): boolean => {
  if (fields.url !== undefined || !/^https?:\/\/\S+$/.test(text) || !URL.canParse(text)) return false
  fields.url = text
  return true
}

const takeDatelineAlone = (fields: HeadFields, text: string): boolean => {
  const read = readDateline(text)
  if (!read?.alone || fields.dateline !== undefined) return false
  fields.dateline = read.agency === undefined ? read.dateline : `${read.dateline} (${read.agency})`
  return true
}

/** Takes a unit that belongs to the head: byline, date, address, dateline, furniture. False for the rest. */
export const takeHeadUnit = (fields: HeadFields, draft: ArticleDraft, { text }: TextUnit): boolean => {
  const date = readStatedDate(text)
  if (date && takeDate(fields, draft, date)) return true
  if (takeByline(fields, draft, text) || takeUrl(fields, text) || takeDatelineAlone(fields, text)) return true
  const reason = furnitureReasonOf(text)
  if (reason) draft.addFurniture(text, reason)
  return reason !== undefined
}

/** Whether a unit can be the headline: not a bullet, a credit or a source line. */
const canBeHeadline = ({ text, raw }: TextUnit): boolean =>
  readBullet(text)?.sure !== true &&
  readPhotoCredit(text) === undefined &&
  readSourceLine(raw) === undefined &&
  readDateline(text) === undefined

/**
 * Finds the headline and returns the index of the unit after it. Page furniture, a byline, dates and addresses above it
 * are taken; where no line can be a headline, the first words of the first become one and the line stays text.
 */
export const readHeadlineOf = (
  units: readonly TextUnit[],
  fields: HeadFields,
  draft: ArticleDraft,
): number => {
  let index = 0
  let unit = units[index]
  while (unit && index < units.length - 1 && takeHeadUnit(fields, draft, unit)) unit = units[(index += 1)]
  if (!unit) return index
  const { headline, whole } = readHeadline(unit.text)
  fields.headline = headline
  if (whole && canBeHeadline(unit)) return index + 1
  draft.doubt('headline', 'No line reads like a headline; the first words of the text were taken.')
  return index
}
