import type { OriginGroups, PassageSupport, ShownBasis } from '#shared/contract/support'
import type { Passage, Version } from '#shared/model/article'
import type { Citation } from '#shared/model/citation'
import type { Claim } from '#shared/model/claim'
import { supportOf, type Support } from '#shared/model/support'
import type { Knowledge } from './createKnowledge'
import { originsBehind } from './originsBehind'
import { supportingOf, type Stated } from './stated'

/** What a passage states and cites, before it is known who of them tells one story. */
export interface PassageStated {
  readonly passage: Passage
  readonly support: Support
  readonly claims: readonly Claim[]
  readonly stated: Stated
}

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

/** Each passage of a version with its citations and the evidence of its claims, in the order of the text. */
export const statedByPassage = (
  version: Version,
  citations: readonly Citation[],
  claims: readonly Claim[],
): PassageStated[] => {
  const support = supportOf(version, citations)
  const byId = new Map(citations.map((citation) => [citation.id, citation]))
  const stated = claimsByPassage(version, claims)
  return [...version.passages]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((passage) => {
      const own = support.get(passage.label) ?? { basis: 'none', citationIds: [] }
      const made = stated.get(passage.label) ?? []
      return {
        passage,
        support: own,
        claims: made,
        stated: {
          storyId: version.articleId,
          text: passage.text,
          citations: own.citationIds.flatMap((id) => byId.get(id) ?? []),
          supporting: supportingOf(made),
        },
      }
    })
}

const isContradicted = (claim: Claim): boolean =>
  claim.status === 'contradicted' ||
  (claim.status !== 'supported' && claim.evidence.some(({ relation }) => relation === 'contradicts'))

const isBeyondChecking = ({ claimType, status }: Claim): boolean =>
  claimType === 'opinion' || status === 'not-checkable'

const basisOf = ({ claims, support }: PassageStated): ShownBasis =>
  claims.some(isContradicted) ? 'contradicted' : support.basis

const isCheckable = ({ passage, claims }: PassageStated): boolean =>
  passage.passageKind !== 'heading' && (claims.length === 0 || !claims.every(isBeyondChecking))

export const passageSupport = (of: PassageStated, groups: OriginGroups): PassageSupport => ({
  passage: of.passage.label,
  basis: basisOf(of),
  independent: groups.length,
  checkable: isCheckable(of),
  citationIds: [...of.support.citationIds],
  groups,
})

/** What each passage of a version rests on, in the order of the text. */
export const passagesSupport = async (
  stated: readonly PassageStated[],
  knowledge: Knowledge,
  pause: () => Promise<void>,
): Promise<PassageSupport[]> => {
  const passages: PassageSupport[] = []
  for (const one of stated) {
    passages.push(passageSupport(one, await originsBehind(one.stated, knowledge, pause)))
    await pause()
  }
  return passages
}
