import { defaultRangeExtractor, useVirtualizer } from '@tanstack/vue-virtual'
import { useResizeObserver } from '@vueuse/core'
import { computed, onMounted, ref, watch, type ComputedRef, type Ref } from 'vue'

/** So many rows are simply shown; of more only those that are looked at exist. */
const mostShown = 100

export interface TableRow {
  readonly index: number
  /** Height of the rows that are left out before it, in pixels. */
  readonly gap: number
}

export interface TableRows {
  readonly rows: ComputedRef<readonly TableRow[]>
  /** Height of what is left out after the last one, in pixels. */
  readonly rest: ComputedRef<number>
  /** For the row's element, which carries its number as `data-index`. */
  readonly measure: (element: unknown) => void
  /** The row that holds the focus stays, however far one scrolls. */
  readonly keep: (event: FocusEvent) => void
}

/** Rows of a table that scrolls with its pane: each as high as what is in it, so they are measured as they come. */
export const useTableRows = (
  table: Ref<HTMLElement | undefined>,
  options: {
    readonly count: () => number
    readonly keyAt: (index: number) => string | number
    /** rem, before it is measured */
    readonly rowHeight: number
  },
): TableRows => {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const scroller = ref<HTMLElement | null>(null)
  const margin = ref(0)
  const kept = ref(-1)
  const isVirtual = computed(() => options.count() > mostShown)

  const place = (): void => {
    scroller.value = table.value?.closest<HTMLElement>('.pane-body') ?? null
    if (!table.value || !scroller.value) return
    const [own, pane] = [table.value.getBoundingClientRect(), scroller.value.getBoundingClientRect()]
    margin.value = Math.round(own.top - pane.top + scroller.value.scrollTop)
  }
  onMounted(place)
  useResizeObserver(table, place)

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>(
    computed(() => ({
      count: isVirtual.value ? options.count() : 0,
      getScrollElement: () => scroller.value,
      estimateSize: () => options.rowHeight * rem,
      getItemKey: options.keyAt,
      scrollMargin: margin.value,
      overscan: 8,
      rangeExtractor: (range) => {
        const rows = defaultRangeExtractor(range)
        return kept.value < 0 || kept.value >= range.count || rows.includes(kept.value)
          ? rows
          : [...rows, kept.value].sort((a, b) => a - b)
      },
    })),
  )
  watch(options.count, () => (kept.value = -1))

  const rows = computed<readonly TableRow[]>(() => {
    if (!isVirtual.value) return Array.from({ length: options.count() }, (_, index) => ({ index, gap: 0 }))
    let end = margin.value
    return virtualizer.value.getVirtualItems().map((item) => {
      const gap = Math.max(0, item.start - end)
      end = item.end
      return { index: item.index, gap }
    })
  })
  const rest = computed(() => {
    if (!isVirtual.value) return 0
    const last = virtualizer.value.getVirtualItems().at(-1)
    return last ? Math.max(0, virtualizer.value.getTotalSize() - (last.end - margin.value)) : 0
  })

  return {
    rows,
    rest,
    measure: (element) => {
      if (isVirtual.value && element instanceof HTMLElement) virtualizer.value.measureElement(element)
    },
    keep: (event) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
      if (row) kept.value = Number(row.dataset.index)
    },
  }
}
