import { computed, ref, type Ref } from 'vue'
import type { Hit, Place } from '#shared/contract/search'

/** One line of the results: a place in an item. */
export interface FoundLine {
  readonly hitIndex: number
  readonly hit: Hit
  readonly place: Place
}

/** The places of all items that were found, one after another, and the one among them that is looked at. */
export const createFoundLines = (hits: Readonly<Ref<readonly Hit[]>>) => {
  const active = ref(0)
  const lines = computed<readonly FoundLine[]>(() =>
    hits.value.flatMap((hit, hitIndex) => hit.places.map((place) => ({ hitIndex, hit, place }))),
  )
  const isSame = (a: FoundLine, b: FoundLine): boolean =>
    a.hit.id === b.hit.id && a.place.field === b.place.field && a.place.passage === b.place.passage
  const countPlaces = (some: readonly Hit[]): number => some.reduce((sum, hit) => sum + hit.placesTotal, 0)
  const activeLine = computed(() => lines.value[active.value])
  return {
    active,
    /** Puts other hits in their place: who had moved stays at the same line where that is still found. */
    exchange: (put: () => void): void => {
      const before = active.value > 0 ? lines.value[active.value] : undefined
      put()
      const at = before === undefined ? -1 : lines.value.findIndex((line) => isSame(line, before))
      active.value = Math.max(0, at)
    },
    lines,
    activeLine,
    /** All places of the items that are held, also those that have no line. */
    places: computed(() => countPlaces(hits.value)),
    /** Which of all places is looked at, from 1. */
    activePlace: computed(() => {
      const line = activeLine.value
      if (!line) return 0
      return countPlaces(hits.value.slice(0, line.hitIndex)) + line.hit.places.indexOf(line.place) + 1
    }),
    goTo: (index: number): void => {
      active.value = Math.max(0, Math.min(lines.value.length - 1, index))
    },
  }
}
