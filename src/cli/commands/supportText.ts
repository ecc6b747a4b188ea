import { reasonText } from '#core/origins/reasonText'
import type { OriginGroups, PassageSupport, SupportRow } from '#shared/contract/support'
import { plainLine } from '../plainText'

/** Those behind something, who count as one with `=` between, and why they do. */
export const groupsText = (groups: OriginGroups): readonly string[] => {
  const names = groups.map(({ members }) => members.map(({ name }) => name).join(' = ')).join(', ')
  const reasons = groups.flatMap(({ why }) => why.map(reasonText))
  return [names, reasons.length > 0 ? `(${reasons.join('; ')})` : '']
}

const countText = ({ independent, checkable }: PassageSupport): string =>
  checkable ? String(independent) : '-'

/** A passage on one line: label, basis, number of independent sources, who they are, and why some count once. */
export const passageText = (support: PassageSupport): string => {
  const { passage, basis, groups } = support
  return plainLine([passage, basis, countText(support), ...groupsText(groups)].filter(Boolean).join('  '))
}

/** Code points of a passage that stand in a list. */
const longest = 80

export const rowText = ({ id, kind, title, passage, text, sources, why }: SupportRow): string => {
  const characters = Array.from(text ?? '')
  const cut = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text
  const place = passage === undefined ? title : `${title} [${passage}]`
  const reasons = why && `(${why.map(reasonText).join('; ')})`
  return plainLine([id, kind, place, sources?.join(' = '), reasons, cut].filter(Boolean).join('  '))
}
