import { computed, ref, type ComputedRef, type Ref } from 'vue'

export interface FoldedList<Item> {
  readonly shown: ComputedRef<readonly Item[]>
  /** How many are not shown. */
  readonly rest: ComputedRef<number>
  readonly isUnfolded: Ref<boolean>
}

/** A long list of which few are shown at first, and no more than `most` (all, where it is not given) on request. */
export const useFolded = <Item>(
  items: () => readonly Item[],
  few: number,
  most = Infinity,
): FoldedList<Item> => {
  const isUnfolded = ref(false)
  const shown = computed(() => items().slice(0, isUnfolded.value ? most : few))
  return { shown, rest: computed(() => items().length - shown.value.length), isUnfolded }
}
