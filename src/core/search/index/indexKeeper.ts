import type { IndexState } from '#shared/contract/library'
import { CuttingsError } from '#shared/errors'
import type { Analyser } from '#core/search/analysis/analyser'
import type { DocumentSource } from '#core/search/types'
import { createBuilds } from './builds'
import { decodeIndex } from './decodeIndex'
import type { IndexFiles } from './indexFiles'
import { createDocumentIndexer } from './indexDocuments'
import { createLiveIndex, type LiveIndex } from './liveIndex'
import type { MainIndex } from './mainIndex'
import type { Shard } from './shard'
import { createTurns } from './turns'

export interface IndexKeeperOptions {
  readonly source: DocumentSource
  readonly files: IndexFiles
  readonly analyser: Analyser
  /** Makes the bytes of a new main index, without holding this thread up. */
  readonly build: (signal: AbortSignal) => Promise<Uint8Array>
  readonly onState: (state: IndexState) => void
  /** More changes than this are left to a new main index. */
  readonly mostLive: number
  /** Whether saved bytes are whole; the tests of the checksum pass another. */
  readonly isWhole?: (bytes: Uint8Array) => boolean
}

/** Keeps a main index and the live one beside it in step with the source. */
export interface IndexKeeper {
  readonly shards: () => readonly Shard[]
  readonly state: () => IndexState
  readonly open: () => Promise<void>
  readonly catchUp: () => Promise<void>
  readonly rebuild: (signal?: AbortSignal) => Promise<number>
  readonly close: () => void
}

/** The saved index, where it can be used and is not ahead of the source. */
const readSaved = async ({ files, source, isWhole }: IndexKeeperOptions): Promise<MainIndex | undefined> => {
  const bytes = await files.read()
  const saved = bytes && decodeIndex(bytes, isWhole)
  return saved && saved.revision <= source.revision() ? saved : undefined
}

const countSearchable = (shards: readonly Shard[]): number =>
  shards.reduce((sum, shard) => sum + shard.size() - shard.masked(), 0)

export const createIndexKeeper = (options: IndexKeeperOptions): IndexKeeper => {
  const { source, files, analyser } = options
  const closing = new AbortController()
  const inTurn = createTurns()
  const putLive = createDocumentIndexer(options, closing.signal)
  let main: MainIndex | undefined
  let live: LiveIndex = createLiveIndex(analyser)
  /** Up to here changes are in an index, or in the one that is being built. */
  let seen = 0
  /** The build that holds what the live index was spared: until it is done, not everything is searchable. */
  let owed: Promise<void> | undefined
  let isChecked = false

  const shards = (): readonly Shard[] => (main ? [main, live] : [live])

  const state = (): IndexState => ({
    state: builds.isRunning() ? 'building' : builds.hasFailed() ? 'failed' : 'ready',
    searchable: countSearchable(shards()),
    total: source.total(),
  })
  const tell = (): void => {
    if (!closing.signal.aborted) options.onState(state())
  }

  /** Puts a new main index in the old one's place, with what changed since it was read beside it. */
  const adopt = async (next: MainIndex): Promise<void> => {
    const { revision, ids } = source.changesSince(next.revision)
    const nextLive = createLiveIndex(analyser)
    await putLive(ids, nextLive, next)
    main = next
    live = nextLive
    seen = revision
  }

  const builds = createBuilds({
    build: options.build,
    adopt: (next) => inTurn(() => adopt(next)),
    save: files.write,
    onChange: tell,
  })

  /** What is left to a build counts as seen, so that what comes after it goes live; where it fails, it is asked for again. */
  const leaveToBuild = async (revision: number): Promise<void> => {
    const before = seen
    seen = revision
    await builds.start(closing.signal).catch((error: unknown) => {
      seen = before
      throw error
    })
  }

  /** Takes in what is new; what is too much for the live index is left to a new main one. */
  const takeIn = async (): Promise<void> => {
    const { revision, ids } = source.changesSince(seen)
    if (ids.length > options.mostLive) {
      owed = leaveToBuild(revision)
      return
    }
    await putLive(ids, live, main)
    seen = Math.max(seen, revision)
    // In the background nobody waits for the outcome: a failure shows in the state, and the next change tries again.
    if (live.size() > options.mostLive && !builds.isRunning())
      void builds.start(closing.signal).catch(() => undefined)
  }

  /** A saved index of this revision that holds another number of items is of another archive. Looked at once. */
  const replaceForeign = async (): Promise<void> => {
    if (isChecked || builds.isRunning() || source.revision() !== seen) return
    isChecked = true
    if (main && countSearchable(shards()) !== source.total()) await builds.start(closing.signal)
  }

  return {
    shards,
    state,
    open: async () => {
      main = await readSaved(options)
      seen = main?.revision ?? 0
    },
    catchUp: async () => {
      await inTurn(takeIn)
      await owed?.finally(() => (owed = undefined))
      await replaceForeign()
      tell()
    },
    rebuild: async (signal = closing.signal) => {
      await files.remove()
      if (signal.aborted) throw new CuttingsError('cancelled')
      await builds.start(AbortSignal.any([signal, closing.signal]))
      return state().searchable
    },
    close: () => closing.abort(),
  }
}
