import type { AnyRecord, RecordSet } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { Event } from '#shared/model/event'
import type { PackContents } from '../exporters/pack/types'
import type { CompareOptions } from '../exporters/sealing/difference/types'
import { createPauses } from '../jobs/createPauses'
import { recordsIn } from '../records/recordSets'
import type { Archive, Catalogue, OriginalStore } from '../store/types'

const readOriginal = (originals: OriginalStore) =>
  async function* (sha256: Sha256): AsyncGenerator<Uint8Array, void, void> {
    const file = await originals.open(sha256)
    try {
      for await (const chunk of file.createReadStream({ autoClose: false })) yield chunk as Uint8Array
    } finally {
      await file.close()
    }
  }

/** Every item, and the claims and notes, of which some are about no item. */
const standingIds = (catalogue: Pick<Catalogue, 'ids'>): Id[] =>
  ([{}, { kind: 'claim' }, { kind: 'note' }] as const).flatMap((filter) =>
    catalogue.ids(filter, { by: 'added', direction: 'ascending' }),
  )

/** Read at once, between two turns of others. */
const slice = 20

const byKey = <T>(key: (value: T) => string) => {
  const held = new Map<string, T>()
  return {
    add: (values: readonly T[]): T[] => {
      const fresh = values.filter((value) => !held.has(key(value)))
      for (const value of fresh) held.set(key(value), value)
      return fresh
    },
    sorted: (): T[] => [...held].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value),
  }
}

const byId = <T extends { readonly id: Id }>() => byKey<T>((record) => record.id)

/** Gathers sets of records, each record once, with its chain as it is at the same moment. */
const createGathering = (catalogue: Pick<Catalogue, 'events'>) => {
  const parts = {
    articles: byId<RecordSet['articles'][number]>(),
    photos: byId<RecordSet['photos'][number]>(),
    references: byId<RecordSet['references'][number]>(),
    sources: byId<RecordSet['sources'][number]>(),
    claims: byId<RecordSet['claims'][number]>(),
    notes: byId<RecordSet['notes'][number]>(),
    originals: byKey<RecordSet['originals'][number]>((original) => original.sha256),
  }
  const events: Event[] = []
  const chainOf = ({ id }: AnyRecord): Event[] =>
    catalogue.events(id, { local: false }).map(({ local: _here, ...event }) => event)
  return {
    add: (set: RecordSet): void => {
      parts.originals.add(set.originals)
      const fresh = recordsIn({
        articles: parts.articles.add(set.articles),
        photos: parts.photos.add(set.photos),
        references: parts.references.add(set.references),
        sources: parts.sources.add(set.sources),
        claims: parts.claims.add(set.claims),
        notes: parts.notes.add(set.notes),
        originals: [],
      })
      for (const record of fresh) events.push(...chainOf(record))
    },
    events,
    records: (): RecordSet => ({
      articles: parts.articles.sorted(),
      photos: parts.photos.sorted(),
      references: parts.references.sorted(),
      sources: parts.sources.sorted(),
      claims: parts.claims.sorted(),
      notes: parts.notes.sorted(),
      originals: parts.originals.sorted(),
    }),
  }
}

/**
 * These items, what they point at, and their whole chains of custody: all of the archive where no ids are given. Others
 * have their turn meanwhile; a record and its chain are always of one moment.
 */
export const collectContents = async (
  { catalogue, originals }: Pick<Archive, 'catalogue' | 'originals'>,
  ids: readonly Id[] = standingIds(catalogue),
  { signal, onProgress }: CompareOptions = {},
): Promise<PackContents> => {
  const pause = createPauses(signal)
  const gathering = createGathering(catalogue)
  for (let from = 0; from < ids.length; from += slice) {
    onProgress?.({ step: 'collect', done: from, total: ids.length })
    gathering.add(catalogue.recordSet(ids.slice(from, from + slice)))
    await pause()
  }
  return { records: gathering.records(), events: gathering.events, readOriginal: readOriginal(originals) }
}
