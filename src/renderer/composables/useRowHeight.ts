import { useElementSize } from '@vueuse/core'
import { computed, type ComputedRef, type Ref } from 'vue'
import { useSettingsStore } from '../stores/settingsStore'

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

/** rem. One line where dense; two lines; three where the pane is narrow (titles take two), as ItemRow lays out. */
export const useRowHeight = (pane: Ref<HTMLElement | undefined>): ComputedRef<number> => {
  const { width } = useElementSize(pane)
  const settings = useSettingsStore()
  return computed(() => {
    if (settings.density === 'dense') return 2
    return width.value > 0 && width.value < 21 * rem() ? 4.5 : 3.5
  })
}
