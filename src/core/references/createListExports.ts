import type { ReferenceFormat } from '#shared/contract/references'
import type { JobState } from '#shared/contract/jobs'
import type { Selection } from '#shared/contract/work'
import { CuttingsError } from '#shared/errors'
import { withId, type CslItem, type Reference } from '#shared/model/reference'
import type { Id } from '#shared/model/scalars'
import { resolveSelection } from '../exports/resolveSelection'
import { packDisk } from '../exporters/pack/packDisk'
import { createPauses } from '../jobs/createPauses'
import type { JobContext, Jobs } from '../jobs/types'
import { tableMustBeFree, writeTable, type TablePart } from '../searches/writeTable'
import type { SearchService } from '../search/types'
import type { Catalogue } from '../store/types'
import { writtenFormats } from './writing/formats'

export interface ListExports {
  /**
   * Writes the references of a selection, and those that its articles cite; all of the archive where nothing is selected.
   * Throws `destination-exists`, `selection-empty`, `no-references` before the work starts.
   */
  readonly start: (selection: Selection, format: ReferenceFormat, path: string) => Promise<JobState>
}

/** Items that are written at once. */
const slice = 50

/** Under the key by which the archive knows it, which no other reference has. */
const toItem = ({ csl, key }: Reference): CslItem => withId(csl, key)

/** A JSON array is written piece by piece, so that a long list is never held as one text. */
const sliceText = (items: readonly CslItem[], format: ReferenceFormat, at: number, total: number): string => {
  const text = writtenFormats[format].write(items)
  const isLast = at + items.length === total
  if (format !== 'csl-json') return isLast ? text : `${text}${format === 'ris' ? '\r\n' : '\n'}`
  const inside = text.slice(2, -3)
  return `${at === 0 ? '[\n' : ''}${inside}${isLast ? '\n]\n' : ',\n'}`
}

/** Lists of references in the formats that other programs read. */
export const createListExports = (deps: {
  readonly catalogue: Catalogue
  readonly search: Pick<SearchService, 'catchUp' | 'select'>
  readonly jobs: Jobs
}): ListExports => {
  const { catalogue, search, jobs } = deps

  const referencesOf = async (selection: Selection): Promise<Reference[]> => {
    const ids = await resolveSelection(selection, catalogue, search)
    if (ids !== undefined) return catalogue.recordSet(ids).references
    return catalogue.ids({ kind: 'reference' }, { by: 'added', direction: 'ascending' }).flatMap((id: Id) => {
      const record = catalogue.record(id)
      return record?.kind === 'reference' ? [record] : []
    })
  }

  const parts = async function* (
    references: readonly Reference[],
    format: ReferenceFormat,
    { signal, progress, result }: JobContext,
  ): AsyncGenerator<TablePart, void, void> {
    const pause = createPauses(signal)
    // It reads what was written, with readers that are large: not before there is something to read.
    const { lostFields } = await import('./writing/lostFields')
    for (let at = 0; at < references.length; at += slice) {
      const some = references.slice(at, at + slice)
      const items = some.map(toItem)
      for (const [index, item] of items.entries()) {
        const lost = format === 'csl-json' ? [] : await lostFields(item, format)
        const message = `This format does not hold: ${lost.join(', ')}.`
        if (lost.length > 0)
          result({ name: String(item.id), outcome: 'note', id: some[index]?.id ?? '', message })
      }
      yield { rows: items.length, text: sliceText(items, format, at, references.length) }
      progress({ done: at + items.length, total: references.length })
      await pause()
    }
  }

  return {
    start: async (selection, format, path) => {
      await tableMustBeFree(path)
      const references = await referencesOf(selection)
      if (references.length === 0) throw new CuttingsError('no-references')
      return jobs.start('table', async (work) => ({
        kind: 'table',
        table: await writeTable(path, parts(references, format, work), packDisk),
      }))
    },
  }
}
