import type { Version } from '#shared/model/article'
import type { PassageTarget } from '#shared/model/selector'
import { targetAt } from './createSelector'
import { findQuotations } from './findQuotations'
import { readVersionText } from './versionText'

/** Each quotation of a version, with the marks around it. */
export const listQuotations = (
  version: Version,
): { text: string; marks: string[]; target: PassageTarget }[] => {
  const text = readVersionText(version)
  return text.lines.flatMap((line) =>
    findQuotations(line.text).map((found) => ({
      text: found.text,
      marks: [...found.marks],
      target: targetAt(version, text, text.startOf(line) + found.start, text.startOf(line) + found.end),
    })),
  )
}
