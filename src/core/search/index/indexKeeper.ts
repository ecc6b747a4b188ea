import type { IndexState } from '#shared/contract/library'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { Analyser } from '#core/search/analysis/analyser'
import type { DocumentSource } from '#core/search/types'
import { createBacklog } from './backlog'
import type { IndexFiles } from './indexFiles'
import { createIndexParts } from './indexParts'
import { createMerging } from './merging'
import { createSegmentStore } from './segmentStore'
import type { SegmentWork } from './segmentWork'
import type { Shard } from './shard'
import { createTurns } from './turns'
import { inSlices } from './inSlices'

export interface IndexKeeperOptions {
  readonly source: DocumentSource
  readonly files: IndexFiles
  readonly analyser: Analyser
  /** Makes segments, without holding this thread up. */
  readonly work: SegmentWork
  readonly onState: (state: IndexState) => void
  /** A document's text is another now. */
  readonly onChanged: (id: Id) => void
  /** More changes than this, or more documents in the live index, become a segment. */
  readonly mostLive: number
  /** Whether saved bytes are whole; the tests of the checksum pass another. */
  readonly isWhole?: (bytes: Uint8Array) => boolean
}

/** Keeps segments and the live index beside them in step with the source. */
export interface IndexKeeper {
  readonly shards: () => readonly Shard[]
  readonly state: () => IndexState
  readonly open: () => Promise<void>
  readonly catchUp: () => Promise<void>
  readonly rebuild: (signal?: AbortSignal) => Promise<number>
  readonly close: () => void
}

export const createIndexKeeper = (options: IndexKeeperOptions): IndexKeeper => {
  const { source, analyser, mostLive } = options
  const closing = new AbortController()
  const inTurn = createTurns()
  const inBackground = createTurns()
  const store = createSegmentStore(options)
  const parts = createIndexParts(analyser, (id) => {
    backlog.forget(id)
    options.onChanged(id)
  })
  /** Changes up to here are in a shard, or in the backlog. */
  let seen = 0
  let isChecked = false
  /** Whether the saved segments may lack documents that no later change tells of. */
  let isLacking = false

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
    work: options.work,
    inTurn,
    inBackground,
    seen: () => seen,
    onChange: tell,
    // What is lacking must be told by the manifest until it was asked for.
    isLacking: () => isLacking,
    isWhole: options.isWhole,
  })
  const merging = createMerging({ parts, work: options.work, inTurn, save: backlog.save })

  /** In the background nobody waits for the outcome: a failure shows in the state, and the next change tries again. */
  const startInBackground = (): void => {
    void backlog.settle(closing.signal).catch(() => undefined)
  }

  /** A merge that fails leaves all as it is, and is tried again after the next change. */
  const tidy = (): void => {
    void inBackground(() => merging.mergeDue(closing.signal)).catch(() => undefined)
  }

  const putLive = (ids: readonly Id[]): Promise<void> =>
    inSlices(ids, closing.signal, (part) => {
      const documents = new Map(source.read(part).map((document) => [document.id, document]))
      for (const id of part) {
        const document = documents.get(id)
        parts.hide(id)
        if (document) parts.put(document)
      }
    })

  /** Items of the source that no saved segment holds. */
  const findLacking = async (): Promise<void> => {
    await inSlices(source.changesSince(0).ids, closing.signal, (part) => {
      for (const id of part) if (!parts.has(id)) backlog.owe(id)
    })
    isLacking = closing.signal.aborted
  }

  /** Takes in what is new; what is too much for the live index is left to the background. */
  const takeIn = async (): Promise<void> => {
    const { revision, ids } = source.changesSince(seen)
    if (isLacking) await findLacking()
    if (ids.length <= mostLive) await putLive(ids)
    else
      await inSlices(ids, closing.signal, (part) => {
        for (const id of part) {
          parts.hide(id)
          backlog.owe(id)
        }
      })
    // Where it was closed in the middle, the rest was not seen.
    if (!closing.signal.aborted) seen = Math.max(seen, revision)
  }

  /** An index of this revision that holds another number of items is of another archive. Looked at once. */
  const replaceForeign = async (): Promise<void> => {
    if (isChecked || backlog.isRunning() || source.revision() !== seen) return
    isChecked = true
    if (parts.searchable() !== source.total()) await rebuild(closing.signal)
  }

  const rebuild = async (signal: AbortSignal): Promise<number> => {
    if (signal.aborted) throw new CuttingsError('cancelled')
    await backlog.rebuild(() => source.changesSince(0).ids, AbortSignal.any([signal, closing.signal]))
    tidy()
    return parts.searchable()
  }

  return {
    shards: parts.shards,
    state,
    open: async () => {
      const saved = await store.open()
      parts.restore(saved.segments)
      seen = saved.revision
      backlog.begin(saved.revision)
      isLacking = !saved.isComplete
    },
    catchUp: async () => {
      await inTurn(takeIn)
      if (backlog.lacks()) await backlog.settle(closing.signal)
      else if (parts.liveSize() > mostLive) startInBackground()
      await replaceForeign()
      tell()
      tidy()
    },
    rebuild: (signal = closing.signal) => rebuild(signal),
    close: () => closing.abort(),
  }
}
