import type { CountedSearch } from '#shared/contract/searches'
import { CuttingsError } from '#shared/errors'
import { longestAsked, longestName, type SavedSearch, type SearchAsked } from '#shared/model/savedSearch'
import type { Id } from '#shared/model/scalars'
import { createBell } from '../createBell'
import type { Clock } from '../records/clock'
import type { SearchService } from '../search/types'
import type { Catalogue } from '../store/types'
import { createCounts } from './createCounts'
import { plainWords, wholeCharacters } from './plainWords'
import type { AskSearch } from './types'

export interface SavedSearches {
  /** By name, with what each found when it was counted last; they are counted anew meanwhile. */
  readonly list: () => CountedSearch[]
  /** Once at the beginning, and after each change of a search or of a count. */
  readonly changes: (signal?: AbortSignal) => AsyncGenerator<void, void, void>
  readonly save: (name: string, asked: SearchAsked) => SavedSearch
  readonly rename: (id: Id, name: string) => SavedSearch
  readonly update: (id: Id, asked: SearchAsked) => SavedSearch
  readonly remove: (id: Id) => void
  readonly restore: (id: Id) => SavedSearch
  readonly close: () => Promise<void>
}

export interface SavedSearchesDeps {
  readonly catalogue: Catalogue
  readonly search: Pick<SearchService, 'state' | 'catchUp'>
  readonly ask: AskSearch
  readonly clock: Clock
  readonly actor: string
  /** Tells search and watchers that the catalogue changed. */
  readonly committed: () => void
  readonly log: (line: string) => void
}

/** NFC has some characters as two or three: what was short enough may not be any more, and would not be read again. */
const mustFit = (text: string, most: number, what: string): string => {
  if (text.length > most)
    throw new CuttingsError('bad-input', { reason: `${what} is longer than ${most} characters` })
  return text
}

const named = (name: string): string => {
  const words = plainWords(name).replace(/\s+/gu, ' ')
  if (words === '') throw new CuttingsError('bad-input', { reason: 'a name is wanted' })
  return mustFit(words, longestName, 'the name')
}

const cleaned = ({ text, filters, sort }: SearchAsked): SearchAsked => ({
  text: mustFit(plainWords(text), longestAsked, 'the search'),
  filters: filters.map(({ facet, value, excluded }) => ({
    facet,
    value: wholeCharacters(value),
    ...(excluded ? { excluded } : {}),
  })),
  sort,
})

/** Searches that are kept under a name, and what each finds now. */
export const createSavedSearches = (deps: SavedSearchesDeps): SavedSearches => {
  const { catalogue, search, ask, clock, actor, committed, log } = deps
  const bell = createBell()
  const counts = createCounts({
    ask,
    catchUp: search.catchUp,
    state: () => `${catalogue.revision()} ${search.state().state}`,
    changed: bell.ring,
    log,
  })

  const changed = (): void => {
    committed()
    bell.ring()
  }
  const store = (saved: SavedSearch): SavedSearch => {
    catalogue.saveSearch(saved, actor)
    changed()
    return saved
  }
  const change = (id: Id, part: Partial<SavedSearch>): SavedSearch => {
    const held = catalogue.savedSearches().find((one) => one.id === id)
    if (!held) throw new CuttingsError('not-found', { what: 'saved search' })
    return store({ ...held, ...part, updatedAt: clock.now().toISOString() })
  }

  return {
    list: () => {
      const saved = catalogue.savedSearches()
      counts.renew(saved)
      return saved.map((one) => {
        const count = counts.of(one)
        return { ...one, filters: [...one.filters], ...(count === undefined ? {} : { count }) }
      })
    },
    changes: bell.rings,
    save: (name, asked) => {
      const at = clock.now().toISOString()
      return store({
        ...cleaned(asked),
        id: clock.createId(),
        name: named(name),
        createdAt: at,
        updatedAt: at,
      })
    },
    rename: (id, name) => change(id, { name: named(name) }),
    update: (id, asked) => change(id, cleaned(asked)),
    remove: (id) => {
      catalogue.removeSearch(id, actor)
      changed()
    },
    restore: (id) => {
      const saved = catalogue.restoreSearch(id, actor)
      changed()
      return saved
    },
    close: async () => {
      bell.close()
      await counts.close()
    },
  }
}
