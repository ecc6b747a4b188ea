import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

const firstBatch = 60
const nextBatch = 150

/**
 * How many of `total()` things to render: some at once, the rest a batch per frame, so that no long article holds the page
 * up. `reach` renders up to an index at once, for going to a passage that is not there yet.
 */
export const usePacedCount = (
  total: () => number,
): { readonly count: Ref<number>; readonly reach: (index: number) => void } => {
  const count = ref(0)
  let frame = 0

  const grow = (): void => {
    frame = 0
    if (count.value >= total()) return
    count.value = Math.min(total(), count.value + nextBatch)
    frame = requestAnimationFrame(grow)
  }

  const start = (): void => {
    cancelAnimationFrame(frame)
    count.value = Math.min(total(), firstBatch)
    frame = requestAnimationFrame(grow)
  }

  watch(total, start, { immediate: true })
  onBeforeUnmount(() => cancelAnimationFrame(frame))

  return {
    count,
    reach: (index) => {
      if (index >= count.value) count.value = Math.min(total(), index + 1)
    },
  }
}
