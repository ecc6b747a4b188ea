import { useOpenPlace } from '../../composables/useOpenPlace'
import { useRecentSearchesStore } from '../../stores/recentSearchesStore'
import { useSearchStore } from '../../stores/searchStore'

/** Opens an item at the place that was found, every place marked. */
export const useOpenFound = () => {
  const openPlace = useOpenPlace()
  const store = useSearchStore()
  const recent = useRecentSearchesStore()

  const open = (line: number): void => {
    const found = store.lines[line]
    if (!found) return
    store.goTo(line)
    recent.remember(store.answered.text)
    void openPlace(found.hit, found.place.passage, store.answered.text)
  }

  return {
    open,
    /** Enter pressed right after the last key waits for the answer to what was typed. */
    openActive: () => {
      void store.settled().then(() => {
        if (store.answered === store.asked) open(store.active)
      })
    },
  }
}
