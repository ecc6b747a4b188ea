import type { ArticleRecord } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'

/** By what the work is known that a digest is after; undefined where the archive does not hold it. */
export const digestedWork = (
  { basedOn }: ArticleRecord,
  references: ReadonlyMap<string, Reference>,
): string | undefined => {
  const csl = basedOn === undefined ? undefined : references.get(basedOn)?.csl
  return csl?.['container-title'] ?? csl?.publisher ?? csl?.title
}
