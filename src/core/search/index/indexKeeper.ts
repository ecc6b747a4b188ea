import type { IndexState } from '#shared/contract/library'
import { CuttingsError } from '#shared/errors'
import type { Analyser } from '#core/search/analysis/analyser'
import type { DocumentSource } from '#core/search/types'
import { createBacklog } from './backlog'
import type { IndexFiles } from './indexFiles'
import { createIndexParts } from './indexParts'
import { createIntake } from './intake'
import { createMerging } from './merging'
import { createSegmentStore } from './segmentStore'
import type { SegmentWork } from './segmentWork'
import type { Shard } from './shard'
import { createTurns } from './turns'

export interface IndexKeeperOptions {
  readonly source: DocumentSource
  readonly files: IndexFiles
  readonly analyser: Analyser
  /** Makes segments, without holding this thread up. */
  readonly work: SegmentWork
  readonly onState: (state: IndexState) => void
  /** More changes than this, or more documents in the live index, become a segment. */
  readonly mostLive: number
  /** Whether saved bytes are undamaged; the tests of the checksum pass another. */
  readonly isUndamaged?: (bytes: Uint8Array) => boolean
}

/** Keeps segments and the live index beside them in step with the source. */
export interface IndexKeeper {
  readonly shards: () => readonly Shard[]
  readonly state: () => IndexState
  readonly open: () => Promise<void>
  readonly catchUp: () => Promise<void>
  readonly rebuild: (signal?: AbortSignal) => Promise<number>
  /** Stops what is being done; resolves once nothing is. */
  readonly close: () => Promise<void>
}

export const createIndexKeeper = (options: IndexKeeperOptions): IndexKeeper => {
  const { source, work, mostLive } = options
  const closing = new AbortController()
  const inTurn = createTurns()
  const inBackground = createTurns()
  const store = createSegmentStore(options)
  const parts = createIndexParts(options.analyser, (id) => {
    backlog.forget(id)
  })
  const intake = createIntake({ source, parts, mostLive, closing: closing.signal, backlog: () => backlog })

  const state = (): IndexState => ({
    state: backlog.isRunning() ? 'building' : backlog.hasFailed() ? 'failed' : 'ready',
    searchable: parts.searchable(),
    total: source.total(),
  })
  const tell = (): void => {
    if (!closing.signal.aborted) options.onState(state())
  }

  const backlog = createBacklog({
    parts,
    store,
    work,
    inTurn,
    inBackground,
    seen: intake.seen,
    isLacking: intake.isLacking,
    onChange: tell,
  })
  const merging = createMerging({ parts, work, inTurn, save: backlog.save })
  let isChecked = false

  /** A merge that fails leaves all as it is, and is tried again after the next change. */
  const tidy = (): void => {
    void inBackground(() => merging.mergeDue(closing.signal)).catch(() => undefined)
  }

  const rebuild = async (signal: AbortSignal): Promise<number> => {
    if (signal.aborted) throw new CuttingsError('cancelled')
    await backlog.rebuild(() => source.changesSince(0).ids, AbortSignal.any([signal, closing.signal]))
    tidy()
    return parts.searchable()
  }

  /** Waits for what is found only once it is done; the rest is done in the background, where a failure shows in the state. */
  const settle = async (): Promise<void> => {
    if (backlog.lacks()) await backlog.settle(closing.signal)
    else if (parts.liveSize() > mostLive) void backlog.settle(closing.signal).catch(() => undefined)
  }

  /** An index of this revision that holds another number of items is not of this archive as it is. Looked at once. */
  const replaceForeign = async (): Promise<void> => {
    if (isChecked || backlog.isRunning() || source.revision() !== intake.seen()) return
    isChecked = true
    if (parts.searchable() !== source.total()) await rebuild(closing.signal)
  }

  return {
    shards: parts.shards,
    state,
    open: async () => {
      const saved = await store.open()
      parts.restore(saved.segments)
      backlog.begin(saved.revision)
      intake.begin(saved.revision, !saved.isComplete)
    },
    catchUp: async () => {
      await inTurn(intake.takeIn)
      await settle()
      await replaceForeign()
      tell()
      tidy()
    },
    rebuild: (signal = closing.signal) => rebuild(signal),
    close: async () => {
      closing.abort()
      await inTurn(() => Promise.resolve())
      await inBackground(() => Promise.resolve())
    },
  }
}
