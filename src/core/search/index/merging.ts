import type { IndexParts } from './indexParts'
import { chooseMerge } from './merge/chooseMerge'
import { openNewSegment, type Segment } from './segment/openSegment'
import type { SegmentWork } from './segmentWork'
import type { Turns } from './turns'

export interface MergingOptions {
  readonly parts: IndexParts
  readonly work: SegmentWork
  readonly inTurn: Turns
  readonly save: (segment: Segment) => Promise<void>
}

export interface Merging {
  /** Merges what is due, if anything; a merge that fails leaves the segments as they are. */
  readonly mergeDue: (signal: AbortSignal) => Promise<void>
}

export const createMerging = ({ parts, work, inTurn, save }: MergingOptions): Merging => {
  const choose = (): readonly Segment[] => {
    const segments = parts.segments()
    parts.drop(segments.filter((segment) => segment.masked() === segment.size()))
    const left = parts.segments()
    const places = chooseMerge(
      left.map((segment) => ({ documents: segment.size() - segment.masked(), masked: segment.masked() })),
    )
    return places.map((place) => left[place] as Segment)
  }

  const mergeOnce = async (inputs: readonly Segment[], signal: AbortSignal): Promise<void> => {
    const before = inputs.map((input) => input.maskedDocuments())
    const bytes = await work.merge(
      inputs.map((input, at) => ({ bytes: input.bytes, masked: before[at] ?? [] })),
      signal,
    )
    // Where it was closed meanwhile, what is saved is whole as it is, and nobody waits for more to be written.
    if (signal.aborted) return
    const merged = openNewSegment(bytes)
    await inTurn(() => {
      parts.replace(merged, inputs, before)
      return Promise.resolve()
    })
    await save(merged)
  }

  return {
    mergeDue: async (signal) => {
      for (;;) {
        const inputs = choose()
        if (inputs.length === 0 || signal.aborted) return
        await mergeOnce(inputs, signal)
      }
    },
  }
}
