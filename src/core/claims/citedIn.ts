import type { PlaceView } from '#shared/contract/places'
import type { Version } from '#shared/model/article'
import type { ArticleRecord } from '#shared/model/records'
import { supportOf } from '#shared/model/support'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'

/** What a passage cites, each source once; as inferred where the line that closes its run names it. */
export const citedIn = (
  article: ArticleRecord,
  version: Version,
  passage: string,
  catalogue: Pick<Catalogue, 'record'>,
): PlaceView['cited'] => {
  const ids = supportOf(version, article.citations).get(passage)?.citationIds ?? []
  const told = new Map<string, PlaceView['cited'][number]>()
  for (const id of ids) {
    const citation = article.citations.find((one) => one.id === id)
    if (!citation) continue
    const cited = citation.sourceId ?? citation.referenceId
    const record = cited === undefined ? undefined : catalogue.record(cited)
    const name = record ? titleOf(record) : citation.literal
    const key = cited ?? name
    if (told.has(key)) continue
    told.set(key, {
      ...(citation.sourceId === undefined ? {} : { sourceId: citation.sourceId }),
      name,
      basis: citation.passage === passage ? citation.origin : 'inferred',
    })
  }
  return [...told.values()]
}
