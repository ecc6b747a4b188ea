import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/**
 * Counts from 0 to `last`, one step a task, so that what is made at once when a page starts does not hold it up. By timers
 * and not by frames: a window that is not shown yet has none.
 */
export const useStages = (last: number): Readonly<Ref<number>> => {
  const stage = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  const next = (): void => {
    stage.value += 1
    if (stage.value < last) timer = setTimeout(next)
  }
  onMounted(() => (timer = setTimeout(next)))
  onBeforeUnmount(() => clearTimeout(timer))
  return stage
}
