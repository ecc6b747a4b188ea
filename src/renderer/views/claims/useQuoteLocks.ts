import { shallowRef, watch, type ShallowRef } from 'vue'
import type { ClaimView } from '#shared/contract/claims'
import type { QuoteComparison } from '#shared/contract/quotes'
import type { PassageTarget } from '#shared/model/selector'
import { useServices } from '../../services'

/** What the claim's own place is known by among its locks. */
export const ownPlace = 'claim'

/** The marks around a quotation are not part of it. */
const withoutMarks = (text: string): string => text.trim().replace(/^["“„«「『‘'](.*)["”“»」』’']$/su, '$1')

/** Of a claim that is a quotation: how it stands to the passage that states it, and to each passage of its evidence. */
export const useQuoteLocks = (
  view: () => ClaimView | undefined,
): ShallowRef<ReadonlyMap<string, QuoteComparison>> => {
  const { quotes } = useServices().connection.archive
  const locks = shallowRef<ReadonlyMap<string, QuoteComparison>>(new Map())

  const compare = async (shown: ClaimView): Promise<ReadonlyMap<string, QuoteComparison>> => {
    const quotation = withoutMarks(shown.claim.text)
    const { target: own } = shown.claim
    const places: readonly (readonly [string, PassageTarget])[] = [
      ...(own ? [[ownPlace, own] as const] : []),
      ...shown.claim.evidence.flatMap(({ id, target }) => (target ? [[id, target] as const] : [])),
    ]
    const found = new Map<string, QuoteComparison>()
    for (const [key, target] of places) {
      // Against the whole passage: a quotation may hold more than the words that were selected.
      const { selector: _, ...whole } = target
      const { against } = await quotes.compare({ quotation, target: whole, limit: 0 })
      if (against) found.set(key, against)
    }
    return found
  }

  watch(
    view,
    async (shown) => {
      if (shown?.claim.claimType !== 'quote') {
        locks.value = new Map()
        return
      }
      try {
        const found = await compare(shown)
        if (view() === shown) locks.value = found
      } catch {
        // A passage that is not held any more says so beside it.
        locks.value = new Map()
      }
    },
    { immediate: true },
  )
  return locks
}
