import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { FacetFilter } from '#shared/contract/search'
import type { FacetName, SortOrder } from '#shared/facets'
import { flipped, withMonths, without } from '../searching/facetFilters'
import { addressToAsked, askedToAddress, type SearchAsked } from '../searching/searchAddress'

/** The question that the address holds, and what changes it. Each change of a filter is a step that Back takes back. */
export const useSearchAddress = () => {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => addressToAsked(route.query))
  const change = (part: Partial<SearchAsked>): void =>
    void router.push(askedToAddress({ ...asked.value, ...part }))
  const setFilters = (filters: readonly FacetFilter[]): void => change({ filters })

  return {
    asked,
    change,
    include: (facet: FacetName, value: string): void =>
      setFilters(flipped(asked.value.filters, facet, value, 'in')),
    exclude: (facet: FacetName, value: string): void =>
      setFilters(flipped(asked.value.filters, facet, value, 'out')),
    remove: (filter: FacetFilter): void => setFilters(without(asked.value.filters, filter)),
    clear: (): void => setFilters([]),
    sortBy: (sort: SortOrder): void => change({ sort }),
    /** A brush passes many intervals on its way: only where it began is a step. */
    setMonths: (months: string | undefined): void => {
      const filters = withMonths(asked.value.filters, months)
      const isStep = asked.value.filters.length !== filters.length
      const address = askedToAddress({ ...asked.value, filters })
      void (isStep ? router.push(address) : router.replace(address))
    },
  }
}
