import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { ArchiveClient, ArchiveOutputs } from '#shared/contract/archive'
import type { FacetFilter } from '#shared/contract/search'
import type { Selection } from '#shared/contract/work'
import type { PackProfileName } from '#shared/packProfiles'
import type { ErrorReport } from '#shared/errors'
import type { SearchAsked } from '../searching/searchAddress'
import { errorToReport } from './errorToReport'

export type PackScope = 'chosen' | 'search' | 'all'
export type PackPreview = ArchiveOutputs['exports']['preview']

/** What would go into a pack, counted before it is made. An answer that comes late for what is asked now is dropped. */
export const createPackCounting = (
  { exports }: ArchiveClient,
  chosenIds: () => readonly string[],
  profile: Readonly<Ref<PackProfileName>>,
) => {
  const scope = ref<PackScope>('all')
  const query = ref('')
  const filters = shallowRef<readonly FacetFilter[]>([])
  const preview = shallowRef<PackPreview>()
  const error = shallowRef<ErrorReport>()
  const isCounting = ref(false)
  let turn = 0

  const selection = computed<Selection>(() => {
    if (scope.value === 'chosen') return { ids: [...chosenIds()] }
    return scope.value === 'search' ? { query: query.value, filters: [...filters.value] } : {}
  })

  const count = async (): Promise<void> => {
    const asked = ++turn
    isCounting.value = true
    try {
      const answer = await exports.preview({ selection: selection.value, profile: profile.value })
      if (asked !== turn) return
      preview.value = answer
      error.value = undefined
    } catch (cause) {
      if (asked !== turn) return
      preview.value = undefined
      error.value = errorToReport(cause)
    } finally {
      if (asked === turn) isCounting.value = false
    }
  }
  watch([selection, profile], (now, before) => {
    if (JSON.stringify(now) !== JSON.stringify(before)) void count()
  })

  const ask = (search: Pick<SearchAsked, 'text' | 'filters'>): void => {
    query.value = search.text
    filters.value = search.filters
  }

  return { scope, query, filters, ask, selection, preview, previewError: error, isCounting, count }
}
