import { useReadingStore } from '../stores/readingStore'
import { useSelectionStore } from '../stores/selectionStore'

/** Items that something is to be done with: what is chosen, else what is open. Sources are no items. */
export const useChosenOrOpen = () => {
  const reading = useReadingStore()
  const selection = useSelectionStore()

  const openId = (): string | undefined =>
    reading.target && reading.target.kind !== 'source' ? reading.target.id : undefined

  const ids = (): readonly string[] => {
    if (selection.itemIds.length > 0) return selection.itemIds
    const id = openId()
    return id === undefined ? [] : [id]
  }

  return { openId, ids }
}
