import type { IndexState } from '#shared/contract/library'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { Analyser } from '#core/search/analysis/analyser'
import type { DocumentSource } from '#core/search/types'
import { decodeIndex } from './decodeIndex'
import type { IndexFiles } from './indexFiles'
import { createLiveIndex, type LiveIndex } from './liveIndex'
import type { MainIndex } from './mainIndex'
import type { Shard } from './shard'

export interface IndexKeeperOptions {
  readonly source: DocumentSource
  readonly files: IndexFiles
  readonly analyser: Analyser
  /** Makes the bytes of a new main index, without holding this thread up. */
  readonly build: (signal: AbortSignal) => Promise<Uint8Array>
  readonly onState: (state: IndexState) => void
  /** A document's text is another now. */
  readonly onChanged: (id: Id) => void
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

/** Documents indexed between two looks at what else waits. */
const slice = 16

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const createIndexKeeper = (options: IndexKeeperOptions): IndexKeeper => {
  const { source, files, analyser } = options
  const closing = new AbortController()
  let main: MainIndex | undefined
  let live: LiveIndex = createLiveIndex(analyser)
  /** Up to here changes are in an index, or in the one that is being built. */
  let seen = 0
  let failed = false
  let building: Promise<void> | undefined
  /** The build that holds what the live index was spared: until it is done, not everything is searchable. */
  let owed: Promise<void> | undefined
  let turn: Promise<void> = Promise.resolve()

  const shards = (): readonly Shard[] => (main ? [main, live] : [live])

  const state = (): IndexState => ({
    state: building ? 'building' : failed ? 'failed' : 'ready',
    searchable: shards().reduce((sum, shard) => sum + shard.size() - shard.masked(), 0),
    total: source.total(),
  })
  const tell = (): void => {
    if (!closing.signal.aborted) options.onState(state())
  }

  /** One at a time, so that what one sees the other does not change. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }

  const putLive = async (
    ids: readonly Id[],
    into: LiveIndex,
    beside: MainIndex | undefined,
  ): Promise<void> => {
    for (let at = 0; at < ids.length && !closing.signal.aborted; at += slice) {
      if (at > 0) await pause()
      const part = ids.slice(at, at + slice)
      const documents = new Map(source.read(part).map((document) => [document.id, document]))
      for (const id of part) {
        const document = documents.get(id)
        options.onChanged(id)
        beside?.mask(id)
        if (document) into.put(document)
        else into.remove(id)
      }
    }
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

  const buildAnew = async (signal: AbortSignal): Promise<void> => {
    const bytes = await options.build(signal)
    const next = decodeIndex(bytes)
    if (!next) throw new TypeError('a new index could not be read back')
    await inTurn(() => adopt(next))
    await files.write(bytes)
  }

  const startBuilding = (signal: AbortSignal = closing.signal): Promise<void> => {
    if (building) return building
    const before = seen
    failed = false
    seen = Math.max(seen, source.revision())
    building = buildAnew(signal)
      .catch((error: unknown) => {
        failed = !signal.aborted
        seen = before
        throw error
      })
      .finally(() => {
        building = undefined
        owed = undefined
        tell()
      })
    tell()
    return building
  }

  /** In the background nobody waits for the outcome: a failure shows in the state, and the next change tries again. */
  const buildInBackground = (): void => void startBuilding().catch(() => undefined)

  /** Takes in what is new; what is too much for the live index is left to a new main one. */
  const takeIn = async (): Promise<void> => {
    const { revision, ids } = source.changesSince(seen)
    if (ids.length > options.mostLive) {
      owed = startBuilding()
      return
    }
    await putLive(ids, live, main)
    seen = Math.max(seen, revision)
    if (live.size() > options.mostLive && !building) buildInBackground()
  }

  const catchUp = async (): Promise<void> => {
    await inTurn(takeIn)
    await owed
    tell()
  }

  const openSaved = async (): Promise<void> => {
    const bytes = await files.read()
    const saved = bytes && decodeIndex(bytes, options.isWhole)
    if (!saved || saved.revision > source.revision()) return
    main = saved
    seen = saved.revision
  }

  /** An index that says it is of this revision but holds another number of items is of another archive. */
  const startAgainIfForeign = async (): Promise<void> => {
    const { searchable, total } = state()
    if (searchable !== total && !building && main) await startBuilding()
  }

  return {
    shards,
    state,
    open: openSaved,
    catchUp: async () => {
      await catchUp()
      await startAgainIfForeign()
    },
    rebuild: async (signal) => {
      await files.remove()
      const both = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      if (both.aborted) throw new CuttingsError('cancelled')
      await startBuilding(both)
      return state().searchable
    },
    close: () => closing.abort(),
  }
}
