import type { JobState } from '#shared/contract/jobs'
import type { ListedQuery } from '#shared/contract/queryLists'
import type { TableForm } from '#shared/contract/searches'
import type { SearchAsked } from '#shared/model/savedSearch'
import type { Id } from '#shared/model/scalars'
import type { PackDisk } from '../exporters/pack/packDisk'
import { createPauses } from '../jobs/createPauses'
import type { JobContext, Jobs } from '../jobs/types'
import type { SearchService } from '../search/types'
import { allHits } from './allHits'
import { headOfHits, hitsToText } from './hitTable'
import { headOfList, listRowToCsv } from './lists/listTable'
import type { AskSearch } from './types'
import { tableMustBeFree, writeTable, type TablePart } from './writeTable'

export interface TableExports {
  /** All hits of a search, in its order. Throws `destination-exists` before the work starts. */
  readonly hits: (asked: SearchAsked, form: TableForm, path: string) => Promise<JobState>
  /** The rows of a list of queries, as a CSV. */
  readonly list: (rows: readonly ListedQuery[], path: string) => Promise<JobState>
}

export interface TableExportsDeps {
  readonly archiveId: Id
  readonly ask: AskSearch
  readonly search: Pick<SearchService, 'catchUp'>
  readonly jobs: Jobs
  readonly disk: PackDisk
}

type Work = Pick<JobContext, 'signal' | 'progress'>

/** Rows of a list that are written at once. */
const slice = 200

/** Tables of what was found, each written as a job. */
export const createTableExports = (deps: TableExportsDeps): TableExports => {
  const { archiveId, ask, search, jobs, disk } = deps

  const hitParts = async function* (
    asked: SearchAsked,
    form: TableForm,
    { signal, progress }: Work,
  ): AsyncGenerator<TablePart, void, void> {
    // An index that lags behind would leave items out without a word.
    await search.catchUp()
    yield { rows: 0, text: headOfHits(form) }
    let done = 0
    for await (const { total, hits } of allHits(ask, asked, { signal })) {
      done += hits.length
      progress({ done, total })
      yield { rows: hits.length, text: hitsToText(hits, archiveId, form) }
    }
  }

  const listParts = async function* (
    rows: readonly ListedQuery[],
    { signal, progress }: Work,
  ): AsyncGenerator<TablePart, void, void> {
    const pause = createPauses(signal)
    yield { rows: 0, text: headOfList() }
    for (let from = 0; from < rows.length; from += slice) {
      const some = rows.slice(from, from + slice)
      progress({ done: from + some.length, total: rows.length })
      yield { rows: some.length, text: some.map(listRowToCsv).join('') }
      await pause()
    }
  }

  const start = async (path: string, parts: (work: Work) => AsyncIterable<TablePart>): Promise<JobState> => {
    await tableMustBeFree(path)
    return jobs.start('table', async (work) => ({
      kind: 'table',
      table: await writeTable(path, parts(work), disk),
    }))
  }

  return {
    hits: (asked, form, path) => start(path, (work) => hitParts(asked, form, work)),
    list: (rows, path) => start(path, (work) => listParts(rows, work)),
  }
}
