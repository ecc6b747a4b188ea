import type { PreflightFinding } from '#shared/contract/preflight'
import type { Claim } from '#shared/model/claim'
import { placeOf, placeOfClaim } from './places'
import type { FindAll, PreflightContext } from './types'

const eachClaim =
  (isFound: (claim: Claim, context: PreflightContext) => boolean | Promise<boolean>): FindAll =>
  (context) =>
    context.records.claims.map((claim) => async (): Promise<readonly PreflightFinding[]> => {
      if (!(await isFound(claim, context))) return []
      const place = placeOfClaim(claim, context)
      return [place.kind === 'claim' ? { place } : { place, detail: claim.text }]
    })

/** Claims that rest on so many independent sources. */
const claimsOn = (sources: number): FindAll =>
  eachClaim(async (claim, { countOrigins }) => (await countOrigins(claim)) === sources)

export const unsourcedClaims = claimsOn(0)
export const singleOriginClaims = claimsOn(1)

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
