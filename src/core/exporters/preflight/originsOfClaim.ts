import type { Id } from '#shared/model/scalars'
import type { PassageTarget } from '#shared/model/selector'
import type { Claim } from '#shared/model/claim'
import type { CountOrigins, PreflightContext } from './types'

/** Sources that a passage cites, or is covered by. */
const citedAt = ({ articleId, versionId, passage }: PassageTarget, context: PreflightContext): Id[] => {
  const article = context.articles.get(articleId)
  const version = article?.versions.find(({ id }) => id === versionId)
  if (!article || !version) return []
  const cited = new Set(context.supportIn(article, version).get(passage)?.citationIds)
  return article.citations
    .filter(({ id }) => cited.has(id))
    .flatMap(({ sourceId, referenceId }) => sourceId ?? referenceId ?? [])
}

/** Who stands behind one piece of evidence: who is named for it, whom its passage cites, else the text or the item itself. */
const originsOfEvidence = (
  { target, itemId, sourceId }: Claim['evidence'][number],
  context: PreflightContext,
): Id[] => {
  if (sourceId !== undefined) return [sourceId]
  if (itemId !== undefined) return [context.references.get(itemId)?.sourceId ?? itemId]
  if (!target) return []
  const cited = citedAt(target, context)
  return cited.length > 0 ? cited : [target.articleId]
}

/** Sources by their records: two that tell one wire story count as two here. */
export const countDistinctSources: CountOrigins = (claim, context) => {
  const supporting = claim.evidence.filter(({ relation }) => relation === 'supports')
  return new Set([
    ...(claim.target ? citedAt(claim.target, context) : []),
    ...supporting.flatMap((evidence) => originsOfEvidence(evidence, context)),
  ]).size
}
