import type { ComputedRef } from 'vue'
import type { ArticleView } from '#shared/contract/records'
import type { Slot } from '#shared/model/article'
import type { Block, PassageView } from '../../reading/readingModel'
import { useBearingStore } from '../../stores/bearingStore'
import { useReadingStore } from '../../stores/readingStore'
import { useSupportStore } from '../../stores/supportStore'
import type { useSlotPictures } from '../../composables/useSlotPictures'
import type { useFoundPlaces } from './useFoundPlaces'

interface Shown {
  readonly view: () => ArticleView
  readonly found: ReturnType<typeof useFoundPlaces>
  readonly pictures: ReturnType<typeof useSlotPictures>
  readonly slots: ComputedRef<number>
}

/** What each row of an article is given, and by what it is told that none of it changed: only such rows are rendered again. */
export const useArticleRows = ({ view, found: { highlights }, pictures, slots }: Shown) => {
  const reading = useReadingStore()
  const support = useSupportStore()
  const bearing = useBearingStore()
  /** The chosen citation where it stands beside this passage: rows that it leaves alone are not rendered again. */
  const carried = (row: PassageView): string | undefined =>
    row.citations.some((one) => one.id === reading.citation) ? reading.citation : undefined
  const ofPassage = (row: PassageView) => {
    const { label } = row.passage
    return {
      view: row,
      language: view().article.language,
      chosen: reading.passage === label,
      citation: carried(row),
      ranges: highlights.rangesOf(label),
      here: highlights.hereIn(label),
      support: support.byPassage.get(label),
      walked: support.opened === label,
      records: bearing.byPassage.get(label) ?? [],
    }
  }
  const ofSlot = (slot: Slot) => ({
    slotRecord: slot,
    total: slots.value,
    picture: pictures.value.get(slot.number),
  })
  return {
    ofPassage,
    ofSlot,
    memo: (block: Block): unknown[] => {
      if (block.type === 'slot') return [block, pictures.value.get(block.slot.number)]
      const { label } = block.view.passage
      return [
        block,
        reading.passage === label,
        carried(block.view),
        highlights.rangesOf(label),
        highlights.hereIn(label),
        support.byPassage.get(label),
        support.opened === label,
        bearing.byPassage.get(label),
      ]
    },
  }
}
