import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { VersionComparison } from '#shared/contract/versions'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'

export interface ComparedVersions {
  readonly articleId: string
  readonly from: number
  readonly to: number
  /** The passage of the earlier version to go to. */
  readonly passage?: string
}

/** Two versions of an article side by side, in place of its text. */
export const useComparisonStore = defineStore('comparison', () => {
  const { connection } = useServices()
  const open = shallowRef<ComparedVersions>()
  const comparison = shallowRef<VersionComparison>()
  const error = shallowRef<ErrorReport>()

  /** Versions are immutable, but a citation may be confirmed meanwhile: nothing is kept. */
  const between = (articleId: string, from: number, to: number): Promise<VersionComparison> =>
    connection.archive.articles.compare({ id: articleId, from, to })

  /** The earlier version is always `from`, whichever was named first. */
  const show = async (asked: ComparedVersions): Promise<void> => {
    const [from, to] = [Math.min(asked.from, asked.to), Math.max(asked.from, asked.to)]
    const pair = { ...asked, from, to }
    open.value = pair
    error.value = undefined
    try {
      const answer = await between(pair.articleId, from, to)
      if (open.value === pair) comparison.value = answer
    } catch (cause) {
      if (open.value === pair) error.value = errorToReport(cause)
    }
  }

  const close = (): void => {
    open.value = undefined
    comparison.value = undefined
    error.value = undefined
  }

  return { open, comparison, error, between, show, close }
})
