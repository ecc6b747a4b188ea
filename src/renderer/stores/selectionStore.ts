import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'

/** Sources are chosen in their list like anything else, but no pack is made of them. */
export type ChosenKind = 'item' | 'source'

/** What is chosen in lists; it survives filter and sort, and 'Pack n' is made of it. */
export const useSelectionStore = defineStore('selection', () => {
  const chosen = shallowReactive(new Map<string, ChosenKind>())
  const count = computed(() => chosen.size)
  const idsOf = (kind: ChosenKind): string[] =>
    [...chosen].filter(([, one]) => one === kind).map(([id]) => id)
  const itemIds = computed(() => idsOf('item'))
  /** They can be merged. */
  const sourceIds = computed(() => idsOf('source'))

  const only = (id: string, kind: ChosenKind): void => {
    if (chosen.size === 1 && chosen.has(id)) return
    chosen.clear()
    chosen.set(id, kind)
  }

  const toggle = (id: string, kind: ChosenKind): void => {
    if (!chosen.delete(id)) chosen.set(id, kind)
  }

  const add = (ids: readonly string[], kind: ChosenKind): void => {
    for (const id of ids) chosen.set(id, kind)
  }

  const replace = (ids: readonly string[], kind: ChosenKind): void => {
    chosen.clear()
    add(ids, kind)
  }

  return {
    count,
    itemIds,
    sourceIds,
    has: (id: string) => chosen.has(id),
    only,
    toggle,
    add,
    replace,
    clear: () => chosen.clear(),
  }
})
