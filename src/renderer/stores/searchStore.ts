import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ItemKind } from '#shared/model/kinds'
import type { Hit, SearchResult } from '#shared/contract/search'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { createFoundLines } from './foundLines'

const pageSize = 50
const placesPerHit = 4

export interface SearchFacets {
  readonly kinds: readonly ItemKind[]
  readonly languages: readonly string[]
}

/** What is searched and what was found. Each keystroke gives up the one before it; late answers are dropped. */
export const useSearchStore = defineStore('search', () => {
  const { search } = useServices().connection.archive
  const text = ref('')
  const facets = shallowRef<SearchFacets>({ kinds: [], languages: [] })
  const answer = shallowRef<Omit<SearchResult, 'hits'>>()
  /** The text that `answer` and `hits` are for: the one before, while a new answer is awaited. */
  const answeredText = ref('')
  const hits = shallowRef<readonly Hit[]>([])
  const error = shallowRef<ErrorReport>()
  const isComplete = computed(() => answer.value !== undefined && hits.value.length >= answer.value.total)
  const { exchange, ...found } = createFoundLines(hits)
  let asking: AbortController | undefined
  let answered: Promise<void> = Promise.resolve()
  let isLoadingMore = false

  const ask = (offset: number, signal: AbortSignal): Promise<SearchResult> => {
    const { kinds, languages } = facets.value
    const narrowed = {
      ...(kinds.length > 0 ? { kinds: [...kinds] } : {}),
      ...(languages.length > 0 ? { languages: [...languages] } : {}),
    }
    return search.query({ text: text.value, offset, limit: pageSize, placesPerHit, ...narrowed }, { signal })
  }

  const show = (words: string, result: SearchResult | undefined): void => {
    answeredText.value = words
    answer.value = result
    error.value = undefined
    exchange(() => (hits.value = result?.hits ?? []))
  }

  const run = async (): Promise<void> => {
    asking?.abort()
    const controller = new AbortController()
    asking = controller
    const words = text.value
    if (words.trim() === '') return show(words, undefined)
    try {
      const result = await ask(0, controller.signal)
      if (asking === controller) show(words, result)
    } catch (cause) {
      if (asking === controller) error.value = errorToReport(cause)
    }
  }
  const again = (): Promise<void> => (answered = run())

  const more = async (): Promise<void> => {
    const controller = asking
    if (isLoadingMore || isComplete.value || !controller || answeredText.value !== text.value) return
    isLoadingMore = true
    try {
      const page = await ask(hits.value.length, controller.signal)
      if (asking === controller) hits.value = [...hits.value, ...page.hits]
    } catch (cause) {
      if (asking === controller) error.value = errorToReport(cause)
    } finally {
      isLoadingMore = false
    }
  }

  return {
    ...found,
    text,
    facets,
    answer,
    answeredText,
    hits,
    isComplete,
    error,
    again,
    /** Reads on from the last item that is held. */
    more,
    /** When the answer to what was typed last is there. */
    settled: () => answered,
    setText: (next: string) => {
      if (next === text.value && answer.value) return
      text.value = next
      void again()
    },
    narrow: (next: SearchFacets) => {
      facets.value = next
      void again()
    },
  }
})
