import type { Claim, Evidence } from '#shared/model/claim'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'
import { citedIn } from './citedIn'
import type { Places } from './places'

interface NamedSource {
  readonly key: string
  readonly name: string
}

type Reader = Pick<Catalogue, 'record'>

const named = (id: string, catalogue: Reader): NamedSource => {
  const record = catalogue.record(id)
  return { key: id, name: record ? titleOf(record) : id }
}

/** A work is its source's, where it names one. */
const sourceOfItem = (id: string, catalogue: Reader): NamedSource => {
  const record = catalogue.record(id)
  return named((record?.kind === 'reference' && record.sourceId) || id, catalogue)
}

const sourcesOf = (
  { sourceId, itemId, target }: Evidence,
  places: Places,
  catalogue: Reader,
): NamedSource[] => {
  if (sourceId !== undefined) return [named(sourceId, catalogue)]
  if (itemId !== undefined) return [sourceOfItem(itemId, catalogue)]
  const article = target && places.article(target.articleId)
  const version = article?.versions.find(({ id }) => id === target?.versionId)
  if (!article || !version || !target) return []
  const cited = citedIn(article, version, target.passage, catalogue)
  if (cited.length > 0) return cited.map(({ sourceId: id, name }) => ({ key: id ?? name, name }))
  return [{ key: article.publisher ?? article.id, name: article.publisher ?? article.headline }]
}

/**
 * The sources that the supporting evidence of a claim rests on, each once: those who say so where the evidence names one,
 * else those that the passage cites, else whoever published it.
 */
export const restsOn = (claim: Claim, places: Places, catalogue: Reader): string[] => {
  const sources = claim.evidence
    .filter(({ relation }) => relation === 'supports')
    .flatMap((evidence) => sourcesOf(evidence, places, catalogue))
  return [...new Map(sources.map(({ key, name }) => [key, name])).values()]
}
