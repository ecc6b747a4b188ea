import type { PlanEntry, PlanTotals } from '#shared/contract/work'
import type { Version } from '#shared/model/article'
import { currentVersion } from '#shared/model/support'
import type { ParsedItem } from '#shared/model/parsed'
import type { RecordSet } from '#shared/model/records'

export type EntryCounts = NonNullable<PlanEntry['counts']>

const add = (counts: readonly EntryCounts[], sources: number): EntryCounts => {
  const sum = (of: (one: EntryCounts) => number): number => counts.reduce((all, one) => all + of(one), 0)
  return {
    summary: sum((one) => one.summary),
    passages: sum((one) => one.passages),
    citations: sum((one) => one.citations),
    sources,
    slots: sum((one) => one.slots),
    furniture: sum((one) => one.furniture),
  }
}

/** `passages` are those of the text, without the summary points. */
const textCounts = ({
  passages,
  slots,
  furniture,
}: Pick<Version, 'passages' | 'slots' | 'furniture'>): Omit<EntryCounts, 'citations' | 'sources'> => {
  const summary = passages.filter((passage) => passage.passageKind === 'summary').length
  return { summary, passages: passages.length - summary, slots: slots.length, furniture: furniture.length }
}

export const countsOfParsed = (all: readonly ParsedItem[]): EntryCounts => {
  const items = all.filter((item) => item.kind === 'article')
  const cites = items.flatMap((item) => item.sourceLines.flatMap((line) => line.cites))
  const each = items.map((item) => ({
    ...textCounts(item),
    citations: item.sourceLines.reduce((all, line) => all + line.cites.length, 0),
    sources: 0,
  }))
  return add(each, new Set(cites.map((cite) => cite.name)).size)
}

export const countsOfRecords = (records: RecordSet): EntryCounts => {
  const each = records.articles.map((article) => ({
    ...textCounts(currentVersion(article)),
    citations: article.citations.length,
    sources: 0,
  }))
  return add(each, records.sources.length)
}

export const emptyTotals: PlanTotals = {
  files: 0,
  bytes: 0,
  add: 0,
  version: 0,
  note: 0,
  duplicate: 0,
  keep: 0,
  refuse: 0,
  articles: 0,
  photos: 0,
  references: 0,
  passages: 0,
  citations: 0,
  slots: 0,
  newSources: 0,
}

/** What an entry that is added brings beside its counts. */
export interface Brings {
  readonly articles: number
  readonly versions: number
  readonly photos: number
  readonly references: number
  readonly newSources: number
}

/** Totals with one entry more. `passages` counts summary points too. */
export const withEntry = (
  totals: PlanTotals,
  entry: Omit<PlanEntry, 'index'>,
  brings?: Brings,
): PlanTotals => ({
  files: totals.files + 1,
  bytes: totals.bytes + entry.bytes,
  add: totals.add + Number(entry.outcome === 'add'),
  version: totals.version + Number(entry.outcome === 'version'),
  note: totals.note + Number(entry.outcome === 'note'),
  duplicate: totals.duplicate + Number(entry.outcome === 'duplicate'),
  keep: totals.keep + Number(entry.outcome === 'keep'),
  refuse: totals.refuse + Number(entry.outcome === 'refuse'),
  articles: totals.articles + (brings?.articles ?? 0),
  photos: totals.photos + (brings?.photos ?? 0),
  references: totals.references + (brings?.references ?? 0),
  passages: totals.passages + (brings ? (entry.counts?.passages ?? 0) + (entry.counts?.summary ?? 0) : 0),
  citations: totals.citations + (brings ? (entry.counts?.citations ?? 0) : 0),
  slots: totals.slots + (brings ? (entry.counts?.slots ?? 0) : 0),
  newSources: totals.newSources + (brings?.newSources ?? 0),
})
