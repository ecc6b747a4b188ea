import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { SearchAsked } from '#shared/model/savedSearch'
import { addressToAsked, askedToAddress } from '../searching/searchAddress'

export interface SearchPlace {
  /** What the search view shows now; undefined elsewhere. */
  readonly asked: ComputedRef<SearchAsked | undefined>
  readonly open: (asked: SearchAsked) => void
}

/** Where the search view is, and the way to a search that was kept. */
export const useSearchPlace = (): SearchPlace => {
  const route = useRoute()
  const router = useRouter()
  return {
    asked: computed(() => {
      if (route.name !== 'search') return undefined
      const { text, filters, sort } = addressToAsked(route.query)
      return { text, filters: [...filters], sort }
    }),
    open: (asked) => void router.push(askedToAddress(asked)),
  }
}
