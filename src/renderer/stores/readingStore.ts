import { defineStore } from 'pinia'
import { computed, ref, shallowRef, type Ref } from 'vue'
import type { HighlightPlace } from '../composables/useHighlights'
import { createReadingModel } from '../reading/readingModel'
import { useServices } from '../services'
import { createOpenRecord, type CustodyEvents, type OpenKind, type OpenRecord } from './openRecord'

/** The version of the open article that is shown, the newest where none was chosen, and how it reads. */
const useShownVersion = (record: OpenRecord['record'], number: Ref<number | undefined>) => {
  const version = computed(() => {
    if (record.value?.kind !== 'article') return undefined
    const { versions } = record.value.view.article
    return versions.find((one) => one.number === number.value) ?? versions.at(-1)
  })
  const model = computed(() =>
    record.value?.kind === 'article' && version.value
      ? createReadingModel(record.value.view, version.value)
      : undefined,
  )
  return { version, model }
}

/** The record that is open in the reading pane, and what is chosen in it. */
export const useReadingStore = defineStore('reading', () => {
  const { connection } = useServices()
  const { archive } = connection
  const { target, record, error, ask, load, put } = createOpenRecord(archive)
  const events = shallowRef<CustodyEvents>()
  const versionNumber = ref<number>()
  const passage = ref<string>()
  const citation = ref<string>()

  const { version, model } = useShownVersion(record, versionNumber)

  const forgetChoices = (): void => {
    events.value = undefined
    versionNumber.value = undefined
    passage.value = undefined
    citation.value = undefined
  }

  const close = (): void => {
    put(undefined)
    record.value = undefined
    forgetChoices()
  }

  /** Opens a record; what was open stays in view until it is there. Opening the same again changes nothing. */
  const open = async (kind: OpenKind, id: string): Promise<void> => {
    if (target.value?.kind === kind && target.value.id === id) return
    put({ kind, id })
    forgetChoices()
    await load()
  }

  const loadEvents = async (): Promise<void> => {
    if (target.value?.kind === 'source') return
    await ask(
      ({ id }) => archive.events.list({ itemId: id }),
      (answer) => {
        events.value = answer
      },
    )
  }

  /** Where words stand in the open record, in the order of its text; nothing where the search fails. */
  const findPlaces = async (text: string): Promise<readonly HighlightPlace[]> => {
    let places: readonly HighlightPlace[] = []
    await ask(
      ({ id }) => archive.search.places({ text, id }),
      (answer) => {
        places = answer
      },
    )
    return places
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
