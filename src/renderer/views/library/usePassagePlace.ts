import { nextTick, onMounted, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useReadingStore } from '../../stores/readingStore'

export interface PassagePlace {
  /** Chooses a passage, puts it into the address, and scrolls it into view where it is not. */
  readonly go: (label: string) => void
  readonly goToSlot: (number: number) => void
  readonly step: (by: 1 | -1) => void
}

/** The passage that the address names (`#12`), kept in step with the one that is chosen. */
export const usePassagePlace = (
  body: Ref<HTMLElement | undefined>,
  reach: (blockIndex: number) => void,
): PassagePlace => {
  const route = useRoute()
  const router = useRouter()
  const reading = useReadingStore()

  const labels = (): readonly string[] => [
    ...(reading.model?.summary.map((one) => one.passage.label) ?? []),
    ...(reading.model?.blocks.flatMap((block) =>
      block.type === 'passage' ? [block.view.passage.label] : [],
    ) ?? []),
  ]

  const scrollTo = async (id: string, isBlock: (index: number) => boolean): Promise<void> => {
    const index = reading.model?.blocks.findIndex((_, at) => isBlock(at)) ?? -1
    if (index >= 0) reach(index)
    await nextTick()
    const element = body.value?.querySelector(`#${CSS.escape(id)}`)
    // Rows before it may be measured only now (`content-visibility`): a second look puts it right.
    element?.scrollIntoView({ block: 'nearest' })
    requestAnimationFrame(() => element?.scrollIntoView({ block: 'nearest' }))
  }

  const show = async (label: string): Promise<void> => {
    if (!labels().includes(label)) return
    reading.choosePassage(label)
    const blocks = reading.model?.blocks ?? []
    await scrollTo(label, (at) => {
      const block = blocks[at]
      return block?.type === 'passage' && block.view.passage.label === label
    })
  }

  const go = (label: string): void => {
    if (route.hash === `#${label}`) void show(label)
    else void router.replace({ path: route.path, query: route.query, hash: `#${label}` })
  }

  const inAddress = (): string => decodeURIComponent(route.hash.slice(1))
  const followAddress = (): void => {
    if (inAddress()) void show(inAddress())
  }
  onMounted(followAddress)
  watch(inAddress, followAddress)
  watch(
    () => reading.record,
    () => {
      if (inAddress()) followAddress()
      else body.value?.scrollTo({ top: 0 })
    },
    { flush: 'post' },
  )

  return {
    go,
    goToSlot: (number) => {
      const blocks = reading.model?.blocks ?? []
      void scrollTo(`slot-${number}`, (at) => {
        const block = blocks[at]
        return block?.type === 'slot' && block.slot.number === number
      })
    },
    step: (by) => {
      const all = labels()
      const at = reading.passage === undefined ? -1 : all.indexOf(reading.passage)
      const next = all[at < 0 ? (by === 1 ? 0 : all.length - 1) : at + by]
      if (next !== undefined) go(next)
    },
  }
}
