import type { ArticleRecord } from './records'
import type { Version } from './article'
import type { Citation } from './citation'

/** On what basis a passage rests. Computed when shown, never stored (records.md: only printed and confirmed are records). */
export type SupportBasis = 'printed' | 'inferred' | 'none'

export interface Support {
  readonly basis: SupportBasis
  /** Citations that carry the passage: its own, or those of the source line that closes its run. */
  readonly citationIds: readonly string[]
  /** For `inferred`: first and last passage label of the run that the line is taken to cover. */
  readonly run?: { readonly from: string; readonly to: string }
}

/** The newest version of an article. */
export const currentVersion = (article: Pick<ArticleRecord, 'versions'>): Version => {
  const newest = article.versions.at(-1)
  if (!newest) throw new TypeError('an article has at least one version')
  return newest
}

/** The paragraphs in their order, and a look-up of those strictly between two places, in time that grows with what it finds. */
const createRuns = (passages: Version['passages']) => {
  const paragraphs = passages
    .filter((passage) => passage.passageKind === 'paragraph')
    .sort((a, b) => a.ordinal - b.ordinal)
  /** How many paragraphs stand before a place. */
  const countBefore = (ordinal: number): number => {
    let low = 0
    let high = paragraphs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((paragraphs[middle]?.ordinal ?? Infinity) < ordinal) low = middle + 1
      else high = middle
    }
    return low
  }
  return (after: number, before: number) => paragraphs.slice(countBefore(after + 1), countBefore(before))
}

/**
 * What each passage of a version rests on, by label. A source line supports the passage that it follows (printed) and, as
 * inferred, the paragraphs between the previous source line and it; before the first source line nothing is inferred.
 */
export const supportOf = (version: Version, citations: readonly Citation[]): ReadonlyMap<string, Support> => {
  const support = new Map<string, Support>()
  for (const passage of version.passages) support.set(passage.label, { basis: 'none', citationIds: [] })
  const ordinals = new Map(version.passages.map((passage) => [passage.label, passage.ordinal]))
  const between = createRuns(version.passages)
  const lines = [...version.sourceLines].sort((a, b) => a.order - b.order)
  let previous: number | undefined
  for (const line of lines) {
    const at = ordinals.get(line.after)
    if (at === undefined) continue
    const printed = support.get(line.after)
    support.set(line.after, {
      basis: 'printed',
      citationIds: [...(printed?.basis === 'printed' ? printed.citationIds : []), ...line.citationIds],
    })
    const run = previous === undefined ? [] : between(previous, at)
    const [first, last] = [run[0], run.at(-1)]
    if (first && last)
      for (const passage of run)
        support.set(passage.label, {
          basis: 'inferred',
          citationIds: line.citationIds,
          run: { from: first.label, to: last.label },
        })
    previous = at
  }
  addUnlined(support, version, citations)
  return support
}

/** Citations that no source line owns: a printed one supports its passage; a confirmed one leaves the basis as it is. */
const addUnlined = (
  support: Map<string, Support>,
  version: Version,
  citations: readonly Citation[],
): void => {
  const lined = new Set(version.sourceLines.flatMap((line) => line.citationIds))
  for (const citation of citations) {
    if (citation.versionId !== version.id || lined.has(citation.id)) continue
    const before = support.get(citation.passage)
    if (!before) continue
    const printed = citation.origin === 'printed'
    const kept = printed && before.basis !== 'printed' ? [] : before.citationIds
    support.set(citation.passage, {
      ...(before.run && !printed ? { run: before.run } : {}),
      basis: printed ? 'printed' : before.basis,
      citationIds: [...kept, citation.id],
    })
  }
}
