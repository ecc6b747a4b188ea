import type { Id } from '#shared/model/scalars'
import { createBuilding, type BuildingOptions } from './building'
import { createRunning, type Running } from './running'
import type { Segment } from './segment/openSegment'
import type { SegmentStore } from './segmentStore'
import type { Turns } from './turns'

export interface BacklogOptions extends Omit<BuildingOptions, 'onProgress'> {
  readonly store: SegmentStore
  /** One build or merge runs at a time. */
  readonly inBackground: Turns
  /** Changes up to this revision are in a shard or in the backlog. */
  readonly seen: () => number
  /** Whether the segments lack documents that are in the backlog neither. */
  readonly isLacking: () => boolean
  /** A build began, went on or ended. */
  readonly onChange: () => void
}

/** Documents that wait to be put into segments, and the making of those. */
export interface Backlog extends Pick<Running, 'isRunning' | 'hasFailed'> {
  /** From this revision on, what changed is in the live index or owed. */
  readonly begin: (revision: number) => void
  readonly owe: (id: Id) => void
  /** A document is in the live index now, or no more at all. */
  readonly forget: (id: Id) => void
  /** Whether something is found only once a build is done. */
  readonly lacks: () => boolean
  /** Makes segments of all that is owed, and of the live index; who asks meanwhile waits for the same. */
  readonly settle: (signal: AbortSignal) => Promise<void>
  /** Makes segments of all documents anew; the old ones answer until their documents are in new ones. */
  readonly rebuild: (all: () => readonly Id[], signal: AbortSignal) => Promise<void>
  /** Writes a segment where there is a new one, and the manifest. */
  readonly save: (segment?: Segment) => Promise<void>
}

export const createBacklog = (options: BacklogOptions): Backlog => {
  const { parts, store, inBackground, onChange } = options
  const running = createRunning(onChange)
  const owed = new Set<Id>()
  /** Whether the build that runs was asked for what is in no shard yet. */
  let isOwing = false
  /** What changed after this revision is in the live index or owed, not in saved segments alone. */
  let covered = 0
  let settlement: Promise<void> | undefined
  /** Segments of an older time while all is made anew: they answer, but are not trusted to be saved. */
  let retiring: ReadonlySet<Segment> = new Set()

  const save = async (segment?: Segment): Promise<void> => {
    if (segment) await store.save(segment)
    await store.commit({
      segments: parts.segments().filter((one) => !retiring.has(one)),
      revision: covered,
      isComplete: owed.size + building.awaited().size + retiring.size === 0 && !options.isLacking(),
    })
  }

  const building = createBuilding({
    ...options,
    onProgress: (segment) => {
      onChange()
      return save(segment)
    },
  })

  /** Begins a build of what is owed, or of all. */
  const choose = (all?: () => readonly Id[]): readonly Id[] => {
    covered = options.seen()
    isOwing = owed.size > 0
    const chosen = all ? all() : [...owed]
    owed.clear()
    return chosen
  }

  const settleAll = async (signal: AbortSignal): Promise<void> => {
    try {
      do await building.build(() => choose(), signal)
      while (owed.size > 0)
    } catch (error) {
      for (const id of building.giveUp()) owed.add(id)
      throw error
    } finally {
      // At once with the last look at what is owed, so that nothing is owed in between that nobody looks at.
      settlement = undefined
    }
    await save()
  }

  const buildAnew = async (all: () => readonly Id[], signal: AbortSignal): Promise<void> => {
    const before = new Set(owed)
    retiring = new Set(parts.segments())
    try {
      await building.build(() => choose(all), signal)
      parts.drop([...retiring])
    } catch (error) {
      // What the old segments hold they go on holding.
      for (const id of building.giveUp()) if (before.has(id) || !parts.has(id)) owed.add(id)
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
      building.forget(id)
    },
    lacks: () => owed.size > 0 || (isOwing && building.awaited().size > 0),
    isRunning: running.isRunning,
    hasFailed: running.hasFailed,
    settle: (signal) => {
      settlement ??= inBackground(() => running.run(() => settleAll(signal), signal))
      return settlement
    },
    rebuild: (all, signal) => inBackground(() => running.run(() => buildAnew(all, signal), signal)),
    save,
  }
}
