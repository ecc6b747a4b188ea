import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FacetFilter } from '#shared/contract/search'
import type { FilterChip } from '../components/search/FilterChips.vue'
import { useFacetLabels } from './useFacetLabels'

/** Filters as they are shown to be taken back, in their order. */
export const useFilterChips = (filters: () => readonly FacetFilter[]): ComputedRef<readonly FilterChip[]> => {
  const { t } = useI18n()
  const labelOf = useFacetLabels()
  return computed(() =>
    filters().map(({ facet, value, excluded = false }) => ({
      key: `${facet}:${value}`,
      facet: t(`search.facets.names.${facet}`),
      ...labelOf(facet, value),
      excluded,
    })),
  )
}
