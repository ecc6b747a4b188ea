import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { ItemKind } from '#shared/model/kinds'
import type { SearchAsked } from '#shared/model/savedSearch'
import type { FacetFilter } from '#shared/model/searchFilter'
import { useSearchStore } from '../stores/searchStore'

export interface SearchPlace {
  /** What the search view shows now; undefined elsewhere. */
  readonly asked: ComputedRef<SearchAsked | undefined>
  readonly open: (asked: SearchAsked) => void
}

const isKind = (value: string): value is ItemKind => /^(?:article|photo|reference)$/.test(value)

/** Where the search view is, and the way to a search that was kept: what its filters are called there is known here alone. */
export const useSearchPlace = (): SearchPlace => {
  const route = useRoute()
  const router = useRouter()
  const store = useSearchStore()
  const valuesOf = (filters: readonly FacetFilter[], facet: FacetFilter['facet']): readonly string[] =>
    filters.filter((filter) => filter.facet === facet && !filter.excluded).map(({ value }) => value)
  return {
    asked: computed(() => {
      if (route.name !== 'search') return undefined
      const { kinds, languages } = store.facets
      const filters: readonly FacetFilter[] = [
        ...kinds.map((value) => ({ facet: 'kind' as const, value })),
        ...languages.map((value) => ({ facet: 'language' as const, value })),
      ]
      return { text: store.text, filters: [...filters], sort: 'relevance' }
    }),
    open: ({ text, filters }) => {
      store.narrow({
        kinds: valuesOf(filters, 'kind').filter(isKind),
        languages: valuesOf(filters, 'language'),
      })
      void router.push({ path: '/search', query: { q: text } })
    },
  }
}
