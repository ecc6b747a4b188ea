import type { CitingPassage } from '#shared/contract/sources'
import type { OriginGroups, PassagePlace, SameOrigin } from '#shared/contract/support'
import { plainLine } from '../../plainText'
import { reasonText } from '#core/origins/reasonText'

interface Placed extends PassagePlace {
  readonly groups: OriginGroups
}

/** Why a source counts once with others at a passage. */
export const whyOf = (
  sourceId: string,
  { articleId, passage }: PassagePlace,
  found: readonly Placed[],
): readonly SameOrigin[] =>
  found
    .find((one) => one.articleId === articleId && one.passage === passage)
    ?.groups.find(({ members }) => members.some((member) => member.sourceId === sourceId))?.why ?? []

export const citingText = (
  { articleId, headline, passage, basis, literal }: CitingPassage,
  why: readonly SameOrigin[],
): string =>
  plainLine(
    [articleId, `${headline} [${passage}]`, basis, `"${literal}"`, why.map(reasonText).join('; ')]
      .filter(Boolean)
      .join('  '),
  )
