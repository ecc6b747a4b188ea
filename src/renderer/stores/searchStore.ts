import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Hit, SearchResult } from '#shared/contract/search'
import type { ErrorReport } from '#shared/errors'
import { askedKey, isNothing, nothingAsked, type SearchAsked } from '../searching/searchAddress'
import { useServices } from '../services'
import { useArchiveStore } from './archiveStore'
import { errorToReport } from './errorToReport'
import { createFoundLines } from './foundLines'
import { createFoundPages, placesPerHit, type PageRange } from './foundPages'

/** More than the largest window shows: what is scrolled to is asked for when it comes near. */
const firstPage: PageRange = { offset: 0, limit: 20, placesPerHit }

/** What is searched and what was found. Each keystroke gives up the one before it; late answers are dropped. */
export const useSearchStore = defineStore('search', () => {
  const { search } = useServices().connection.archive
  const archive = useArchiveStore()
  const asked = shallowRef<SearchAsked>(nothingAsked)
  const answer = shallowRef<Omit<SearchResult, 'hits'>>()
  /** What `answer` and `hits` are for: the question before, while a new answer is awaited. */
  const answered = shallowRef<SearchAsked>(nothingAsked)
  /** What the archive and its index held when the answer was asked for: a later return to it asks anew. */
  const held = (): string => `${archive.revision} ${archive.library?.index.searchable ?? 0}`
  let answeredOf = ''
  /** Counts answers, so that a list can tell a new one from one that went on. */
  const generation = ref(0)
  const hits = shallowRef<readonly Hit[]>([])
  const error = shallowRef<ErrorReport>()
  const { exchange, ...found } = createFoundLines(hits)
  let asking: AbortController | undefined
  let settled: Promise<void> = Promise.resolve()

  /** Undefined where a newer question was asked meanwhile, or this one failed. */
  const fetch = async (
    { text, filters, sort }: SearchAsked,
    range: PageRange,
    facets: boolean,
    controller: AbortController,
  ): Promise<SearchResult | undefined> => {
    try {
      const input = { text, filters: [...filters], sort, facets, ...range }
      const result = await search.query(input, { signal: controller.signal })
      return asking === controller ? result : undefined
    } catch (cause) {
      if (asking === controller) error.value = errorToReport(cause)
      return undefined
    }
  }

  const show = (question: SearchAsked, result: SearchResult | undefined): void => {
    answered.value = question
    answer.value = result
    error.value = undefined
    generation.value += 1
    pages.restart()
    exchange(() => (hits.value = result?.hits ?? []))
  }

  const run = async (): Promise<void> => {
    asking?.abort()
    const controller = new AbortController()
    asking = controller
    const question = asked.value
    const of = held()
    if (isNothing(question)) return show(question, undefined)
    const result = await fetch(question, firstPage, true, controller)
    if (!result) return
    answeredOf = of
    show(question, result)
  }
  const again = (): Promise<void> => (settled = run())

  const pages = createFoundPages({
    hits,
    total: () => answer.value?.total,
    ask: async (range) =>
      asking && answered.value === asked.value ? fetch(answered.value, range, false, asking) : undefined,
    exchange,
    again,
  })

  return {
    ...found,
    asked,
    answer,
    answered,
    generation,
    hits,
    isComplete: computed(pages.isComplete),
    error,
    again,
    more: pages.more,
    showAll: pages.showAll,
    /** When the answer to what was asked last is there. */
    settled: () => settled,
    setAsked: (next: SearchAsked) => {
      if (askedKey(next) === askedKey(asked.value) && answer.value && answeredOf === held()) return
      asked.value = next
      void again()
    },
  }
})
