import { setTimeout as pause } from 'node:timers/promises'
import type { SavedSearch } from '#shared/model/savedSearch'
import type { Id } from '#shared/model/scalars'
import type { AskSearch } from './types'

export interface Counts {
  /** As it was counted last. */
  readonly of: (search: SavedSearch) => number | undefined
  /** Sees to it that these are counted as the archive is now; `changed` of the dependencies tells of another count. */
  readonly renew: (searches: readonly SavedSearch[]) => void
  readonly close: () => Promise<void>
}

export interface CountsDeps {
  readonly ask: AskSearch
  /** Resolves once all that was committed can be found. */
  readonly catchUp: () => Promise<void>
  /** Tells two states of what can be found apart. */
  readonly state: () => string
  readonly changed: () => void
  readonly log: (line: string) => void
  /** Milliseconds between two rounds: an import changes the archive with each file. */
  readonly rest?: number
}

interface Counted {
  readonly asked: string
  readonly state: string
  readonly count: number
}

const keyOf = ({ text, filters }: SavedSearch): string => JSON.stringify([text, filters])

/**
 * What saved searches find, counted in rounds, one search after another, so that whoever types waits for one at most.
 * Asking never waits: the last count is told until there is another.
 */
export const createCounts = ({ ask, catchUp, state, changed, log, rest = 1000 }: CountsDeps): Counts => {
  const counted = new Map<Id, Counted>()
  const closing = new AbortController()
  const { signal } = closing
  let wanted: readonly SavedSearch[] = []
  let round: Promise<void> | undefined

  /** Searches that failed; they are tried again when the list is asked for again. */
  const failed = new Set<Id>()

  const isStale = (search: SavedSearch): boolean => {
    if (failed.has(search.id)) return false
    const known = counted.get(search.id)
    return known?.asked !== keyOf(search) || known.state !== state()
  }

  const count = async (search: SavedSearch): Promise<void> => {
    const seen = state()
    const { total } = await ask({ ...search, offset: 0, limit: 1 }, signal)
    const before = counted.get(search.id)
    counted.set(search.id, { asked: keyOf(search), state: seen, count: total })
    if (before?.count !== total || before.asked !== keyOf(search)) changed()
  }

  /** One that fails says so in its own view; the list does without its number, and with those of the others. */
  const tryToCount = async (search: SavedSearch): Promise<void> => {
    try {
      await count(search)
    } catch (error) {
      failed.add(search.id)
      if (!signal.aborted) log(`a saved search was not counted: ${String(error)}`)
    }
  }

  const countAll = async (): Promise<void> => {
    while (!signal.aborted) {
      await catchUp()
      for (const search of wanted.filter(isStale)) if (!signal.aborted) await tryToCount(search)
      // A rest that is broken off is over.
      await pause(rest, undefined, { signal, ref: false }).catch(() => undefined)
      if (!wanted.some(isStale)) return
    }
  }

  return {
    of: (search) => {
      const known = counted.get(search.id)
      return known?.asked === keyOf(search) ? known.count : undefined
    },
    renew: (searches) => {
      wanted = searches
      failed.clear()
      if (round || signal.aborted || !searches.some(isStale)) return
      round = countAll()
        .catch((error: unknown) => {
          if (!signal.aborted) log(`saved searches were not counted: ${String(error)}`)
        })
        .finally(() => (round = undefined))
    },
    close: async () => {
      closing.abort()
      await round
    },
  }
}
