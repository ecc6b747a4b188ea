import { ref, type Ref } from 'vue'

export type BarRange = readonly [from: number, to: number]

export interface Brush {
  /** The bars that are drawn over at this moment. */
  readonly draft: Ref<BarRange | undefined>
  /** The bar below the pointer. */
  readonly hovered: Ref<number | undefined>
  readonly start: (event: PointerEvent) => void
  readonly move: (event: PointerEvent) => void
  readonly end: () => void
  readonly abandon: () => void
}

/** Draws a range over `count` bars of one width with the pointer, in the direction of writing. */
export const useBrush = (
  track: Readonly<Ref<HTMLElement | undefined>>,
  count: () => number,
  choose: (range: BarRange) => void,
): Brush => {
  const draft = ref<BarRange>()
  const hovered = ref<number>()
  let begun: number | undefined

  const barAt = (element: HTMLElement, { clientX }: PointerEvent): number => {
    const { left, width } = element.getBoundingClientRect()
    const share = (clientX - left) / width
    const along = getComputedStyle(element).direction === 'rtl' ? 1 - share : share
    return Math.max(0, Math.min(count() - 1, Math.floor(along * count())))
  }
  const abandon = (): void => {
    begun = undefined
    draft.value = undefined
  }

  return {
    draft,
    hovered,
    start: (event) => {
      if (event.button !== 0 || !track.value) return
      track.value.setPointerCapture(event.pointerId)
      begun = barAt(track.value, event)
      draft.value = [begun, begun]
    },
    move: (event) => {
      if (!track.value) return
      const at = barAt(track.value, event)
      hovered.value = at
      if (begun !== undefined) draft.value = [Math.min(begun, at), Math.max(begun, at)]
    },
    end: () => {
      const drawn = draft.value
      abandon()
      if (drawn) choose(drawn)
    },
    abandon,
  }
}
