import type { Version } from '#shared/model/article'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { supportOf, type Support } from '#shared/model/support'
import { originsBehind } from '#core/origins/originsBehind'
import { recordsKnowledge } from '#core/origins/recordsKnowledge'
import { statedByClaim } from '#core/origins/stated'
import { articleText } from '#core/records/articleText'
import { byId } from '#core/records/byId'
import { keepLast } from '#core/records/keepLast'
import { confidentialSources, namesOf } from '../redaction/confidentialTerms'
import { createTermFinder } from '../redaction/createTermFinder'
import type { PreflightContext } from './types'

const createCounts = (records: RecordSet, pause: () => Promise<void>): PreflightContext['countOrigins'] => {
  const knowledge = recordsKnowledge(records)
  const counts = new Map<string, number>()
  return async (claim) => {
    const known = counts.get(claim.id)
    if (known !== undefined) return known
    const groups = await originsBehind(statedByClaim(claim, knowledge.citedAt), knowledge, pause)
    counts.set(claim.id, groups.length)
    return groups.length
  }
}

export const createContext = (
  records: RecordSet,
  { now, pause }: { readonly now: Date; readonly pause: () => Promise<void> },
): PreflightContext => {
  const supports = keepLast<ReadonlyMap<string, Support>>(16)
  const texts = keepLast<readonly string[]>(16)
  return {
    records,
    articles: byId(records.articles),
    sources: byId(records.sources),
    references: byId(records.references),
    photos: byId(records.photos),
    supportIn: (article: ArticleRecord, version: Version) =>
      supports(version.id, () => supportOf(version, article.citations)),
    textOf: (version) => texts(version.id, () => Array.from(articleText(version))),
    confidential: createTermFinder(confidentialSources(records.sources).flatMap(namesOf)),
    countOrigins: createCounts(records, pause),
    now,
  }
}
