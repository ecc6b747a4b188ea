import type { ArticleView } from '#shared/contract/records'
import type { Passage, Slot, SourceLine, Version } from '#shared/model/article'
import type { Citation, Source } from '#shared/model/citation'
import { supportOf, type Support, type SupportBasis } from '#shared/model/support'

/** A citation as it stands beside a passage: a chip. */
export interface CitationView {
  readonly id: string
  /** Name of the source, else the words as printed. */
  readonly name: string
  readonly literal: string
  readonly basis: 'printed' | 'inferred' | 'confirmed'
  readonly sourceId?: string
  readonly referenceId?: string
  /** What a desk is to be told of the source. */
  readonly warnings: readonly string[]
}

/** A run is said once, at its first passage; the rule carries the rest. */
export type MarginNote =
  | {
      readonly type: 'inferred' | 'none'
      readonly from: string
      readonly to: string
      readonly length: number
    }
  | { readonly type: 'twice'; readonly name: string }

export interface PassageView {
  readonly passage: Passage
  readonly basis: SupportBasis
  readonly citations: readonly CitationView[]
  readonly lines: readonly SourceLine[]
  readonly note?: MarginNote
  /** Its chips stand in the margin; else they show only when the passage is chosen. */
  readonly showsChips: boolean
  /** For `inferred`: where its run starts, and the passage under which the line stands. */
  readonly closed?: { readonly from: string; readonly by: string }
  /** The page that begins with this passage, in a document that has pages. */
  readonly page?: number
}

export type Block =
  { readonly type: 'passage'; readonly view: PassageView } | { readonly type: 'slot'; readonly slot: Slot }

export interface ReadingModel {
  readonly summary: readonly PassageView[]
  readonly blocks: readonly Block[]
  readonly slots: readonly Slot[]
  readonly unplaced: readonly Slot[]
  /** The paragraphs, as the overview and the list's miniature count them. */
  readonly paragraphs: readonly { readonly label: string; readonly basis: SupportBasis }[]
  readonly citations: number
  readonly sources: number
}

const toCitationView = (
  citation: Citation,
  basis: SupportBasis,
  sources: ReadonlyMap<string, Source>,
): CitationView => ({
  id: citation.id,
  name: sources.get(citation.sourceId ?? '')?.name ?? citation.literal,
  warnings: sources.get(citation.sourceId ?? '')?.warnings ?? [],
  literal: citation.literal,
  basis: citation.origin === 'confirmed' ? 'confirmed' : basis === 'inferred' ? 'inferred' : 'printed',
  ...(citation.sourceId ? { sourceId: citation.sourceId } : {}),
  ...(citation.referenceId ? { referenceId: citation.referenceId } : {}),
})

const twiceNamed = (citations: readonly CitationView[]): CitationView | undefined =>
  citations.find((one, at) => citations.findIndex((other) => other.name === one.name) < at)

/** For each paragraph without support that opens a run of such: the run. */
const unsourcedRuns = (
  passages: readonly Passage[],
  support: ReadonlyMap<string, Support>,
): ReadonlyMap<string, MarginNote> => {
  const runs = new Map<string, MarginNote>()
  let run: string[] = []
  const close = (): void => {
    const [from, to] = [run[0], run.at(-1)]
    if (from !== undefined && to !== undefined) runs.set(from, { type: 'none', from, to, length: run.length })
    run = []
  }
  for (const passage of passages) {
    if (passage.passageKind !== 'paragraph') continue
    if (support.get(passage.label)?.basis === 'none') run.push(passage.label)
    else close()
  }
  close()
  return runs
}

const createPassageViews = (view: ArticleView, version: Version): readonly PassageView[] => {
  const { article } = view
  const support = supportOf(version, article.citations)
  const sources = new Map(view.sources.map((source) => [source.id, source]))
  const citations = new Map(article.citations.map((citation) => [citation.id, citation]))
  const passages = [...version.passages].sort((a, b) => a.ordinal - b.ordinal)
  const unsourced = unsourcedRuns(passages, support)
  const labels = new Map(passages.map((passage, at) => [passage.label, at]))
  const lines = new Map<string, SourceLine[]>()
  const lineOf = new Map<string, SourceLine>()
  for (const line of [...version.sourceLines].sort((a, b) => a.order - b.order)) {
    lines.set(line.after, [...(lines.get(line.after) ?? []), line])
    for (const id of line.citationIds) lineOf.set(id, line)
  }
  return passages.map((passage, at) => {
    const opensPage = passage.page !== undefined && passage.page !== passages[at - 1]?.page
    const { basis, citationIds, run } = support.get(passage.label) ?? { basis: 'none', citationIds: [] }
    const cited = citationIds.flatMap((id) => {
      const citation = citations.get(id)
      return citation ? [toCitationView(citation, basis, sources)] : []
    })
    const opensRun = run?.from === passage.label
    const twice = basis === 'printed' ? twiceNamed(cited) : undefined
    const length = run ? (labels.get(run.to) ?? 0) - (labels.get(run.from) ?? 0) + 1 : 0
    const note: MarginNote | undefined =
      run && opensRun
        ? { type: 'inferred', ...run, length }
        : twice
          ? { type: 'twice', name: twice.name }
          : unsourced.get(passage.label)
    const by = run && citationIds[0] !== undefined ? lineOf.get(citationIds[0])?.after : undefined
    return {
      passage,
      basis,
      citations: cited,
      lines: lines.get(passage.label) ?? [],
      showsChips: basis !== 'inferred' || opensRun || cited.some((one) => one.basis === 'confirmed'),
      ...(note ? { note } : {}),
      ...(run && by !== undefined ? { closed: { from: run.from, by } } : {}),
      ...(opensPage && passage.page !== undefined ? { page: passage.page } : {}),
    }
  })
}

/** An article's version as the reading view shows it. */
export const createReadingModel = (view: ArticleView, version: Version): ReadingModel => {
  const views = createPassageViews(view, version)
  const slots = [...version.slots].sort((a, b) => a.number - b.number)
  const labels = new Set(views.map((one) => one.passage.label))
  const isPlaced = (slot: Slot): boolean => slot.placedAfter !== undefined && labels.has(slot.placedAfter)
  const slotsAfter = (label: string): readonly Slot[] => slots.filter((slot) => slot.placedAfter === label)
  const blocks: Block[] = []
  const summary: PassageView[] = []
  for (const one of views) {
    if (one.passage.passageKind === 'summary') summary.push(one)
    else blocks.push({ type: 'passage', view: one })
    for (const slot of slotsAfter(one.passage.label)) blocks.push({ type: 'slot', slot })
  }
  const citations = view.article.citations.filter((citation) => citation.versionId === version.id)
  return {
    summary,
    blocks,
    slots,
    unplaced: slots.filter((slot) => !isPlaced(slot)),
    paragraphs: views
      .filter((one) => one.passage.passageKind === 'paragraph')
      .map((one) => ({ label: one.passage.label, basis: one.basis })),
    citations: citations.length,
    sources: new Set(citations.map((citation) => citation.sourceId ?? citation.literal)).size,
  }
}
