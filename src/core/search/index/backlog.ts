import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { IndexParts } from './indexParts'
import { openSegment, type Segment } from './segment/openSegment'
import type { SegmentStore } from './segmentStore'
import type { SegmentWork } from './segmentWork'
import type { Turns } from './turns'

export interface BacklogOptions {
  readonly parts: IndexParts
  readonly store: SegmentStore
  readonly work: SegmentWork
  /** What changes shards does so one after the other. */
  readonly inTurn: Turns
  /** One build or merge runs at a time. */
  readonly inBackground: Turns
  /** Changes up to this revision are in a shard or in the backlog. */
  readonly seen: () => number
  readonly isLacking: () => boolean
  /** A build began, went on or ended. */
  readonly onChange: () => void
  readonly isWhole: ((bytes: Uint8Array) => boolean) | undefined
}

/** Documents that wait to be put into segments, and the making of those. */
export interface Backlog {
  /** From this revision on, what changed is in the live index or owed. */
  readonly begin: (revision: number) => void
  readonly owe: (id: Id) => void
  /** A document is in the live index now, or no more at all. */
  readonly forget: (id: Id) => void
  /** Whether something is found only once a build is done. */
  readonly lacks: () => boolean
  readonly isRunning: () => boolean
  /** Whether the last build failed for another reason than that it was stopped. */
  readonly hasFailed: () => boolean
  /** Makes segments of all that is owed, and of the live index; who asks meanwhile waits for the same. */
  readonly settle: (signal: AbortSignal) => Promise<void>
  /** Makes segments of all documents anew; the old ones answer until their documents are in new ones. */
  readonly rebuild: (all: () => readonly Id[], signal: AbortSignal) => Promise<void>
  /** Writes a segment where there is a new one, and the manifest. */
  readonly save: (segment?: Segment) => Promise<void>
}

export const createBacklog = (options: BacklogOptions): Backlog => {
  const { parts, store, work, inTurn, inBackground } = options
  const owed = new Set<Id>()
  /** What the build that runs was asked for and has not given yet. */
  let awaited = new Set<Id>()
  /** The live index began at this revision of the source. */
  let covered = 0
  let settlement: Promise<void> | undefined
  let running = 0
  let failed = false
  /** Segments of an older time while all is made anew: they answer, but are not trusted to be saved. */
  let retiring: ReadonlySet<Segment> = new Set()

  /** Whether what is awaited is found in no shard yet. */
  let isOwing = false

  const save = async (segment?: Segment): Promise<void> => {
    if (segment) await store.save(segment)
    await store.commit({
      segments: parts.segments().filter((one) => !retiring.has(one)),
      revision: covered,
      isComplete: owed.size + awaited.size + retiring.size === 0 && !options.isLacking(),
    })
  }

  const take = async (bytes: Uint8Array): Promise<void> => {
    const segment = openSegment(bytes, options.isWhole)
    if (!segment) throw new TypeError('a new segment could not be read back')
    await inTurn(() => {
      parts.adopt(segment, (id) => awaited.delete(id))
      return Promise.resolve()
    })
    options.onChange()
    await save(segment)
  }

  /** Builds these and what is in the live index. */
  const build = async (ids: () => readonly Id[], signal: AbortSignal): Promise<void> => {
    if (signal.aborted) throw new CuttingsError('cancelled')
    await inTurn(() => {
      awaited = new Set([...parts.settleLive(), ...ids()])
      covered = options.seen()
      return Promise.resolve()
    })
    await save()
    await work.build([...awaited], take, signal)
    await inTurn(() => {
      // What did not come does not exist any more.
      for (const id of awaited) parts.hide(id)
      awaited.clear()
      parts.dropSettled()
      return Promise.resolve()
    })
  }

  const run = async (task: () => Promise<void>, signal: AbortSignal): Promise<void> => {
    running += 1
    failed = false
    options.onChange()
    try {
      await task()
    } catch (error) {
      failed = !signal.aborted
      throw error
    } finally {
      running -= 1
      options.onChange()
    }
  }

  const settleAll = async (signal: AbortSignal): Promise<void> => {
    try {
      do {
        const ids = [...owed]
        owed.clear()
        isOwing = ids.length > 0
        await build(() => ids, signal)
      } while (owed.size > 0)
    } catch (error) {
      for (const id of awaited) owed.add(id)
      awaited.clear()
      throw error
    } finally {
      // At once with the last look at what is owed, so that nothing is owed in between that nobody looks at.
      settlement = undefined
    }
    await save()
  }

  const buildAnew = async (all: () => readonly Id[], signal: AbortSignal): Promise<void> => {
    const before = new Set(owed)
    isOwing = owed.size > 0
    retiring = new Set(parts.segments())
    try {
      await build(() => {
        owed.clear()
        return all()
      }, signal)
      parts.drop([...retiring])
    } catch (error) {
      // What the old segments hold they go on holding.
      for (const id of awaited) if (before.has(id) || !parts.has(id)) owed.add(id)
      awaited.clear()
      throw error
    } finally {
      retiring = new Set()
      await save()
    }
  }

  return {
    begin: (revision) => {
      covered = revision
    },
    owe: (id) => owed.add(id),
    forget: (id) => {
      owed.delete(id)
      awaited.delete(id)
    },
    lacks: () => owed.size > 0 || (isOwing && awaited.size > 0),
    isRunning: () => running > 0,
    hasFailed: () => failed,
    settle: (signal) => {
      settlement ??= inBackground(() => run(() => settleAll(signal), signal))
      return settlement
    },
    rebuild: (all, signal) => inBackground(() => run(() => buildAnew(all, signal), signal)),
    save,
  }
}
