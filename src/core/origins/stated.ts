import type { Citation } from '#shared/model/citation'
import type { Claim, Evidence } from '#shared/model/claim'
import type { Id } from '#shared/model/scalars'
import type { PassageTarget } from '#shared/model/selector'

/** The words of a passage, and the citations that carry it. */
export interface CitedPassage {
  readonly text: string
  readonly citations: readonly Citation[]
}

/** What has to rest on something: a passage with the claims that it states, or one claim. */
export interface Stated extends CitedPassage {
  /** The article that states it, which never stands for itself; absent for a claim that stands alone. */
  readonly storyId?: Id
  /** What was brought for it. */
  readonly supporting: readonly Evidence[]
}

export const supportingOf = (claims: readonly Pick<Claim, 'evidence'>[]): Evidence[] =>
  claims.flatMap(({ evidence }) => evidence.filter(({ relation }) => relation === 'supports'))

/** A claim with those whom its own passage cites: they said it, whoever printed it. */
export const statedByClaim = (
  claim: Claim,
  citedAt: (target: PassageTarget) => CitedPassage | undefined,
): Stated => {
  const { target } = claim
  const own = target && citedAt(target)
  return {
    text: own?.text ?? claim.text,
    citations: own?.citations ?? [],
    ...(target ? { storyId: target.articleId } : {}),
    supporting: supportingOf([claim]),
  }
}
