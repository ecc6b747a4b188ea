import type { RecordSet } from '#shared/model/records'
import { csvTable } from './csvTable'

/** sources.csv: the sources and how many citations of this pack name each. */
export const sourceTable = (records: RecordSet): string => {
  const counts = new Map<string, number>()
  for (const citation of records.articles.flatMap((article) => article.citations))
    if (citation.sourceId !== undefined)
      counts.set(citation.sourceId, (counts.get(citation.sourceId) ?? 0) + 1)
  return csvTable(
    ['name', 'aliases', 'kind', 'url', 'owner', 'warnings', 'citations', 'source id'],
    records.sources.map((source) => [
      source.name,
      source.aliases.join('; '),
      source.sourceKind,
      source.url,
      source.owner,
      source.warnings.join('; '),
      counts.get(source.id) ?? 0,
      source.id,
    ]),
  )
}
