import type { Id } from '#shared/model/scalars'
import type { Analyser } from '#core/search/analysis/analyser'
import type { DocumentSource } from '#core/search/types'
import { createLiveIndex, type LiveIndex } from './liveIndex'
import { mergeShards } from './merge/mergeShards'
import { isWhole } from './segment/format'
import { openSegment } from './segment/openSegment'

export interface MergeInput {
  readonly bytes: Uint8Array
  /** Documents that are left out. */
  readonly masked: readonly number[]
}

/** Makes segments, away from the thread that answers queries where there is one to spare. */
export interface SegmentWork {
  /** Reads these documents and gives segment by segment as each is done; the next may be begun before it was taken. */
  readonly build: (
    ids: readonly Id[],
    take: (segment: Uint8Array) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<void>
  readonly merge: (inputs: readonly MergeInput[], signal: AbortSignal) => Promise<Uint8Array>
}

/** A segment is closed once it holds so many documents, or so many words. */
const mostDocuments = 4000
const mostWords = 1_500_000
/** Documents read at once. */
const batch = 100

const isFull = (segment: LiveIndex, most: number): boolean =>
  segment.size() >= most || segment.sums().lengths.reduce((sum, words) => sum + words, 0) >= mostWords

/** Segments of these documents, one after the other; between two steps whoever runs it can stop it. */
export function* buildSegments(
  source: Pick<DocumentSource, 'read'>,
  analyser: Analyser,
  ids: readonly Id[],
  most = mostDocuments,
): Generator<Uint8Array | undefined> {
  let growing = createLiveIndex(analyser)
  const step = Math.min(batch, most)
  for (let at = 0; at < ids.length; at += step) {
    for (const document of source.read(ids.slice(at, at + step))) growing.put(document)
    if (!isFull(growing, most)) {
      yield undefined
      continue
    }
    const full = growing
    growing = createLiveIndex(analyser)
    yield mergeShards([full])
  }
  if (growing.size() > 0) yield mergeShards([growing])
}

/** The bytes of one segment with all that is not masked in these. What is damaged is not made to look whole by it. */
export const mergeSegments = (inputs: readonly MergeInput[]): Uint8Array =>
  mergeShards(
    inputs.map(({ bytes, masked }) => {
      const segment = openSegment(bytes, isWhole)
      if (!segment) throw new TypeError('a segment to be merged is damaged')
      for (const document of masked) segment.mask(document)
      return segment
    }),
  )
