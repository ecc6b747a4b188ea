import { shallowReactive } from 'vue'
import type { ArchiveClient, ArchiveOutputs } from '#shared/contract/archive'
import type { Row } from '#shared/contract/library'
import { photoTitle } from '../reading/photoTitle'

/** Titles asked for: a batch of a thousand duplicates needs no thousand calls. */
const most = 200

export interface Held {
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly kind?: string | undefined
}

export interface HeldRecord {
  readonly id: string
  readonly kind: Row['kind']
  readonly title: string
}

const toHeld = (record: ArchiveOutputs['records']['get']): HeldRecord | undefined => {
  const { id } = record
  switch (record.kind) {
    case 'article':
      return { id, kind: 'article', title: record.headline }
    case 'source':
      return { id, kind: 'source', title: record.name }
    case 'reference':
      return { id, kind: 'reference', title: record.csl.title ?? record.key }
    case 'photo':
      return { id, kind: 'photo', title: photoTitle(record) ?? id }
    case 'claim':
    case 'note':
      return { id, kind: record.kind, title: record.text }
    case 'citation':
      return undefined
  }
}

/** Titles of records that are held already, so that 'held already, as' can say of what. */
export const createHeldTitles = ({ records }: ArchiveClient) => {
  const held = shallowReactive(new Map<string, HeldRecord>())

  const askOne = async (id: string): Promise<void> => {
    try {
      const record = toHeld(await records.get({ id }))
      if (record) held.set(id, record)
    } catch {
      // Removed meanwhile: the row says 'already held' without a title.
    }
  }

  return {
    of: (id: string | undefined): HeldRecord | undefined => (id === undefined ? undefined : held.get(id)),
    ask: async (rows: readonly Held[]): Promise<void> => {
      const ids = rows.flatMap((row) =>
        row.id !== undefined && (row.title === undefined || row.kind === undefined) ? [row.id] : [],
      )
      const unknown = [...new Set(ids)].filter((id) => !held.has(id)).slice(0, most)
      await Promise.all(unknown.map(askOne))
    },
  }
}
