import { useIntervalFn } from '@vueuse/core'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { Progress } from '#shared/contract/jobs'
import { useServices } from '../services'
import { paceOf, withSample, type Pace, type PaceSample } from '../text/jobPace'

/** The pace of work that goes on; a rest begins it anew. Looked at once a second: faster nobody reads. */
export const useJobPace = (
  progress: () => Progress | undefined,
  isResting: () => boolean,
): ComputedRef<Pace | undefined> => {
  const { now } = useServices()
  const samples = shallowRef<readonly PaceSample[]>([])
  const look = (): void => {
    const known = progress()
    if (!known || known.total === 0 || isResting()) return
    const { done, total, bytes, totalBytes } = known
    samples.value = withSample(samples.value, { at: now().getTime(), done, total, bytes, totalBytes })
  }
  useIntervalFn(look, 1000, { immediateCallback: true })
  watch(isResting, () => (samples.value = []))
  return computed(() => paceOf(samples.value))
}
