import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useListStore } from './listStore'
import { useReadingStore } from './readingStore'

/** A photo that is seen large, and its neighbours in the list that is shown. */
export const useLargePhotoStore = defineStore('largePhoto', () => {
  const list = useListStore()
  const reading = useReadingStore()
  const isLarge = ref(false)

  /** Neighbours are those of a list of photos: in a list of all items the next one may be a text. */
  const hasNeighbours = (): boolean => list.filter.kind === 'photo' && reading.target?.kind === 'photo'

  /** Where the open photo stands in the list, counted from 0; undefined where it is not in it. */
  const place = async (): Promise<{ readonly at: number; readonly ids: readonly string[] } | undefined> => {
    const target = reading.target
    if (!target || !hasNeighbours()) return undefined
    const ids = await list.allIds().catch((): readonly string[] => [])
    const at = ids.indexOf(target.id)
    return at < 0 ? undefined : { at, ids }
  }

  /** The id of the photo before or after the open one; undefined at the two ends. */
  const neighbour = async (by: 1 | -1): Promise<string | undefined> => {
    const found = await place()
    return found?.ids[found.at + by]
  }

  return { isLarge, hasNeighbours, place, neighbour }
})
