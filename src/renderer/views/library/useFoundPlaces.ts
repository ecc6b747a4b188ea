import { computed, watch, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import { useCommand } from '../../composables/useCommand'
import { useHighlights, type Highlights } from '../../composables/useHighlights'
import { useReadingStore } from '../../stores/readingStore'

export interface FoundPlaces {
  /** What was searched, from the address (`find`); empty where nothing was. */
  readonly text: ComputedRef<string>
  readonly highlights: Highlights
  readonly step: (by: 1 | -1) => void
}

/** The places of a search in the open article: marked, and stepped through with N. */
export const useFoundPlaces = (go: (label: string) => void): FoundPlaces => {
  const route = useRoute()
  const reading = useReadingStore()
  const highlights = useHighlights()
  const text = computed(() => (typeof route.query.find === 'string' ? route.query.find : ''))

  watch(
    () => [text.value, reading.target] as const,
    async ([words, target]) => {
      highlights.set([])
      if (!words || target?.kind !== 'article') return
      const places = await reading.findPlaces(words)
      if (text.value === words && reading.target === target)
        highlights.set(places, decodeURIComponent(route.hash.slice(1)) || undefined)
    },
    { immediate: true },
  )

  const step = (by: 1 | -1): void => {
    const stop = highlights.step(by)
    if (stop?.passage !== undefined) go(stop.passage)
  }

  const hasStops = (): boolean => highlights.stops.value.length > 0
  useCommand('nextFound', () => step(1), hasStops)
  useCommand('previousFound', () => step(-1), hasStops)

  return { text, highlights, step }
}
