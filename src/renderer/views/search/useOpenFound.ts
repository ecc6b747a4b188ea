import { useRouter } from 'vue-router'
import { recordRoute } from '../../composables/listRoute'
import { useSearchStore } from '../../stores/searchStore'

/** Opens an item at the place that was found, every place marked. */
export const useOpenFound = () => {
  const router = useRouter()
  const store = useSearchStore()

  const open = (line: number): void => {
    const found = store.lines[line]
    if (!found) return
    store.goTo(line)
    const { hit, place } = found
    const to = recordRoute(hit, {}, place.passage)
    void router.push({ ...(to as object), query: { find: store.answeredText } })
  }

  return {
    open,
    /** Enter pressed right after the last key waits for the answer to what was typed. */
    openActive: () => {
      void store.settled().then(() => {
        if (store.answeredText === store.text) open(store.active)
      })
    },
  }
}
