import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useServices } from '../services'
import { createQuietCount } from './createQuietCount'

/** How many groups of sources may be one, for the sidebar. */
export const useSpellingCountStore = defineStore('spellingCount', () => {
  const { sources } = useServices().connection.archive
  const groups = shallowRef<number>()
  const counting = createQuietCount(async () => {
    groups.value = (await sources.counts({})).groups
  })
  return { groups, ...counting }
})
