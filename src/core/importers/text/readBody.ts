import type { ArticleDraft } from '../articleDraft'
import { furnitureReasonOf } from './furnitureRules'
import { isHeading } from './isHeading'
import { readBullet } from './readBullet'
import { readDateline } from './readDateline'
import { takeHeadUnit } from './readHead'
import type { HeadFields } from './readHead'
import { readQuote } from './readQuote'
import { readSourceLine } from './readSourceLine'
import { takeLine } from './takeLine'
import type { TextUnit } from './toUnits'

/** Whether a bullet belongs to a list: its mark is never anything else, or its neighbour has the same. */
const isListed = (units: readonly TextUnit[], index: number): boolean => {
  const bullet = readBullet(units[index]?.text ?? '')
  if (!bullet || bullet.sure) return bullet?.sure === true
  return [units[index - 1], units[index + 1]].some(
    (unit) => unit && readBullet(unit.text)?.mark === bullet.mark,
  )
}

const isHeadingAt = (units: readonly TextUnit[], index: number): boolean => {
  const unit = units[index]
  const next = units[index + 1]
  if (!unit?.apart || !next || !isHeading(unit.text)) return false
  return next.text.length > unit.text.length && readSourceLine(next.raw) === undefined
}

const takeDateline = (fields: HeadFields, draft: ArticleDraft, text: string): void => {
  const read = readDateline(text)
  if (!read || fields.dateline !== undefined) return
  fields.dateline = read.dateline
  if (read.agency) draft.doubt('dateline', `The dateline names "${read.agency}"; it was not made a citation.`)
}

/**
 * Reads what follows the headline. Until the first paragraph bylines, dates and the like are taken as such and bullets are
 * summary points; then bullets are list points, and short lines between blank ones headings, with a doubt.
 */
export const readBody = (
  units: readonly TextUnit[],
  from: number,
  fields: HeadFields,
  draft: ArticleDraft,
): void => {
  let inHead = true
  const summaryFollowedByText = units
    .slice(from)
    .some((unit) => !readBullet(unit.text) && furnitureReasonOf(unit.text) === undefined)
  const headings: string[] = []
  for (let index = from; index < units.length; index += 1) {
    const unit = units[index]
    if (!unit) break
    if (inHead && takeHeadUnit(fields, draft, unit)) continue
    if (takeLine(draft, unit)) continue
    const { text } = unit
    const bullet = readBullet(text)
    if (bullet && inHead && summaryFollowedByText) draft.addPassage('summary', bullet.text)
    else if (bullet && isListed(units, index)) draft.addPassage('listItem', bullet.text)
    else {
      const quote = readQuote(text)
      if (quote !== undefined) draft.addPassage('quote', quote)
      else if (!inHead && isHeadingAt(units, index)) headings.push(draft.addPassage('heading', text))
      else {
        if (inHead) takeDateline(fields, draft, text)
        draft.addPassage('paragraph', text)
      }
      inHead = false
    }
  }
  if (headings.length > 0)
    draft.doubt(
      'passages',
      `Taken for headings because they are short and stand alone: ${headings.join(', ')}.`,
    )
}
