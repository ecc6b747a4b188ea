import type { PreflightFinding } from '#shared/contract/preflight'
import type { Claim } from '#shared/model/claim'
import { placeOf, placeOfClaim } from './places'
import type { FindAll, PreflightContext } from './types'

const eachClaim =
  (isFound: (claim: Claim, context: PreflightContext) => boolean): FindAll =>
  (context) =>
    context.records.claims.map((claim) => (): readonly PreflightFinding[] => {
      if (!isFound(claim, context)) return []
      const place = placeOfClaim(claim, context)
      return [place.kind === 'claim' ? { place } : { place, detail: claim.text }]
    })

export const unsourcedClaims = eachClaim((claim, context) => context.countOrigins(claim, context) === 0)

export const singleOriginClaims = eachClaim((claim, context) => context.countOrigins(claim, context) === 1)

export const uncheckedClaims = eachClaim(({ checks }) => checks.length === 0)

export const contradictedClaims = eachClaim(
  ({ status }) => status === 'contradicted' || status === 'disputed',
)

export const openNotes: FindAll = ({ records, articles, photos, references }) =>
  records.notes.map((note) => () => {
    if (!note.open) return []
    const { itemId, passage } = note.target
    const about = articles.get(itemId) ?? photos.get(itemId) ?? references.get(itemId)
    return [{ place: about ? placeOf(about, passage) : placeOf(note), detail: note.text }]
  })
