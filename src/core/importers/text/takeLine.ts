import type { ArticleDraft } from '../articleDraft'
import { furnitureReasonOf } from './furnitureRules'
import { readPhotoCredit } from './readPhotoCredit'
import { readSourceLine } from './readSourceLine'
import type { TextUnit } from './toUnits'

/**
 * Takes a line that is not a passage: source line, photo credit, furniture. False where it is to become a passage. `raw`
 * is the line as printed, `text` the same, cleaned.
 */
export const takeLine = (draft: ArticleDraft, { text, raw }: Pick<TextUnit, 'text' | 'raw'>): boolean => {
  const reason = furnitureReasonOf(text)
  if (reason) {
    draft.addFurniture(text, reason)
    return true
  }
  const line = readSourceLine(raw)
  if (line) {
    if (draft.addSourceLine(raw, line.cites, line.doubt)) return true
    draft.doubt(
      'sourceLines',
      'A line that names sources stands before the text; it was kept as a paragraph.',
    )
    return false
  }
  const credit = readPhotoCredit(text)
  if (credit) draft.addSlot({ credit })
  return credit !== undefined
}
