import type { OriginGroups, PassageSupport } from '#shared/contract/support'
import type { Claim } from '#shared/model/claim'
import type { ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { currentVersion } from '#shared/model/support'
import type { Knowledge } from '#core/origins/createKnowledge'
import { originsBehind } from '#core/origins/originsBehind'
import { passagesSupport, statedByPassage } from '#core/origins/passageSupport'
import { statedByClaim } from '#core/origins/stated'

/** On what a story rests, as far as the records of its pack say so: whoever receives them counts the same. */
export interface StorySupport {
  readonly passages: ReadonlyMap<string, PassageSupport>
  /** Who is behind each claim. */
  readonly claims: ReadonlyMap<Id, OriginGroups>
}

/** The passages of an article's newest version, and the claims that it states. */
export const storySupport = async (
  article: ArticleRecord,
  claims: readonly Claim[],
  knowledge: Knowledge,
  pause: () => Promise<void>,
): Promise<StorySupport> => {
  const stated = statedByPassage(currentVersion(article), article.citations, claims)
  const passages = await passagesSupport(stated, knowledge, pause)
  const behind = new Map<Id, OriginGroups>()
  for (const claim of claims) {
    behind.set(claim.id, await originsBehind(statedByClaim(claim, knowledge.citedAt), knowledge, pause))
    await pause()
  }
  return { passages: new Map(passages.map((one) => [one.passage, one])), claims: behind }
}
