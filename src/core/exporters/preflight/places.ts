import { titleOf } from '#core/records/titleOf'
import type { PreflightPlace } from '#shared/contract/preflight'
import type { Claim } from '#shared/model/claim'
import type { AnyRecord } from '#shared/model/records'
import type { PreflightContext } from './types'

export const placeOf = (
  record: Exclude<AnyRecord, { kind: 'citation' }>,
  passage?: string,
): PreflightPlace => ({
  id: record.id,
  kind: record.kind,
  title: titleOf(record),
  ...(passage === undefined ? {} : { passage }),
})

/** The passage that states a claim; the claim itself where it stands alone. */
export const placeOfClaim = (claim: Claim, { articles }: PreflightContext): PreflightPlace => {
  const article = claim.target && articles.get(claim.target.articleId)
  return article ? placeOf(article, claim.target?.passage) : placeOf(claim)
}
