import type { JobState } from '#shared/contract/jobs'
import type { ListPreview, ListedQuery } from '#shared/contract/queryLists'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { Jobs } from '../../jobs/types'
import type { SearchService } from '../../search/types'
import type { AskSearch } from '../types'
import { orderRows, type RowOrder } from './listTable'
import { previewList } from './previewList'
import { readList, type ListSource } from './readList'
import { runList } from './runList'

/** So many lists are held with what they found; an older one goes. */
const mostHeld = 3

export interface ListRun {
  readonly source: ListSource
  /** Counted from 0; `line` takes each line as it stands. */
  readonly column: number | 'line'
  readonly hasHeads: boolean
  readonly readAs: 'phrase' | 'query'
}

export interface QueryLists {
  readonly preview: (source: ListSource) => Promise<ListPreview>
  /** Starts at once; that the list can't be read is the job's end. */
  readonly run: (run: ListRun) => JobState
  /** What is done so far; throws `not-found` where it is not held any more. */
  readonly rows: (jobId: Id, order: RowOrder) => readonly ListedQuery[]
}

export interface QueryListsDeps {
  readonly ask: AskSearch
  readonly search: Pick<SearchService, 'catchUp'>
  readonly jobs: Jobs
}

const cellsOf = async ({ source, column, hasHeads }: ListRun, signal: AbortSignal): Promise<string[]> => {
  const rows = await readList(source, column === 'line' ? 'lines' : 'cells', signal)
  return rows.slice(hasHeads ? 1 : 0).map((row) => row[column === 'line' ? 0 : column] ?? '')
}

/** Lists of queries, each run as a job, and what they found. */
export const createQueryLists = ({ ask, search, jobs }: QueryListsDeps): QueryLists => {
  const held = new Map<Id, ListedQuery[]>()

  const hold = (id: Id, rows: ListedQuery[]): void => {
    held.set(id, rows)
    for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - mostHeld))) held.delete(oldest)
  }

  return {
    preview: async (source) => previewList(await readList(source, 'cells')),
    run: (run) =>
      jobs.start('query-list', async ({ id, signal, progress }) => {
        const rows: ListedQuery[] = []
        hold(id, rows)
        const cells = await cellsOf(run, signal)
        progress({ total: cells.length })
        await search.catchUp()
        await runList(cells, {
          ask,
          readAs: run.readAs,
          signal,
          onRow: (row) => rows.push(row),
          onProgress: (done) => progress({ done }),
        })
        return { kind: 'query-list', rows: rows.length }
      }),
    rows: (jobId, order) => {
      const rows = held.get(jobId)
      if (!rows) throw new CuttingsError('not-found', { what: 'list of queries' })
      return orderRows(rows, order)
    },
  }
}
