import type { Id } from '#shared/model/scalars'
import { createPauses } from '../jobs/createPauses'
import type { CatalogueReader } from '../store/types'
import { originKey } from './agencies'

export interface Published {
  readonly id: Id
  readonly title: string
}

export interface Publishers {
  /** Articles of the archive by one of these names, the newest first, and no more than are looked at. */
  readonly articlesBy: (origins: ReadonlySet<string>) => Promise<readonly Published[]>
}

const pageSize = 500
/** Articles of one publisher that are looked at: whoever publishes more has told the same story lately, or not. */
const most = 200

/** Which articles are whose, read from the list in slices and kept until something changes. */
export const createPublishers = (catalogue: Pick<CatalogueReader, 'list' | 'revision'>): Publishers => {
  let known: { readonly revision: number; readonly by: Promise<ReadonlyMap<string, Published[]>> } | undefined

  const read = async (): Promise<ReadonlyMap<string, Published[]>> => {
    const by = new Map<string, Published[]>()
    const pause = createPauses()
    for (let offset = 0, total = 1; offset < total; offset += pageSize) {
      const page = catalogue.list(
        { kind: 'article' },
        { by: 'added', direction: 'descending' },
        offset,
        pageSize,
      )
      total = page.total
      for (const { id, title, subtitle } of page.rows) {
        if (subtitle === undefined) continue
        const key = originKey(subtitle)
        const held = by.get(key) ?? []
        if (held.length < most) by.set(key, [...held, { id, title }])
      }
      await pause()
    }
    return by
  }

  return {
    articlesBy: async (origins) => {
      const revision = catalogue.revision()
      if (known?.revision !== revision) {
        const by = read()
        known = { revision, by }
        by.catch(() => {
          if (known?.by === by) known = undefined
        })
      }
      const by = await known.by
      return [...origins].flatMap((key) => by.get(key) ?? []).slice(0, most)
    },
  }
}
