import type { Id } from '#shared/model/scalars'
import { byCodeUnit } from '../sortedWords'
import type { MergeSource } from './mergeSource'

export interface PlannedDocument {
  readonly source: MergeSource
  readonly document: number
}

/** Which documents a merged segment holds, and where each goes. */
export interface DocumentPlan {
  /** In the order of the merged segment: by id. */
  readonly documents: readonly PlannedDocument[]
  readonly ids: readonly Id[]
  /** By source: the new number of each of its documents, or -1. */
  readonly numbers: readonly Int32Array[]
}

export const planDocuments = (sources: readonly MergeSource[]): DocumentPlan => {
  const latest = new Map<Id, PlannedDocument & { readonly from: number }>()
  for (const [from, source] of sources.entries())
    for (let document = 0; document < source.size(); document++)
      if (!source.isMasked(document)) latest.set(source.id(document), { source, document, from })
  const sorted = [...latest].sort(([a], [b]) => byCodeUnit(a, b))
  const numbers = sources.map((source) => new Int32Array(source.size()).fill(-1))
  for (const [at, [, { from, document }]] of sorted.entries()) (numbers[from] as Int32Array)[document] = at
  return { documents: sorted.map(([, planned]) => planned), ids: sorted.map(([id]) => id), numbers }
}
