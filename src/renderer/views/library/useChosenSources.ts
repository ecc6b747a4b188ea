import { computed, type ComputedRef } from 'vue'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSourceWorkStore } from '../../stores/sourceWorkStore'

/** Sources that are chosen in the list beside the one that is open, and their merge into it. */
export const useChosenSources = (
  openId: () => string,
): { readonly others: ComputedRef<readonly string[]>; readonly mergeInto: () => Promise<void> } => {
  const selection = useSelectionStore()
  const work = useSourceWorkStore()
  const others = computed(() => selection.sourceIds.filter((id) => id !== openId()))
  return {
    others,
    mergeInto: async () => {
      const removedIds = others.value
      if (!(await work.merge([{ keptId: openId(), removedIds }]))) return
      // They are in the trash: nothing can be done with them any more.
      for (const id of removedIds) if (selection.has(id)) selection.toggle(id, 'source')
    },
  }
}
