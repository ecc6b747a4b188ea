import { shallowRef, type ShallowRef } from 'vue'
import type { ErrorReport } from '#shared/errors'
import { errorToReport } from './errorToReport'

export interface RowsPage<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

export interface PagedRowsOptions<Row> {
  readonly fetchPage: (offset: number, limit: number, signal: AbortSignal) => Promise<RowsPage<Row>>
  readonly pageSize?: number
  /** Pages kept; the ones that were asked for longest ago go first. */
  readonly maxPages?: number
}

export interface PagedRows<Row> {
  /** Undefined until the first page came. */
  readonly total: Readonly<ShallowRef<number | undefined>>
  readonly error: Readonly<ShallowRef<ErrorReport | undefined>>
  /** Undefined while its page loads. Reactive: reads again when a page came. */
  readonly rowAt: (index: number) => Row | undefined
  /** Asks for what is looked at and gives up what no longer is. */
  readonly ensure: (first: number, last: number) => void
  /** Another list: forgets everything. */
  readonly reset: () => void
  /** The same list, changed meanwhile: shows what it has until the new pages come. */
  readonly refresh: () => void
}

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly generation: number
}

/** A long list of which only the pages that are looked at are held. */
export const createPagedRows = <Row>(options: PagedRowsOptions<Row>): PagedRows<Row> => {
  const { fetchPage, pageSize = 100, maxPages = 60 } = options
  const total = shallowRef<number>()
  const error = shallowRef<ErrorReport>()
  const arrived = shallowRef(0)
  const pages = new Map<number, Page<Row>>()
  const inFlight = new Map<number, AbortController>()
  let generation = 0
  let wanted: readonly [number, number] = [0, pageSize - 1]

  const store = (page: number, rows: readonly Row[]): void => {
    pages.delete(page)
    pages.set(page, { rows, generation })
    const oldest = pages.keys().next()
    if (pages.size > maxPages && !oldest.done) pages.delete(oldest.value)
  }

  const load = async (page: number): Promise<void> => {
    const controller = new AbortController()
    const asked = generation
    inFlight.set(page, controller)
    try {
      const answer = await fetchPage(page * pageSize, pageSize, controller.signal)
      if (asked !== generation || controller.signal.aborted) return
      store(page, answer.rows)
      total.value = answer.total
      error.value = undefined
      arrived.value += 1
    } catch (cause) {
      if (asked === generation && !controller.signal.aborted) error.value = errorToReport(cause)
    } finally {
      if (inFlight.get(page) === controller) inFlight.delete(page)
    }
  }

  const abandon = (keep: (page: number) => boolean): void => {
    for (const [page, controller] of inFlight) {
      if (keep(page)) continue
      inFlight.delete(page)
      controller.abort()
    }
  }

  const ensure = (first: number, last: number): void => {
    wanted = [first, last]
    const end = total.value === undefined ? last : Math.min(last, total.value - 1)
    const from = Math.max(0, Math.floor(first / pageSize))
    const to = Math.max(from, Math.floor(end / pageSize))
    abandon((page) => page >= from - 1 && page <= to + 1)
    for (let page = from; page <= to; page += 1)
      if (pages.get(page)?.generation !== generation && !inFlight.has(page)) void load(page)
  }

  const anew = (forget: boolean): void => {
    generation += 1
    abandon(() => false)
    error.value = undefined
    if (forget) {
      pages.clear()
      total.value = undefined
      wanted = [0, pageSize - 1]
    }
    arrived.value += 1
    ensure(...wanted)
  }

  return {
    total,
    error,
    rowAt: (index) => {
      void arrived.value
      return pages.get(Math.floor(index / pageSize))?.rows[index % pageSize]
    },
    ensure,
    reset: () => anew(true),
    refresh: () => anew(false),
  }
}
