import { facetNames } from '#shared/facets'
import type { FieldSums } from '../shard'
import { assembleSegment, numberBytes, type Sections } from '../segment/format'
import { idsToBytes } from '../segment/idTable'
import { columnSections, sectionNames } from '../segment/sectionNames'
import { searchFields } from '#core/search/fields'
import { planDocuments, type DocumentPlan } from './planDocuments'
import { mergeColumn } from './mergeColumn'
import { mergeGroups } from './mergeGroups'
import { mergeTerms } from './mergeTerms'
import type { MergeSource } from './mergeSource'

/** What stands for "no date" in the first of a document's two days. */
export const noDay = -(2 ** 31)

const mergeLengths = (plan: DocumentPlan): { lengths: Uint16Array; sums: FieldSums } => {
  const fields = searchFields.length
  const lengths = new Uint16Array(plan.documents.length * fields)
  const sums = {
    documents: plan.documents.length,
    lengths: searchFields.map(() => 0),
    filled: searchFields.map(() => 0),
  }
  for (const [at, { source, document }] of plan.documents.entries())
    for (let field = 0; field < fields; field++) {
      const words = source.length(document, field)
      if (words === 0) continue
      lengths[field * plan.documents.length + at] = words
      sums.lengths[field] = (sums.lengths[field] ?? 0) + words
      sums.filled[field] = (sums.filled[field] ?? 0) + 1
    }
  return { lengths, sums }
}

const mergePublished = ({ documents }: DocumentPlan): Int32Array => {
  const days = new Int32Array(documents.length * 2)
  for (const [at, { source, document }] of documents.entries()) {
    const [earliest, latest] = source.published(document) ?? [noDay, noDay]
    days[2 * at] = earliest
    days[2 * at + 1] = latest
  }
  return days
}

const mergeTitles = ({ documents }: DocumentPlan): { titles: Uint8Array; starts: Uint32Array } => {
  const titles = documents.map(({ source, document }) => Buffer.from(source.sortTitle(document)))
  const starts = new Uint32Array(titles.length + 1)
  for (const [at, title] of titles.entries()) starts[at + 1] = (starts[at] as number) + title.length
  return { titles: Buffer.concat(titles), starts }
}

const columnTables = (plan: DocumentPlan): (readonly [string, Uint8Array])[] =>
  facetNames.flatMap((facet) => {
    const names = columnSections(facet)
    const { values, starts, numbers } = mergeColumn(plan, facet)
    return [
      [names.values, Buffer.from(JSON.stringify(values))] as const,
      [names.starts, numberBytes(starts)] as const,
      [names.numbers, numberBytes(numbers)] as const,
    ]
  })

/**
 * The bytes of one segment with the documents of these shards that are not masked, ordered by id: which shards they were in,
 * and in which order, shows in no byte of it. No text is analysed again. Of a document that two of them hold, the last counts.
 */
export const mergeShards = (sources: readonly MergeSource[]): Uint8Array => {
  const plan = planDocuments(sources)
  const { lengths, sums } = mergeLengths(plan)
  const terms = mergeTerms(sources, plan)
  const stems = mergeGroups('stems', sources, terms.numbers)
  const keys = mergeGroups('keys', sources, terms.numbers)
  const titles = mergeTitles(plan)
  const sections: Sections = new Map([
    ...terms.sections,
    ...stems.sections,
    ...keys.sections,
    [sectionNames.ids, idsToBytes(plan.ids)],
    [sectionNames.lengths, numberBytes(lengths)],
    [sectionNames.published, numberBytes(mergePublished(plan))],
    [sectionNames.titles, titles.titles],
    [sectionNames.titleStarts, numberBytes(titles.starts)],
    ...columnTables(plan),
  ])
  const facts = {
    documents: plan.documents.length,
    terms: terms.size,
    stems: stems.size,
    keys: keys.size,
    sums,
    stemLanguages: [...new Set(sources.flatMap((source) => source.stemLanguages()))].sort(),
  }
  return assembleSegment(facts, sections)
}
