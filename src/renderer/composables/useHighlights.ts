import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { CodePointRange } from '../text/segments'

/** Where a search matches in one record; `passage` is absent for a field such as the headline. */
export interface HighlightPlace {
  readonly field: string
  readonly passage?: string | undefined
  readonly ranges: readonly CodePointRange[]
}

/** One hit to step to: the place it is in, and which of that place's ranges it is. */
export interface HighlightStop {
  readonly key: string
  readonly passage?: string | undefined
  readonly index: number
}

export interface Highlights {
  readonly places: Ref<readonly HighlightPlace[]>
  readonly stops: ComputedRef<readonly HighlightStop[]>
  readonly at: Ref<number>
  readonly here: ComputedRef<HighlightStop | undefined>
  readonly rangesOf: (key: string) => readonly CodePointRange[]
  /** Index of the range that is stepped to, in this place; -1 elsewhere. */
  readonly hereIn: (key: string) => number
  readonly set: (places: readonly HighlightPlace[], startAt?: string) => void
  readonly step: (by: 1 | -1) => HighlightStop | undefined
}

/** The name of a place: a passage's label, or `field:headline`. */
export const placeKey = (place: Pick<HighlightPlace, 'field' | 'passage'>): string =>
  place.passage ?? `field:${place.field}`

const none: readonly CodePointRange[] = []

/** Marks to show in a record, and a place among them to step through by keyboard, in the order given. */
export const useHighlights = (): Highlights => {
  const places = shallowRef<readonly HighlightPlace[]>([])
  const at = ref(-1)
  const byKey = computed(() => {
    const map = new Map<string, readonly CodePointRange[]>()
    for (const place of places.value) {
      const key = placeKey(place)
      map.set(key, [...(map.get(key) ?? []), ...place.ranges])
    }
    return map
  })
  const stops = computed(() =>
    [...byKey.value].flatMap(([key, ranges]) =>
      ranges.map((_, index) => ({
        key,
        index,
        ...(key.startsWith('field:') ? {} : { passage: key }),
      })),
    ),
  )
  const here = computed(() => stops.value[at.value])

  return {
    places,
    stops,
    at,
    here,
    rangesOf: (key) => byKey.value.get(key) ?? none,
    hereIn: (key) => (here.value?.key === key ? here.value.index : -1),
    set: (next, startAt) => {
      places.value = next
      at.value = startAt === undefined ? -1 : stops.value.findIndex((stop) => stop.passage === startAt)
    },
    step: (by) => {
      const { length } = stops.value
      if (length === 0) return undefined
      at.value = at.value < 0 ? (by === 1 ? 0 : length - 1) : (at.value + by + length) % length
      return here.value
    },
  }
}
