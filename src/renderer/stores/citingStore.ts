import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { CitingPassage } from '#shared/contract/sources'
import type { PassagePlace, SameOrigin } from '#shared/contract/support'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { createGrowingRows } from './growingRows'

/** Passages whose sources the core counts at once. */
const mostPlaces = 100

const keyOf = ({ articleId, passage }: PassagePlace): string => `${articleId} ${passage}`

/** Every passage that cites one source, as far as it was asked for, and why the source counts once with others there. */
export const useCitingStore = defineStore('citing', () => {
  const { archive } = useServices().connection
  const growing = createGrowingRows<CitingPassage>((id, offset, limit) =>
    archive.sources.passages({ id, offset, limit }),
  )
  const reasons = shallowRef<ReadonlyMap<string, readonly SameOrigin[]>>(new Map())
  const reasonsError = shallowRef<ErrorReport>()

  const explain = async (sourceId: string, rows: readonly CitingPassage[]): Promise<void> => {
    const places = new Map(
      rows.map(({ articleId, passage }) => [keyOf({ articleId, passage }), { articleId, passage }]),
    )
    const unknown = [...places].filter(([key]) => !reasons.value.has(key)).slice(0, mostPlaces)
    if (unknown.length === 0) return
    try {
      const found = await archive.support.passages({ places: unknown.map(([, place]) => place) })
      if (growing.opened.value !== sourceId) return
      const told = found.map((one) => {
        const group = one.groups.find(({ members }) => members.some((member) => member.sourceId === sourceId))
        return [keyOf(one), group?.why ?? []] as const
      })
      reasons.value = new Map([...reasons.value, ...unknown.map(([key]) => [key, []] as const), ...told])
    } catch (cause) {
      if (growing.opened.value === sourceId) reasonsError.value = errorToReport(cause)
    }
  }
  watch(growing.rows, (rows) => {
    if (growing.opened.value !== undefined) void explain(growing.opened.value, rows)
  })

  const { rows, total, error, isComplete, more } = growing
  return {
    rows,
    total,
    error,
    isComplete,
    more,
    reasonsError,
    whyAt: (place: PassagePlace): readonly SameOrigin[] => reasons.value.get(keyOf(place)) ?? [],
    open: async (id: string): Promise<void> => {
      reasons.value = new Map()
      reasonsError.value = undefined
      await growing.open(id)
    },
  }
})
