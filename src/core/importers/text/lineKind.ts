import { furnitureReasonOf } from './furnitureRules'
import { readBullet } from './readBullet'
import { readPhotoCredit } from './readPhotoCredit'
import { readQuote } from './readQuote'
import { readSourceLine } from './readSourceLine'
import type { TextLine } from './textLines'

/** Whether a line stands for itself, so that no other is joined to it. */
export const standsAlone = ({ raw, text }: TextLine): boolean =>
  furnitureReasonOf(text) !== undefined ||
  readSourceLine(raw) !== undefined ||
  readPhotoCredit(text) !== undefined

/** Whether a line can only be the first of its paragraph. */
export const startsUnit = ({ text }: TextLine): boolean => {
  const bullet = readBullet(text)
  return (bullet !== undefined && bullet.mark !== '1') || readQuote(text) !== undefined
}
