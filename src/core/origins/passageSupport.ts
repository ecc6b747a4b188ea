import type { PassageSupport, ShownBasis } from '#shared/contract/support'
import type { Passage, Version } from '#shared/model/article'
import type { Citation } from '#shared/model/citation'
import type { Claim, Evidence } from '#shared/model/claim'
import { supportOf, type Support } from '#shared/model/support'
import { namingsOf, type Naming, type ReadRecord } from './namings'
import { printedLinks } from './printedLinks'
import { unite, type OriginLink } from './unite'

/** What a passage rests on before it is known who of them tells one story. */
export interface PassageNamings {
  readonly passage: Passage
  readonly support: Support
  readonly claims: readonly Claim[]
  readonly namings: readonly Naming[]
}

export interface SupportInput {
  readonly version: Version
  readonly citations: readonly Citation[]
  readonly claims: readonly Claim[]
  readonly read: ReadRecord
}

const supports = ({ relation }: Evidence): boolean => relation === 'supports'

/** Claims that the version states, by the passage in which they begin. */
const claimsByPassage = (version: Version, claims: readonly Claim[]): ReadonlyMap<string, Claim[]> => {
  const found = new Map<string, Claim[]>()
  for (const claim of claims) {
    if (claim.target?.versionId !== version.id) continue
    const held = found.get(claim.target.passage)
    if (held) held.push(claim)
    else found.set(claim.target.passage, [claim])
  }
  return found
}

/** Each passage of a version with those who stand behind it: by its citations, and by the evidence of its claims. */
export const namingsByPassage = ({ version, citations, claims, read }: SupportInput): PassageNamings[] => {
  const support = supportOf(version, citations)
  const byId = new Map(citations.map((citation) => [citation.id, citation]))
  const stated = claimsByPassage(version, claims)
  return [...version.passages]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((passage) => {
      const own = support.get(passage.label) ?? { basis: 'none', citationIds: [] }
      const made = stated.get(passage.label) ?? []
      const cited = own.citationIds.flatMap((id) => byId.get(id) ?? [])
      const evidence = made.flatMap((claim) => claim.evidence.filter(supports))
      return { passage, support: own, claims: made, namings: namingsOf(cited, evidence, read) }
    })
}

const isContradicted = (claim: Claim): boolean =>
  claim.status === 'contradicted' ||
  (claim.status !== 'supported' && claim.evidence.some(({ relation }) => relation === 'contradicts'))

const isBeyondChecking = ({ claimType, status }: Claim): boolean =>
  claimType === 'opinion' || status === 'not-checkable'

const basisOf = ({ claims, support }: PassageNamings): ShownBasis =>
  claims.some(isContradicted) ? 'contradicted' : support.basis

const isCheckable = ({ passage, claims }: PassageNamings): boolean =>
  passage.passageKind !== 'heading' && (claims.length === 0 || !claims.every(isBeyondChecking))

/** The support of one passage; `links` are what the archive knows beyond the article's own words. */
export const passageSupport = (of: PassageNamings, links: readonly OriginLink[]): PassageSupport => {
  const { passage, support, namings } = of
  const members = new Map(namings.map(({ key, member }) => [key, member]))
  const groups = unite([...members.keys()], [...printedLinks(namings, passage.text), ...links])
  return {
    passage: passage.label,
    basis: basisOf(of),
    independent: groups.length,
    checkable: isCheckable(of),
    citationIds: [...support.citationIds],
    groups: groups.map(({ keys, why }) => ({
      members: keys.flatMap((key) => members.get(key) ?? []),
      why: [...why],
    })),
  }
}
