import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ArchiveOutputs } from '#shared/contract/archive'
import { useServices } from '../services'

/** Milliseconds without a change before groups are counted again: an import changes the archive with each file. */
const quiet = 1500

/** How many groups of near duplicates there are, for the sidebar. */
export const useDuplicateCountStore = defineStore('duplicateCount', () => {
  const { duplicates } = useServices().connection.archive
  const counts = shallowRef<ArchiveOutputs['duplicates']['counts']>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = async (): Promise<void> => {
    try {
      counts.value = await duplicates.counts({})
    } catch {
      // The sidebar does without the number; the view says why.
    }
  }

  return {
    counts,
    groups: computed(() => counts.value && counts.value.article.groups + counts.value.photo.groups),
    removed: computed(() => counts.value && counts.value.article.removed + counts.value.photo.removed),
    load,
    /** Counts once nothing has changed for a while. */
    loadWhenQuiet: (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(), quiet)
    },
    stop: (): void => clearTimeout(timer),
  }
})
