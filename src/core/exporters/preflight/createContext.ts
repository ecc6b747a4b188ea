import type { Version } from '#shared/model/article'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { supportOf, type Support } from '#shared/model/support'
import { articleText } from '#core/records/articleText'
import { byId } from '#core/records/byId'
import { confidentialSources, namesOf } from '../redaction/confidentialTerms'
import { createTermFinder } from '../redaction/createTermFinder'
import type { CountOrigins, PreflightContext } from './types'

/** The last few of what is asked for again and again, such as the article of several claims. */
const keepLast = <Value>(most: number) => {
  const held = new Map<string, Value>()
  return (key: string, make: () => Value): Value => {
    const known = held.get(key)
    if (known !== undefined) return known
    const value = make()
    const [oldest] = held.keys()
    if (held.size >= most && oldest !== undefined) held.delete(oldest)
    held.set(key, value)
    return value
  }
}

export const createContext = (
  records: RecordSet,
  { countOrigins, now }: { readonly countOrigins: CountOrigins; readonly now: Date },
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
    countOrigins,
    now,
  }
}
