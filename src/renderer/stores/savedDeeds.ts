import type { ShallowRef } from 'vue'
import type { ArchiveClient } from '#shared/contract/archive'
import type { SavedSearch, SearchAsked } from '#shared/model/savedSearch'

export interface SavedDeedsDeps {
  readonly searches: ArchiveClient['searches']
  /** Does it and reads the list again; undefined where it was refused, and says why in its place. */
  readonly attempt: <Value>(work: () => Promise<Value>) => Promise<Value | undefined>
  /** What was removed last and can be brought back. */
  readonly removed: ShallowRef<SavedSearch | undefined>
}

/** Plain data: what is reactive does not cross to the core. */
export const plainAsked = ({ text, filters, sort }: SearchAsked) => ({
  text,
  filters: filters.map((filter) => ({ ...filter })),
  sort,
})

/** All that can be done with saved searches. A removal can be undone in place until something else is done. */
export const createSavedDeeds = ({ searches, attempt, removed }: SavedDeedsDeps) => {
  const change = <Value>(work: () => Promise<Value>): Promise<Value | undefined> =>
    attempt(async () => {
      const value = await work()
      removed.value = undefined
      return value
    })
  return {
    save: (name: string, asked: SearchAsked) => change(() => searches.save({ name, ...plainAsked(asked) })),
    rename: (id: string, name: string) => change(() => searches.rename({ id, name })),
    update: (id: string, asked: SearchAsked) => change(() => searches.update({ id, ...plainAsked(asked) })),
    remove: (search: SavedSearch) =>
      attempt(async () => {
        await searches.remove({ id: search.id })
        removed.value = search
        return search
      }),
    restore: () =>
      attempt(async () => {
        const { value } = removed
        if (!value) return undefined
        const restored = await searches.restore({ id: value.id })
        removed.value = undefined
        return restored
      }),
  }
}
