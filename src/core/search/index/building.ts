import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { IndexParts } from './indexParts'
import { openNewSegment, type Segment } from './segment/openSegment'
import type { SegmentWork } from './segmentWork'
import type { Turns } from './turns'

export interface BuildingOptions {
  readonly parts: IndexParts
  readonly work: SegmentWork
  /** What changes shards does so one after the other. */
  readonly inTurn: Turns
  /** A build began (without a segment) or has a new one. */
  readonly onProgress: (segment?: Segment) => Promise<void>
}

/** One build at a time. */
export interface Building {
  /** Makes segments of these and of what is in the live index; `choose` is asked once no shard is being changed. */
  readonly build: (choose: () => readonly Id[], signal: AbortSignal) => Promise<void>
  /** What the build that runs was asked for and has not given yet; what one that failed did not give, until it is `given up`. */
  readonly awaited: () => ReadonlySet<Id>
  readonly forget: (id: Id) => void
  /** Gives what is still awaited, which no longer is. */
  readonly giveUp: () => readonly Id[]
}

export const createBuilding = ({ parts, work, inTurn, onProgress }: BuildingOptions): Building => {
  let awaited = new Set<Id>()

  const now = (change: () => void): Promise<void> =>
    inTurn(() => {
      change()
      return Promise.resolve()
    })

  const take = async (bytes: Uint8Array, signal: AbortSignal): Promise<void> => {
    const segment = openNewSegment(bytes)
    await inTurn(() => parts.adopt(segment, awaited, signal))
    await onProgress(segment)
  }

  return {
    build: async (choose, signal) => {
      if (signal.aborted) throw new CuttingsError('cancelled')
      await now(() => {
        awaited = new Set([...choose(), ...parts.settleLive()])
      })
      await onProgress()
      await work.build([...awaited], (bytes) => take(bytes, signal), signal)
      await now(() => {
        // What did not come does not exist any more.
        for (const id of awaited) parts.hide(id)
        awaited.clear()
        parts.dropSettled()
      })
    },
    awaited: () => awaited,
    forget: (id) => awaited.delete(id),
    giveUp: () => {
      const left = [...awaited]
      awaited.clear()
      return left
    },
  }
}
