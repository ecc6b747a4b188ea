import { setTimeout } from 'node:timers/promises'
import type { SupportListName, SupportRow } from '#shared/contract/support'
import { currentVersion } from '#shared/model/support'
import { createPauses } from '../jobs/createPauses'
import type { CatalogueReader } from '../store/types'
import { lackingIn, mayLack, type Lacking, type PassagesOf } from './lackingIn'

type ListsCatalogue = Pick<CatalogueReader, 'record' | 'revision' | 'list'>

export interface SupportPage {
  readonly total: number
  /** Articles, or photos, that were looked at, and how many there are. */
  readonly looked: number
  readonly of: number
  readonly rows: SupportRow[]
}

/** A look through the archive, as far as it got. */
interface Look {
  readonly revision: number
  readonly found: Lacking[]
  looked: number
  of: number
}

const pageSize = 500

/** Milliseconds that an answer waits for a look to end; what was found till then is told. */
const longestWait = 200

const textOf = (catalogue: ListsCatalogue, { row, passage }: Lacking): string | undefined => {
  const record = passage === undefined ? undefined : catalogue.record(row.id)
  return record?.kind === 'article'
    ? currentVersion(record).passages.find(({ label }) => label === passage)?.text
    : undefined
}

const toRow = (catalogue: ListsCatalogue, lacking: Lacking): SupportRow => {
  const { row, passage, sources, why } = lacking
  const text = textOf(catalogue, lacking)
  return {
    id: row.id,
    kind: row.kind === 'photo' ? 'photo' : 'article',
    title: row.title,
    ...(row.published === undefined ? {} : { published: row.published }),
    ...(passage === undefined ? {} : { passage }),
    ...(text === undefined ? {} : { text }),
    ...(sources === undefined || sources.length === 0 ? {} : { sources: [...sources] }),
    ...(why === undefined || why.length === 0 ? {} : { why: [...why] }),
  }
}

const lookThrough = async (
  catalogue: ListsCatalogue,
  list: SupportListName,
  look: Look,
  passagesOf: PassagesOf,
): Promise<void> => {
  const pause = createPauses()
  const kind = list === 'uncredited' ? 'photo' : 'article'
  for (let offset = 0; offset === 0 || offset < look.of; offset += pageSize) {
    const page = catalogue.list({ kind }, { by: 'added', direction: 'descending' }, offset, pageSize)
    look.of = page.total
    for (const row of page.rows) {
      // Something changed meanwhile: the next question begins anew.
      if (catalogue.revision() !== look.revision) return
      const record = mayLack[list](row) ? catalogue.record(row.id) : undefined
      if (record?.kind === 'photo') look.found.push({ row })
      if (record?.kind === 'article')
        for (const one of await lackingIn(list, row, record, passagesOf)) look.found.push(one)
      look.looked += 1
      await pause()
    }
  }
}

/**
 * Looks through the archive in slices, one look for each list and state of the archive, and answers with what is found so
 * far: 20,000 articles hold nobody up.
 */
export const createSupportLists = (catalogue: ListsCatalogue, passagesOf: PassagesOf) => {
  const looks = new Map<SupportListName, { readonly look: Look; readonly done: Promise<void> }>()
  const current = (list: SupportListName): { readonly look: Look; readonly done: Promise<void> } => {
    const revision = catalogue.revision()
    const known = looks.get(list)
    if (known?.look.revision === revision) return known
    const look: Look = { revision, found: [], looked: 0, of: 0 }
    const begun = { look, done: lookThrough(catalogue, list, look, passagesOf) }
    looks.set(list, begun)
    begun.done.catch(() => looks.delete(list))
    return begun
  }
  return async (list: SupportListName, offset: number, limit: number): Promise<SupportPage> => {
    const { look, done } = current(list)
    await Promise.race([done, setTimeout(longestWait, undefined, { ref: false })])
    const rows = look.found.slice(offset, offset + limit).map((one) => toRow(catalogue, one))
    return { total: look.found.length, looked: look.looked, of: look.of, rows }
  }
}
