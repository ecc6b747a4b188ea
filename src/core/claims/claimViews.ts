import type { ClaimRow, ClaimView, EvidenceView } from '#shared/contract/claims'
import type { OriginGroups } from '#shared/contract/support'
import type { Claim, Evidence, EvidenceRelation } from '#shared/model/claim'
import type { PassageTarget } from '#shared/model/selector'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'
import { createPlaces, type Places } from './places'

const countOf = ({ evidence }: Claim, relation: EvidenceRelation): number =>
  evidence.filter((one) => one.relation === relation).length

export const toRow = (claim: Claim, groups: OriginGroups, places: Places): ClaimRow => {
  const { id, text, claimType, status, createdAt, target } = claim
  const article = target && places.article(target.articleId)
  const lastCheck = claim.checks.at(-1)
  return {
    id,
    text,
    claimType,
    status,
    createdAt,
    ...(target && article
      ? { article: { id: article.id, headline: article.headline, passage: target.passage } }
      : {}),
    supports: countOf(claim, 'supports'),
    contradicts: countOf(claim, 'contradicts'),
    context: countOf(claim, 'context'),
    sources: groups.length,
    ...(lastCheck ? { lastCheck } : {}),
  }
}

const isSamePassage = (a: PassageTarget, b: PassageTarget | undefined): boolean =>
  b !== undefined && a.articleId === b.articleId && a.versionId === b.versionId && a.passage === b.passage

/** Other claims with evidence in the passage of this one, or on the same photo or reference. */
const alsoUsedBy = (evidence: Evidence, own: Claim, catalogue: Catalogue): EvidenceView['alsoUsedBy'] => {
  const item = evidence.target?.articleId ?? evidence.itemId
  if (item === undefined) return []
  return catalogue
    .bearingOn(item)
    .claims.filter(
      (claim) =>
        claim.id !== own.id &&
        claim.evidence.some((other) =>
          evidence.target ? isSamePassage(evidence.target, other.target) : other.itemId === item,
        ),
    )
    .map(({ id, text, status }) => ({ id, text, status }))
}

const evidenceToView = (
  evidence: Evidence,
  claim: Claim,
  places: Places,
  catalogue: Catalogue,
): EvidenceView => {
  const place = evidence.target && places.view(evidence.target)
  const item = evidence.itemId === undefined ? undefined : catalogue.record(evidence.itemId)
  const source = evidence.sourceId === undefined ? undefined : catalogue.record(evidence.sourceId)
  return {
    ...evidence,
    ...(place ? { place } : {}),
    ...(item ? { item: { id: item.id, kind: item.kind, title: titleOf(item) } } : {}),
    ...(source ? { source: { id: source.id, name: titleOf(source) } } : {}),
    alsoUsedBy: alsoUsedBy(evidence, claim, catalogue),
  }
}

/** A claim with everything that is shown beside it. */
export const toView = (claim: Claim, groups: OriginGroups, catalogue: Catalogue): ClaimView => {
  const places = createPlaces(catalogue)
  const place = claim.target && places.view(claim.target)
  return {
    claim,
    ...(place ? { place } : {}),
    evidence: claim.evidence.map((evidence) => evidenceToView(evidence, claim, places, catalogue)),
    groups,
  }
}
