import type { ListedQuery } from '#shared/contract/queryLists'
import { longestAsked } from '#shared/model/savedSearch'
import { createPauses } from '../../jobs/createPauses'
import { plainWords } from '../plainWords'
import type { Answered, AskSearch } from '../types'
import { askedOf } from './askedOf'

/** Of a query that is too long, so much is shown. */
const longestShown = 200

export interface RunListOptions {
  readonly ask: AskSearch
  readonly readAs: 'phrase' | 'query'
  readonly signal: AbortSignal
  /** Called with each row once it is done. */
  readonly onRow: (row: ListedQuery) => void
  readonly onProgress: (done: number) => void
}

const toRow = (
  row: number,
  query: string,
  asked: string,
  { total, kinds, hits: [hit] }: Answered,
): ListedQuery => ({
  row,
  query,
  asked,
  total,
  kinds: { ...kinds },
  ...(hit
    ? {
        first: {
          id: hit.id,
          kind: hit.kind,
          title: hit.title,
          ...(hit.published === undefined ? {} : { published: hit.published }),
        },
      }
    : {}),
})

/** Runs cells one after another; empty ones are left out, and what stands twice is searched for once. */
export const runList = async (cells: readonly string[], options: RunListOptions): Promise<void> => {
  const { ask, readAs, signal, onRow, onProgress } = options
  const pause = createPauses(signal)
  const answered = new Map<string, Answered>()
  let row = 0
  for (const [at, cell] of cells.entries()) {
    signal.throwIfAborted()
    const query = plainWords(cell)
    const asked = askedOf(cell, readAs)
    if (asked !== '') {
      row += 1
      if (asked.length > longestAsked)
        onRow({ row, query: `${[...query].slice(0, longestShown).join('')} …`, asked: '' })
      else {
        const answer =
          answered.get(asked) ??
          (await ask({ text: asked, filters: [], sort: 'relevance', offset: 0, limit: 1 }, signal))
        answered.set(asked, answer)
        onRow(toRow(row, query, asked, answer))
      }
    }
    onProgress(at + 1)
    await pause()
  }
}
