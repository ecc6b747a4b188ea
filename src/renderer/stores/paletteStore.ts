import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Hit } from '#shared/contract/search'
import { useServices } from '../services'

const mostItems = 6

/** Which dialog is open, and the items that the palette finds. */
export const usePaletteStore = defineStore('palette', () => {
  const { search } = useServices().connection.archive
  const open = ref<'commands' | 'keyboard'>()
  let asking: AbortController | undefined

  const find = async (text: string): Promise<readonly Hit[]> => {
    asking?.abort()
    if (text.trim() === '') return []
    asking = new AbortController()
    try {
      const answer = await search.query(
        { text, limit: mostItems, placesPerHit: 1 },
        { signal: asking.signal },
      )
      return answer.hits
    } catch {
      // Given up for the next key, or the search fails: the commands stay, and the search view says why.
      return []
    }
  }

  return { open, find }
})
