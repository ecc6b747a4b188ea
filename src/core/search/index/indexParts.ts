import type { Analyser } from '#core/search/analysis/analyser'
import type { SearchDocument } from '#core/search/types'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { inSlices } from './inSlices'
import { createLiveIndex, type LiveIndex } from './liveIndex'
import type { Segment } from './segment/openSegment'
import type { Shard } from './shard'

/** The shards of the index. At any moment a document counts in one of them at most. */
export interface IndexParts {
  readonly shards: () => readonly Shard[]
  readonly segments: () => readonly Segment[]
  /** Documents of the live index. */
  readonly liveSize: () => number
  readonly searchable: () => number
  readonly has: (id: Id) => boolean
  /** Takes a document out of all shards, and out of what is awaited. */
  readonly hide: (id: Id) => void
  /** Puts a document into the live index, in place of an older one. */
  readonly put: (document: SearchDocument) => void
  /** Begins a new live index and gives the ids in the old one, which is searched until `dropSettled`. */
  readonly settleLive: () => readonly Id[]
  readonly dropSettled: () => void
  /** Begins with saved segments. */
  readonly restore: (saved: readonly Segment[]) => void
  /**
   * Adds a segment. Of its documents those count that are `awaited`, which they no longer are; nor do they count elsewhere. What
   * that takes is looked up a slice at a time, then all is changed at once. Throws `cancelled`. Nothing else may change the
   * segments meanwhile.
   */
  readonly adopt: (segment: Segment, awaited: Set<Id>, signal: AbortSignal) => Promise<void>
  /** Puts a merged segment in the place of others; `before` says which of their documents were left out. */
  readonly replace: (
    merged: Segment,
    inputs: readonly Segment[],
    before: readonly (readonly number[])[],
  ) => void
  readonly drop: (segments: readonly Segment[]) => void
}

interface Place {
  readonly segment: Segment
  readonly document: number
}

/** A document of a new segment, and where it counted before. */
interface Arrival {
  readonly document: number
  readonly id: Id
  readonly older: readonly Place[]
}

/** The documents of a new segment, looked up a slice at a time. */
const lookUp = async (
  segment: Segment,
  placesOf: (id: Id) => readonly Place[],
  signal: AbortSignal,
): Promise<readonly Arrival[]> => {
  const arrivals: Arrival[] = []
  await inSlices([...Array(segment.size()).keys()], signal, (part) => {
    for (const document of part) {
      const id = segment.id(document)
      arrivals.push({ document, id, older: placesOf(id) })
    }
  })
  if (signal.aborted) throw new CuttingsError('cancelled')
  return arrivals
}

export const createIndexParts = (analyser: Analyser, onHide: (id: Id) => void): IndexParts => {
  let segments: readonly Segment[] = []
  let live = createLiveIndex(analyser)
  /** Older live indexes, of which segments are being made. */
  let settling: readonly LiveIndex[] = []

  const placesOf = (id: Id): Place[] =>
    segments.flatMap((segment) => {
      const document = segment.find(id)
      return document === undefined ? [] : [{ segment, document }]
    })
  const leaveLive = (id: Id): void => {
    for (const older of settling) older.remove(id)
    live.remove(id)
  }
  const hide = (id: Id): void => {
    for (const { segment, document } of placesOf(id)) segment.mask(document)
    leaveLive(id)
    onHide(id)
  }
  const drop = (dropped: readonly Segment[]): void => {
    const gone = new Set(dropped)
    segments = segments.filter((segment) => !gone.has(segment))
  }
  const shards = (): readonly Shard[] => [...segments, ...settling, live]

  return {
    shards,
    segments: () => segments,
    liveSize: () => live.size(),
    searchable: () => shards().reduce((sum, shard) => sum + shard.size() - shard.masked(), 0),
    has: (id) =>
      segments.some((segment) => {
        const document = segment.find(id)
        return document !== undefined && !segment.isMasked(document)
      }),
    hide,
    put: (document) => live.put(document),
    settleLive: () => {
      const ids = live.ids()
      if (live.size() > 0) settling = [...settling, live]
      live = createLiveIndex(analyser)
      return ids
    },
    dropSettled: () => {
      settling = []
    },
    restore: (saved) => {
      segments = saved
    },
    adopt: async (segment, awaited, signal) => {
      const arrivals = await lookUp(segment, (id) => (awaited.has(id) ? placesOf(id) : []), signal)
      for (const { document, id, older } of arrivals) {
        if (!awaited.delete(id)) {
          segment.mask(document)
          continue
        }
        for (const place of older) place.segment.mask(place.document)
        leaveLive(id)
      }
      segments = [...segments, segment]
    },
    replace: (merged, inputs, before) => {
      for (const [at, input] of inputs.entries()) {
        const known = new Set(before[at])
        for (const document of input.maskedDocuments()) {
          if (known.has(document)) continue
          const place = merged.find(input.id(document))
          if (place !== undefined) merged.mask(place)
        }
      }
      drop(inputs)
      segments = [...segments, merged]
    },
    drop,
  }
}
