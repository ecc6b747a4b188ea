import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ArticleView } from '#shared/contract/records'
import { currentVersion } from '#shared/model/support'
import type { HighlightPlace } from '../composables/useHighlights'
import { createReadingModel, type PassageView } from '../reading/readingModel'
import { useServices } from '../services'
import type { FoundLine } from './foundLines'

/** Passages shown before and after the one that was found. */
const around = 2

interface Loaded {
  readonly id: string
  readonly text: string
  readonly view: ArticleView
  readonly places: readonly HighlightPlace[]
}

/** The item of the line that is looked at in the results: its passage among its neighbours, with every place marked. */
export const useFoundPreviewStore = defineStore('foundPreview', () => {
  const { archive } = useServices().connection
  const loaded = shallowRef<Loaded>()
  const line = shallowRef<FoundLine>()
  let turn = 0

  const show = async (next: FoundLine | undefined, text: string): Promise<void> => {
    const asked = ++turn
    line.value = next
    if (!next || next.hit.kind !== 'article') return
    const { id } = next.hit
    if (loaded.value?.id === id && loaded.value.text === text) return
    try {
      const [view, places] = await Promise.all([
        archive.articles.get({ id }),
        archive.search.places({ id, text }),
      ])
      if (asked === turn) loaded.value = { id, text, view, places }
    } catch {
      // The line in the results says what is known; opening the item says why it cannot be read.
    }
  }

  const isLoaded = computed(() => loaded.value !== undefined && loaded.value.id === line.value?.hit.id)
  const passages = computed<readonly PassageView[]>(() => {
    const view = isLoaded.value ? loaded.value?.view : undefined
    if (!view) return []
    const model = createReadingModel(view, currentVersion(view.article))
    const all = [
      ...model.summary,
      ...model.blocks.flatMap((block) => (block.type === 'passage' ? [block.view] : [])),
    ]
    const at = Math.max(
      0,
      all.findIndex((one) => one.passage.label === line.value?.place.passage),
    )
    return all.slice(Math.max(0, at - around), at + around + 1)
  })

  return {
    line,
    isLoaded,
    passages,
    view: computed(() => (isLoaded.value ? loaded.value?.view : undefined)),
    rangesOf: (label: string) =>
      loaded.value?.places.flatMap((place) => (place.passage === label ? place.ranges : [])) ?? [],
    headlineRanges: () =>
      loaded.value?.places.flatMap((place) => (place.field === 'headline' ? place.ranges : [])) ?? [],
    show,
  }
})
