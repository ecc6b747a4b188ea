import { ref, type Ref, type ShallowRef } from 'vue'
import type { Hit, SearchResult } from '#shared/contract/search'

const pageSize = 200
export const placesPerHit = 4
const mostPlaces = 5000

export interface PageRange {
  readonly offset: number
  readonly limit: number
  readonly placesPerHit: number
}

export interface FoundPagesOptions {
  readonly hits: ShallowRef<readonly Hit[]>
  readonly total: () => number | undefined
  /** Asks for more of what is shown; undefined where another question was asked meanwhile, or it failed. */
  readonly ask: (range: PageRange) => Promise<SearchResult | undefined>
  /** Puts other hits in their place, so that the line that is looked at stays. */
  readonly exchange: (put: () => void) => void
  readonly again: () => Promise<void>
}

export interface FoundPages {
  readonly isComplete: () => boolean
  /** Another answer is there. */
  readonly restart: () => void
  /** Reads on from the last item that is held. */
  readonly more: () => Promise<void>
  /** Reads the places of an item that have no line yet. */
  readonly showAll: (hitIndex: number) => Promise<void>
}

/** What is read of an answer after its first page. */
export const createFoundPages = ({ hits, total, ask, exchange, again }: FoundPagesOptions): FoundPages => {
  const hasEnded: Ref<boolean> = ref(false)
  let isLoading = false

  const isComplete = (): boolean => {
    const all = total()
    return all !== undefined && (hasEnded.value || hits.value.length >= all)
  }

  const more = async (): Promise<void> => {
    if (isLoading || isComplete()) return
    isLoading = true
    const page = await ask({ offset: hits.value.length, limit: pageSize, placesPerHit })
    isLoading = false
    if (!page) return
    // What was indexed meanwhile shifts the pages: an item that is held does not come twice.
    const held = new Set(hits.value.map(({ id }) => id))
    const fresh = page.hits.filter(({ id }) => !held.has(id))
    hasEnded.value = fresh.length === 0
    hits.value = [...hits.value, ...fresh]
  }

  const showAll = async (hitIndex: number): Promise<void> => {
    const hit = hits.value[hitIndex]
    if (!hit || hit.places.length >= hit.placesTotal) return
    const page = await ask({ offset: hitIndex, limit: 1, placesPerHit: mostPlaces })
    const whole = page?.hits.find(({ id }) => id === hit.id)
    if (whole) exchange(() => (hits.value = hits.value.map((one) => (one.id === hit.id ? whole : one))))
    else if (page) await again()
  }

  return { isComplete, restart: () => void (hasEnded.value = false), more, showAll }
}
