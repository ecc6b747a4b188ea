import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { CitingPassage } from '#shared/contract/sources'
import type { ArticleSupport, PassageSupport } from '#shared/contract/support'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'

/** The passages that rest on one source: the first of them, and how many there are. */
export interface RestingPassages {
  readonly rows: readonly CitingPassage[]
  readonly total: number
}

/** Passages of a source that are shown in the reading view; its own page has them all. */
const mostShown = 20

/** What the passages of the open article rest on, and what is walked through from one of them. */
export const useSupportStore = defineStore('support', () => {
  const { connection } = useServices()
  const { archive } = connection
  const answer = shallowRef<ArticleSupport>()
  const error = shallowRef<ErrorReport>()
  /** The passage whose sources are shown. */
  const opened = ref<string>()
  const resting = shallowRef<ReadonlyMap<string, RestingPassages | ErrorReport>>(new Map())
  let asked = ''

  const byPassage = computed<ReadonlyMap<string, PassageSupport>>(
    () => new Map(answer.value?.passages.map((one) => [one.passage, one])),
  )

  /** Another article or version forgets what was shown; the same again, after a change, replaces it. */
  const load = async (id: string, versionId: string): Promise<void> => {
    const key = `${id} ${versionId}`
    if (asked !== key) {
      answer.value = undefined
      opened.value = undefined
    }
    asked = key
    resting.value = new Map()
    error.value = undefined
    try {
      const found = await archive.articles.support({ id, versionId })
      if (asked === key) answer.value = found
    } catch (cause) {
      if (asked === key) error.value = errorToReport(cause)
    }
  }

  const toggle = (label: string): void => {
    opened.value = opened.value === label ? undefined : label
  }

  const keep = (sourceId: string, found: RestingPassages | ErrorReport): void => {
    resting.value = new Map([...resting.value, [sourceId, found]])
  }

  /** The passages that rest on a source, asked once. */
  const findResting = async (sourceId: string): Promise<void> => {
    if (resting.value.has(sourceId)) return
    const key = asked
    try {
      const found = await archive.sources.passages({ id: sourceId, limit: mostShown })
      if (asked === key) keep(sourceId, found)
    } catch (cause) {
      if (asked === key) keep(sourceId, errorToReport(cause))
    }
  }

  return { answer, error, opened, resting, byPassage, load, toggle, findResting }
})
