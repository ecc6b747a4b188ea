import { nextTick, onBeforeUnmount, ref, watch, type Ref } from 'vue'

const firstBatch = 30
const smallest = 20
const largest = 400
/** What a batch may take, in milliseconds: half of a frame that nobody notices. */
const budget = 12

/**
 * How many of `total()` things to render: some at once, the rest a batch per frame, so that no long article holds the page
 * up. `reach` renders up to an index at once, for going to a passage that is not there yet.
 */
export const usePacedCount = (
  total: () => number,
): { readonly count: Ref<number>; readonly reach: (index: number) => void } => {
  const count = ref(0)
  let frame = 0
  let batch = smallest
  let ended = false

  const grow = async (): Promise<void> => {
    if (count.value >= total()) return
    const before = performance.now()
    count.value = Math.min(total(), count.value + batch)
    await nextTick()
    if (ended) return
    const factor = budget / Math.max(1, performance.now() - before)
    batch = Math.round(Math.min(largest, Math.max(smallest, batch * Math.min(2, factor))))
    frame = requestAnimationFrame(() => void grow())
  }

  const start = (): void => {
    cancelAnimationFrame(frame)
    count.value = Math.min(total(), firstBatch)
    frame = requestAnimationFrame(() => void grow())
  }

  watch(total, start, { immediate: true })
  onBeforeUnmount(() => {
    ended = true
    cancelAnimationFrame(frame)
  })

  return {
    count,
    reach: (index) => {
      if (index >= count.value) count.value = Math.min(total(), index + 1)
    },
  }
}
