import { useElementSize } from '@vueuse/core'
import { computed, nextTick, onBeforeUnmount, watch, type CSSProperties, type Ref } from 'vue'
import { useBearingStore } from '../../stores/bearingStore'
import { useReadingStore } from '../../stores/readingStore'
import { useSupportStore } from '../../stores/supportStore'

/** The name under which the style sheet knows the words that something is being made of. */
const highlightName = 'pointed'

/** Pixels between what is shown and the bar. */
const gap = 20

const rangeIn = (body: HTMLElement | undefined): Range | undefined => {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  return body?.contains(range.commonAncestorContainer) ? range.cloneRange() : undefined
}

export interface SeenWords {
  /** Room for the bar at the end of what scrolls, so that nothing is scrolled to a place behind it. */
  readonly room: Readonly<Ref<CSSProperties>>
  /** Remembers the words that are selected now: the selection is lost as soon as somebody types elsewhere. */
  readonly keep: () => void
}

/**
 * What is noted, and what a passage rests on, stays in view: panel and bar take room from the text, in a narrow window most of
 * it.
 */
export const useSeenWords = (
  body: Ref<HTMLElement | undefined>,
  bar: Readonly<Ref<HTMLElement | undefined>>,
): SeenWords => {
  const bearing = useBearingStore()
  const reading = useReadingStore()
  const support = useSupportStore()
  const { height } = useElementSize(bar, undefined, { box: 'border-box' })
  let kept: Range | undefined

  const rowOf = (label: string | undefined): HTMLElement | undefined =>
    (label === undefined ? undefined : body.value?.querySelector<HTMLElement>(`#${CSS.escape(label)}`)) ??
    undefined

  const show = async (): Promise<void> => {
    await nextTick()
    rowOf(bearing.form?.target.passage ?? reading.passage)?.scrollIntoView({ block: 'nearest' })
    const room = body.value?.getBoundingClientRect()
    const words = kept?.getBoundingClientRect()
    // Of a passage that is longer than the room, the words that are meant come to the top.
    if (room && words && (words.top < room.top || words.bottom > room.bottom - height.value))
      body.value?.scrollBy({ top: words.top - room.top - gap })
  }
  const mark = (range: Range | undefined): void => {
    // Not every browser that the loopback host is opened in has them.
    const { highlights } = CSS as { readonly highlights?: HighlightRegistry }
    if (range) highlights?.set(highlightName, new Highlight(range))
    else highlights?.delete(highlightName)
  }
  watch(
    () => bearing.form,
    (form) => {
      if (!form) kept = undefined
      mark(kept)
    },
  )
  watch([() => bearing.form, () => bearing.isOpen], () => void show())
  watch(
    () => support.opened,
    async (label) => {
      await nextTick()
      const walked = rowOf(label)?.querySelector('.walked')
      walked?.scrollIntoView({ block: 'nearest' })
      // Rows before it may be measured only now (`content-visibility`): a second look puts it right.
      requestAnimationFrame(() => walked?.scrollIntoView({ block: 'nearest' }))
    },
  )
  onBeforeUnmount(() => mark(undefined))

  return {
    room: computed(() => ({ scrollPaddingBlockEnd: height.value ? `${height.value + gap}px` : undefined })),
    keep: () => (kept = rangeIn(body.value)),
  }
}
