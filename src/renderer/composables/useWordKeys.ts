import { computed, onBeforeUnmount, shallowRef } from 'vue'
import {
  stepWords,
  unitsOf,
  wordsOf,
  type UnitRange,
  type WordSpan,
  type WordStep,
} from '../reading/wordSteps'

interface Walking {
  readonly element: HTMLElement
  readonly words: readonly UnitRange[]
  readonly span: WordSpan
}

/** The text node and the place in it that a unit of an element's text lies in. */
const pointAt = (element: HTMLElement, unit: number): { readonly node: Node; readonly offset: number } => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = unit
  let last: Node | undefined
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left <= length) return { node, offset: left }
    left -= length
    last = node
  }
  return last ? { node: last, offset: last.textContent?.length ?? 0 } : { node: element, offset: 0 }
}

const select = (element: HTMLElement, { start, end }: UnitRange): void => {
  const [from, to] = [pointAt(element, start), pointAt(element, end)]
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

const stepOf = (key: string, isRtl: boolean): WordStep | undefined => {
  switch (key) {
    case 'ArrowRight':
      return isRtl ? 'previous' : 'next'
    case 'ArrowLeft':
      return isRtl ? 'next' : 'previous'
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    default:
      return undefined
  }
}

export interface WordKeysOptions {
  /** Says the words that are selected, for those who don't see them. */
  readonly say: (words: string) => void
  /** Enter: on to what can be done with them. */
  readonly done: () => void
  /** Esc: back to the passage. */
  readonly given: () => void
}

/**
 * Selecting words by keyboard: arrows go from word to word, with Shift they select more or fewer, Home and End go to the
 * ends of the passage. Made of the document's own selection, so that all that follows is the same as by mouse.
 */
export const useWordKeys = ({ say, done, given }: WordKeysOptions) => {
  const walking = shallowRef<Walking>()

  const show = (next: Walking): void => {
    const range = unitsOf(next.span, next.words)
    if (!range) return
    walking.value = next
    select(next.element, range)
    say(next.element.textContent.slice(range.start, range.end))
  }
  const stop = (): void => {
    walking.value?.element.removeAttribute('tabindex')
    walking.value = undefined
  }
  const start = (element: HTMLElement): void => {
    stop()
    const words = wordsOf(element.textContent, element.lang || undefined)
    if (words.length === 0) return
    element.tabIndex = -1
    element.focus({ preventScroll: true })
    show({ element, words, span: { from: 0, to: 0 } })
  }
  const press = (event: KeyboardEvent): void => {
    const now = walking.value
    if (!now || event.altKey || event.target !== now.element) return
    if (event.key === 'Escape' || event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      stop()
      if (event.key === 'Enter') done()
      else given()
      return
    }
    const all = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a'
    const isRtl = getComputedStyle(now.element).direction === 'rtl'
    const step = event.ctrlKey || event.metaKey ? undefined : stepOf(event.key, isRtl)
    if (!all && !step) return
    event.preventDefault()
    event.stopPropagation()
    const count = now.words.length
    const span = step ? stepWords(now.span, step, event.shiftKey, count) : { from: 0, to: count - 1 }
    show({ ...now, span })
  }

  onBeforeUnmount(stop)
  return { isWalking: computed(() => walking.value !== undefined), start, stop, press }
}
