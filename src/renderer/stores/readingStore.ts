import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ArchiveOutputs } from '#shared/contract/archive'
import type { ErrorReport } from '#shared/errors'
import type { HighlightPlace } from '../composables/useHighlights'
import { createReadingModel } from '../reading/readingModel'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'

export type OpenKind = 'article' | 'photo' | 'reference' | 'source'

export type OpenRecord =
  | { readonly kind: 'article'; readonly view: ArchiveOutputs['articles']['get'] }
  | { readonly kind: 'photo'; readonly view: ArchiveOutputs['photos']['get'] }
  | { readonly kind: 'reference'; readonly view: ArchiveOutputs['references']['get'] }
  | { readonly kind: 'source'; readonly view: ArchiveOutputs['sources']['get'] }

export type CustodyEvents = ArchiveOutputs['events']['list']

/** The record that is open in the reading pane, and what is chosen in it. */
export const useReadingStore = defineStore('reading', () => {
  const { connection } = useServices()
  const { archive } = connection
  const target = shallowRef<{ readonly kind: OpenKind; readonly id: string }>()
  const record = shallowRef<OpenRecord>()
  const error = shallowRef<ErrorReport>()
  const events = shallowRef<CustodyEvents>()
  const versionNumber = ref<number>()
  const passage = ref<string>()
  const citation = ref<string>()

  const version = computed(() => {
    if (record.value?.kind !== 'article') return undefined
    const { versions } = record.value.view.article
    return versions.find((one) => one.number === versionNumber.value) ?? versions.at(-1)
  })
  const model = computed(() =>
    record.value?.kind === 'article' && version.value
      ? createReadingModel(record.value.view, version.value)
      : undefined,
  )

  const fetchRecord = async (kind: OpenKind, id: string): Promise<OpenRecord> => {
    if (kind === 'article') return { kind, view: await archive.articles.get({ id }) }
    if (kind === 'photo') return { kind, view: await archive.photos.get({ id }) }
    if (kind === 'reference') return { kind, view: await archive.references.get({ id }) }
    return { kind, view: await archive.sources.get({ id }) }
  }

  const load = async (): Promise<void> => {
    const asked = target.value
    if (!asked) return
    try {
      const answer = await fetchRecord(asked.kind, asked.id)
      if (target.value !== asked) return
      record.value = answer
      error.value = undefined
    } catch (cause) {
      if (target.value === asked) error.value = errorToReport(cause)
    }
  }

  const close = (): void => {
    target.value = undefined
    record.value = undefined
    error.value = undefined
    events.value = undefined
    versionNumber.value = undefined
    passage.value = undefined
    citation.value = undefined
  }

  /** Opens a record; what was open stays in view until it is there. Opening the same again changes nothing. */
  const open = async (kind: OpenKind, id: string): Promise<void> => {
    if (target.value?.kind === kind && target.value.id === id) return
    const shown = record.value
    close()
    record.value = shown
    target.value = { kind, id }
    await load()
  }

  const loadEvents = async (): Promise<void> => {
    const asked = target.value
    if (!asked || asked.kind === 'source') return
    try {
      const answer = await archive.events.list({ itemId: asked.id })
      if (target.value === asked) events.value = answer
    } catch (cause) {
      if (target.value === asked) error.value = errorToReport(cause)
    }
  }

  /** Where words stand in the open record, in the order of its text; nothing where the search fails. */
  const findPlaces = async (text: string): Promise<readonly HighlightPlace[]> => {
    const asked = target.value
    if (!asked) return []
    try {
      return await archive.search.places({ text, id: asked.id })
    } catch (cause) {
      if (target.value === asked) error.value = errorToReport(cause)
      return []
    }
  }

  /** Choosing a passage lets go of a citation, and the other way round. */
  const choosePassage = (label: string | undefined): void => {
    passage.value = label
    citation.value = undefined
  }

  const chooseCitation = (id: string | undefined): void => {
    citation.value = citation.value === id ? undefined : id
    passage.value = undefined
  }

  const showVersion = (number: number): void => {
    versionNumber.value = number
    choosePassage(undefined)
  }

  return {
    target,
    record,
    error,
    events,
    version,
    model,
    passage,
    citation,
    open,
    close,
    load,
    loadEvents,
    findPlaces,
    choosePassage,
    chooseCitation,
    showVersion,
  }
})
