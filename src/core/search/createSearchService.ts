import type { IndexState } from '#shared/contract/library'
import { CuttingsError } from '#shared/errors'
import type { SearchAnswer, SearchQuery, SearchService } from './types'
import { createNewestOnly } from './worker/newestOnly'
import type { Call, CallName, WorkerCalls } from './worker/messages'
import { startWorker, type WorkerLink } from './worker/workerLink'

export interface SearchServiceOptions {
  /** The built worker (`out/main/search.js`). */
  readonly workerPath: string
  /** `Catalogue.path`. */
  readonly cataloguePath: string
  /** `derived/index` of the archive. */
  readonly folder: string
  /** Where false, nothing is written: an index that can't be used is made in memory. */
  readonly writable: boolean
}

/** A worker that dies this often in a row is not started again. */
const mostDeaths = 5

/** The search engine in a worker of its own. */
export const createSearchService = (options: SearchServiceOptions): SearchService => {
  const { workerPath, ...start } = options
  const listeners = new Set<(state: IndexState) => void>()
  const newest = createNewestOnly()
  let state: IndexState = { state: 'building', searchable: 0, total: 0 }
  let deaths = 0
  let closed = false
  let link: WorkerLink

  const setState = (next: IndexState): void => {
    state = next
    for (const listener of listeners) listener(next)
  }

  const open = (): WorkerLink => {
    const opened = startWorker(workerPath, start, {
      onState: (next) => {
        deaths = 0
        setState(next)
      },
      onGone: () => {
        deaths += 1
        if (deaths < mostDeaths) link = open()
        else setState({ ...state, state: 'failed' })
      },
    })
    // What the index lacks it learns at once; a failure shows in the state, and in the next call that asks.
    void opened.call({ name: 'catchUp', asks: null }).catch(() => undefined)
    return opened
  }
  link = open()

  const call = async <Name extends CallName>(
    asked: Extract<Call, { name: Name }>,
    signal?: AbortSignal,
  ): Promise<WorkerCalls[Name]['answer']> => {
    if (closed) throw new CuttingsError('cancelled')
    const first = link
    try {
      return (await first.call(asked, signal)) as WorkerCalls[Name]['answer']
    } catch (error) {
      // A question that a dying worker took with it is asked of the next one, once.
      const died = error instanceof CuttingsError && error.code === 'core-gone' && link !== first
      if (!died || asked.name === 'rebuild') throw error
      return (await link.call(asked, signal)) as WorkerCalls[Name]['answer']
    }
  }

  const query = (
    asks: SearchQuery,
    { client, signal }: { readonly client?: string; readonly signal?: AbortSignal } = {},
  ): Promise<SearchAnswer> => newest(client, signal, (own) => call<'query'>({ name: 'query', asks }, own))

  return {
    query,
    select: (text, list = {}, signal) => call<'select'>({ name: 'select', asks: { text, list } }, signal),
    complete: (text, cursor, signal) =>
      call<'complete'>({ name: 'complete', asks: { text, cursor } }, signal),
    places: (text, id, signal) => call<'places'>({ name: 'places', asks: { text, id } }, signal),
    state: () => state,
    onState: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    catchUp: async () => void (await call<'catchUp'>({ name: 'catchUp', asks: null })),
    rebuild: (signal) => call<'rebuild'>({ name: 'rebuild', asks: null }, signal),
    close: async () => {
      closed = true
      await link.close()
    },
  }
}
