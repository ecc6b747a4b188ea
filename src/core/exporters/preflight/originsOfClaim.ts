import { namingsOf, type ReadRecord } from '#core/origins/namings'
import { printedLinks } from '#core/origins/printedLinks'
import { unite } from '#core/origins/unite'
import type { Citation } from '#shared/model/citation'
import type { Evidence } from '#shared/model/claim'
import type { PassageTarget } from '#shared/model/selector'
import type { CountOrigins, PreflightContext } from './types'

interface Cited {
  readonly citations: readonly Citation[]
  readonly text: string
}

/** What a passage cites, or is covered by, and its words. */
const citedAt = (target: PassageTarget | undefined, context: PreflightContext): Cited => {
  const article = context.articles.get(target?.articleId ?? '')
  const version = article?.versions.find(({ id }) => id === target?.versionId)
  const passage = version?.passages.find(({ label }) => label === target?.passage)
  if (!article || !version || !passage) return { citations: [], text: '' }
  const cited = new Set(context.supportIn(article, version).get(passage.label)?.citationIds)
  return { citations: article.citations.filter(({ id }) => cited.has(id)), text: passage.text }
}

/** Evidence by who says so, where one is named or the reference has one. */
const withSource = (evidence: Evidence, { references }: PreflightContext): Evidence => {
  const sourceId = evidence.sourceId ?? references.get(evidence.itemId ?? '')?.sourceId
  return sourceId === undefined ? evidence : { ...evidence, sourceId }
}

/**
 * On how many sources a claim rests that do not depend on each other, as far as the records of the pack say so: those that
 * its own passage cites, and of each evidence who is named for it, whom its passage cites, else the text or item itself.
 */
export const countIndependentSources: CountOrigins = (claim, context) => {
  const read: ReadRecord = (id) =>
    context.articles.get(id) ??
    context.sources.get(id) ??
    context.references.get(id) ??
    context.photos.get(id)
  const own = citedAt(claim.target, context)
  const supporting = claim.evidence
    .filter(({ relation }) => relation === 'supports')
    .map((one) => withSource(one, context))
    .map((evidence) => ({
      evidence,
      ...citedAt(evidence.sourceId === undefined ? evidence.target : undefined, context),
    }))
  const all: readonly Cited[] = [own, ...supporting]
  const namings = namingsOf(
    all.flatMap(({ citations }) => citations),
    supporting.flatMap(({ evidence, citations }) => (citations.length > 0 ? [] : [evidence])),
    read,
  )
  const text = all.map((one) => one.text).join('\n')
  return unite(
    namings.map(({ key }) => key),
    printedLinks(namings, text),
  ).length
}
