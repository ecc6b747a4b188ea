import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useServices } from '../services'

/** Milliseconds without a change before names are compared again: an import changes the archive with each file. */
const quiet = 1500

/** How many groups of sources may be one, for the sidebar. */
export const useSpellingCountStore = defineStore('spellingCount', () => {
  const { sources } = useServices().connection.archive
  const groups = shallowRef<number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = async (): Promise<void> => {
    try {
      groups.value = (await sources.counts({})).groups
    } catch {
      // The sidebar does without the number; the view says why.
    }
  }

  return {
    groups,
    load,
    /** Counts once nothing has changed for a while. */
    loadWhenQuiet: (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(), quiet)
    },
    stop: (): void => clearTimeout(timer),
  }
})
