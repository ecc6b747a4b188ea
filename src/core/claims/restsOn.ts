import type { Citation } from '#shared/model/citation'
import type { Claim, Evidence } from '#shared/model/claim'
import { supportOf } from '#shared/model/support'
import { namingsOf } from '../origins/namings'
import { printedLinks } from '../origins/printedLinks'
import { unite } from '../origins/unite'
import type { Catalogue } from '../store/types'
import type { Places } from './places'

/** What a passage that is evidence says of its own sources. */
const citedBy = ({ target, sourceId }: Evidence, places: Places): { citations: Citation[]; text: string } => {
  const article = target && places.article(target.articleId)
  const version = article?.versions.find(({ id }) => id === target?.versionId)
  const passage = version?.passages.find(({ label }) => label === target?.passage)
  if (!article || !version || !passage || sourceId !== undefined) return { citations: [], text: '' }
  const ids = new Set(supportOf(version, article.citations).get(passage.label)?.citationIds)
  return { citations: article.citations.filter(({ id }) => ids.has(id)), text: passage.text }
}

/**
 * The sources that the supporting evidence of a claim rests on: those who say so where the evidence names one, else those
 * that the passage cites, else whoever published it. What the words themselves tell to be one source is one, its names with
 * a slash between.
 */
export const restsOn = (claim: Claim, places: Places, catalogue: Pick<Catalogue, 'record'>): string[] => {
  const supporting = claim.evidence.filter(({ relation }) => relation === 'supports')
  const cited = supporting.map((evidence) => ({ evidence, ...citedBy(evidence, places) }))
  const namings = namingsOf(
    cited.flatMap(({ citations }) => citations),
    cited.flatMap(({ evidence, citations }) => (citations.length > 0 ? [] : [evidence])),
    catalogue.record,
  )
  const names = new Map(namings.map(({ key, member }) => [key, member.name]))
  const texts = cited.map(({ text }) => text).join('\n')
  return unite([...names.keys()], printedLinks(namings, texts)).map(({ keys }) =>
    [...new Set(keys.flatMap((key) => names.get(key) ?? []))].join(' / '),
  )
}
