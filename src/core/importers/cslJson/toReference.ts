import type { Doubt } from '#shared/model/article'
import type { ParsedReference } from '#shared/model/parsed'
import type { CslItem } from '#shared/model/reference'
import { sourceOfItem } from './sourceOfItem'

/** A reference with the source that its item names. */
export const toReference = (
  key: string | undefined,
  csl: CslItem,
  doubts: readonly Doubt[],
): ParsedReference => {
  const source = sourceOfItem(csl)
  return {
    kind: 'reference',
    ...(key === undefined ? {} : { key }),
    csl,
    ...(source ? { source } : {}),
    doubts: [...doubts],
  }
}
