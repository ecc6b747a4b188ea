import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ArchiveOutputs } from '#shared/contract/archive'
import { useServices } from '../services'
import { createQuietCount } from './createQuietCount'

/** How many groups of near duplicates there are, for the sidebar. */
export const useDuplicateCountStore = defineStore('duplicateCount', () => {
  const { duplicates } = useServices().connection.archive
  const counts = shallowRef<ArchiveOutputs['duplicates']['counts']>()
  const counting = createQuietCount(async () => {
    counts.value = await duplicates.counts({})
  })
  return {
    counts,
    groups: computed(() => counts.value && counts.value.article.groups + counts.value.photo.groups),
    removed: computed(() => counts.value && counts.value.article.removed + counts.value.photo.removed),
    ...counting,
  }
})
