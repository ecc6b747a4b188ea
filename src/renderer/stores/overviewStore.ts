import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ArchiveOutputs } from '#shared/contract/archive'
import type { Network, OverviewScope, Timeline } from '#shared/contract/overviews'
import type { ErrorReport } from '#shared/errors'
import type { OverviewAsked } from '../overview/overviewAddress'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'

/** Milliseconds without a change before an overview is read again: an import changes the archive with each file. */
const quiet = 1500

/** Timeline and network of what is asked for; what was shown stays until there is an answer. */
export const useOverviewStore = defineStore('overview', () => {
  const { overviews, records, sources } = useServices().connection.archive
  const timeline = shallowRef<Timeline>()
  const network = shallowRef<Network>()
  const groups = shallowRef<ArchiveOutputs['overviews']['groups']>({ collections: [], tags: [] })
  /** Headline or name of what the overview is of, where it is of one record. */
  const title = ref<string>()
  const error = shallowRef<ErrorReport>()
  const isLoading = ref(false)
  let current: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const titleOf = async (scope: OverviewScope): Promise<string | undefined> => {
    if (scope.of === 'source') return (await sources.get({ id: scope.id })).source.name
    if (scope.of !== 'items') return undefined
    const record = await records.get({ id: scope.ids[0] ?? '' })
    return record.kind === 'article' ? record.headline : undefined
  }

  const read = async ({ scope, show, by, view, most }: OverviewAsked, signal: AbortSignal) => {
    const name = await titleOf(scope)
    const answer =
      show === 'timeline'
        ? { timeline: await overviews.timeline({ scope, ...(by ? { by } : {}) }, { signal }) }
        : { network: await overviews.network({ scope, most, ...(view ? { view } : {}) }, { signal }) }
    return { name, groups: await overviews.groups({}, { signal }), ...answer }
  }

  const load = async (asked: OverviewAsked): Promise<void> => {
    current?.abort()
    const mine = new AbortController()
    current = mine
    isLoading.value = true
    error.value = undefined
    try {
      const answer = await read(asked, mine.signal)
      if (current !== mine) return
      title.value = answer.name
      groups.value = answer.groups
      if ('timeline' in answer) timeline.value = answer.timeline
      else network.value = answer.network
    } catch (cause) {
      if (current === mine) error.value = errorToReport(cause)
    } finally {
      if (current === mine) isLoading.value = false
    }
  }

  return {
    timeline,
    network,
    groups,
    title,
    error,
    isLoading,
    load,
    /** Reads again once nothing has changed for a while. */
    loadWhenQuiet: (asked: () => OverviewAsked): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(asked()), quiet)
    },
    /** What is of another scope must not be taken for this one. */
    forget: (): void => {
      timeline.value = undefined
      network.value = undefined
      title.value = undefined
    },
    stop: (): void => {
      clearTimeout(timer)
      current?.abort()
    },
  }
})
