import type { Event } from '#shared/model/event'
import type { AnyRecord, RecordSet } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { OpenedPack } from '../exporters/pack/types'
import { createPauses } from '../jobs/createPauses'
import { digestOf } from '../records/digest'
import { originalsOf } from '../records/originalsOf'
import { recordsIn } from '../records/recordSets'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'
import { asCarried } from './asCarried'
import { inTrash } from './inTrash'

type Standing = 'new' | 'equal' | 'conflict'

export interface ComparedRecord {
  readonly record: ReturnType<typeof recordsIn>[number]
  readonly standing: Standing
  readonly digest: Sha256
  /** Title of the record that is held, for a conflict. */
  readonly heldTitle?: string
  /** What to do, where the one that is held is in the trash. */
  readonly message?: string
}

/** A pack's records beside those that are held, and what of it would be stored. */
export interface ComparedPack {
  readonly compared: readonly ComparedRecord[]
  readonly fresh: RecordSet
  /** The same for the same records, whatever is held. */
  readonly digest: Sha256
  readonly chains: readonly Event[]
}

const compare = (catalogue: Catalogue, record: ComparedRecord['record'], profile: string): ComparedRecord => {
  const held: AnyRecord | undefined = catalogue.record(record.id) ?? catalogue.withdrawn(record.id)
  const digest = digestOf(record)
  if (!held) return { record, digest, standing: 'new' }
  const message = inTrash(catalogue, record.id)
  const found = { record, digest, ...(message === undefined ? {} : { message }) }
  if (digestOf(held) === digest) return { ...found, standing: 'equal' }
  if (held.kind !== 'citation' && digestOf(asCarried(held, profile, catalogue)) === digest)
    return { ...found, standing: 'equal' }
  return { ...found, standing: 'conflict', heldTitle: titleOf(held) }
}

/** Tells what of a pack is new, what is held already (or more of it), and what is held with other content, which stays as it is. */
export const comparePack = async (
  catalogue: Catalogue,
  { records, events, profile }: Pick<OpenedPack, 'records' | 'events' | 'profile'>,
  signal: AbortSignal,
): Promise<ComparedPack> => {
  const pause = createPauses(signal)
  const compared: ComparedRecord[] = []
  for (const record of recordsIn(records)) {
    compared.push(compare(catalogue, record, profile))
    await pause()
  }
  const isNew = new Set<Id>(
    compared.filter(({ standing }) => standing === 'new').map(({ record }) => record.id),
  )
  const fresh = {
    articles: records.articles.filter(({ id }) => isNew.has(id)),
    photos: records.photos.filter(({ id }) => isNew.has(id)),
    references: records.references.filter(({ id }) => isNew.has(id)),
    sources: records.sources.filter(({ id }) => isNew.has(id)),
    claims: records.claims.filter(({ id }) => isNew.has(id)),
    notes: records.notes.filter(({ id }) => isNew.has(id)),
  }
  const needed = new Set(
    [...fresh.articles, ...fresh.photos, ...fresh.references].flatMap((record) => originalsOf(record)),
  )
  const originals = records.originals.filter(
    ({ sha256 }) => needed.has(sha256) && !catalogue.original(sha256),
  )
  return {
    compared,
    fresh: { ...fresh, originals },
    digest: digestOf([compared.map(({ digest }) => digest), records.originals]),
    chains: events.filter((event) => isNew.has(event.itemId)),
  }
}
