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
  return {
    active,
    lines,
    activeLine: computed(() => lines.value[active.value]),
    /** All places of the items that are held, also those that have no line. */
    places: computed(() => hits.value.reduce((sum, hit) => sum + hit.placesTotal, 0)),
    goTo: (index: number): void => {
      active.value = Math.max(0, Math.min(lines.value.length - 1, index))
    },
  }
}
