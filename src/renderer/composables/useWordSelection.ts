import { useEventListener } from '@vueuse/core'
import { onBeforeUnmount, shallowRef, type Ref, type ShallowRef } from 'vue'

/** A place in the text that is shown: code points of a passage before it. */
export interface TextPlace {
  readonly passage: string
  readonly offset: number
}

export interface WordSelection {
  readonly from: TextPlace
  readonly to: TextPlace
  readonly words: string
}

const wordsAround = (node: Node): HTMLElement | undefined => {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('.passage .words') ?? undefined
}

/** The place of a boundary of a selection; undefined outside the words of passages. */
const placeOf = (node: Node, unit: number): TextPlace | undefined => {
  const words = wordsAround(node)
  const passage = words?.closest('.passage')?.id
  if (!words || !passage) return undefined
  const before = document.createRange()
  before.setStart(words, 0)
  before.setEnd(node, unit)
  return { passage, offset: Array.from(before.toString()).length }
}

const endOf = (words: HTMLElement): TextPlace => ({
  passage: words.closest('.passage')?.id ?? '',
  offset: Array.from(words.textContent).length,
})

/** Passages that a selection touches: it may begin or end in a margin, as by a triple click. */
const readSelection = (body: HTMLElement): WordSelection | undefined => {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!body.contains(range.commonAncestorContainer)) return undefined
  const touched = [...body.querySelectorAll<HTMLElement>('.passage .words')].filter((words) =>
    range.intersectsNode(words),
  )
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return undefined
  const from = placeOf(range.startContainer, range.startOffset) ?? {
    passage: first.closest('.passage')?.id ?? '',
    offset: 0,
  }
  const inside = placeOf(range.endContainer, range.endOffset)
  // A triple click ends before the first letter of what comes next.
  const before = touched.at(-2)
  const to = inside?.offset === 0 && before ? endOf(before) : (inside ?? endOf(last))
  const words = selection.toString().trim()
  return words === '' ? undefined : { from, to, words }
}

export interface WordSelecting {
  readonly selected: ShallowRef<WordSelection | undefined>
  /** Looks now: the browser tells of a change only later. */
  readonly read: () => void
  readonly clear: () => void
}

/** What is selected of the text that is shown, however it was selected. */
export const useWordSelection = (body: Ref<HTMLElement | undefined>): WordSelecting => {
  const selected = shallowRef<WordSelection>()
  const read = (): void => {
    const { activeElement } = document
    // A field that has the focus has a selection of its own; the one of the text stays.
    if (activeElement instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(activeElement.tagName))
      return
    selected.value = body.value ? readSelection(body.value) : undefined
  }
  useEventListener(document, 'selectionchange', read)
  onBeforeUnmount(() => (selected.value = undefined))
  return {
    selected,
    read,
    clear: () => {
      document.getSelection()?.removeAllRanges()
      selected.value = undefined
    },
  }
}
