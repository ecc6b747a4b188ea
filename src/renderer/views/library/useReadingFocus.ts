import { nextTick, watch, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { useReadingStore, type OpenRecord } from '../../stores/readingStore'

const idOf = (record: OpenRecord): string => {
  if (record.kind === 'article') return record.view.article.id
  if (record.kind === 'photo') return record.view.photo.id
  return record.kind === 'reference' ? record.view.reference.id : record.view.source.id
}

/**
 * The focus follows a reader. Who comes from a place that was found reads on from there, so that N and J do not go into
 * the field that was left; and a control that went with the record in which it stood leaves the focus to the next record.
 */
export const useReadingFocus = (pane: Ref<HTMLElement | undefined>): void => {
  const route = useRoute()
  const reading = useReadingStore()
  let last: string | undefined

  const follow = async (record: OpenRecord | undefined): Promise<void> => {
    const id = record && idOf(record)
    if (id === undefined || id === last) return
    last = id
    await nextTick()
    const focused = document.activeElement
    const isLost = focused === null || focused === document.body
    const wasSearching = typeof route.query.find === 'string' && focused instanceof HTMLInputElement
    if (isLost || wasSearching)
      pane.value?.querySelector<HTMLElement>('[data-pane-start]')?.focus({ preventScroll: true })
  }

  watch(() => reading.record, follow, { immediate: true, flush: 'post' })
}
