import type { Event } from '#shared/model/event'
import type { AnyRecord, RecordSet } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { OpenedPack } from '../exporters/pack/types'
import { createPauses } from '../jobs/createPauses'
import { digestOf } from '../records/digest'
import { originalsOf } from '../records/originalsOf'
import { recordsIn, setOfRecords } from '../records/recordSets'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'
import { asCarried } from './asCarried'
import { completedParts, completeRecord, type Completed } from './completeRecord'
import { inTrash } from './inTrash'

type PackRecord = ReturnType<typeof recordsIn>[number]

/** `fuller`: what is held came in a pack that left something out, and this one has of it what that lacked. */
type Standing = 'new' | 'equal' | 'fuller' | 'conflict'

export interface ComparedRecord {
  /** As the pack has it; of a fuller one, what is held with what it lacked. */
  readonly record: PackRecord
  readonly standing: Standing
  /** Of the record as the pack has it. */
  readonly digest: Sha256
  /** Title of the record that is held, for a conflict. */
  readonly heldTitle?: string
  /** Of the record that is held, for a fuller one: completed is only what is still that. */
  readonly heldDigest?: Sha256
  /** What a fuller one brings. */
  readonly completed?: readonly Completed[]
  /** What to do, where the one that is held is in the trash. */
  readonly message?: string
}

/** A pack's records beside those that are held, and what of it would be stored: what is new, and what is completed. */
export interface ComparedPack {
  readonly compared: readonly ComparedRecord[]
  readonly fresh: RecordSet
  /** The same for the same records, whatever is held. */
  readonly digest: Sha256
  readonly chains: readonly Event[]
}

/**
 * Whether a record came in a pack without its chain of custody, as one does of which something was left out: what it lacks was
 * then left out and not taken back. What lies in the trash is completed by nothing.
 */
const cameReduced = (catalogue: Catalogue, id: Id): boolean =>
  catalogue.events(id)[0]?.action === 'import-pack' &&
  catalogue.removal(id) === undefined &&
  catalogue.withdrawn(id) === undefined

const compare = (
  catalogue: Catalogue,
  record: PackRecord,
  { profile, known }: { readonly profile: string; readonly known: Pick<Catalogue, 'original'> },
): ComparedRecord => {
  const held: AnyRecord | undefined = catalogue.record(record.id) ?? catalogue.withdrawn(record.id)
  const digest = digestOf(record)
  if (!held) return { record, digest, standing: 'new' }
  const message = inTrash(catalogue, record.id)
  const found = { record, digest, ...(message === undefined ? {} : { message }) }
  if (digestOf(held) === digest) return { ...found, standing: 'equal' }
  if (held.kind !== 'citation') {
    if (digestOf(asCarried(held, profile, catalogue)) === digest) return { ...found, standing: 'equal' }
    const whole = cameReduced(catalogue, record.id) ? completeRecord(held, record) : undefined
    if (whole && digestOf(asCarried(whole, profile, known)) === digest) {
      const heldDigest = digestOf(held)
      if (digestOf(whole) === heldDigest) return { ...found, standing: 'equal' }
      const completed = completedParts(held, whole)
      return { ...found, record: whole, standing: 'fuller', heldDigest, completed }
    }
  }
  return { ...found, standing: 'conflict', heldTitle: titleOf(held) }
}

/**
 * Tells what of a pack is new, what is held already (or more of it), what completes what is held, and what is held with other
 * content, which stays as it is.
 */
export const comparePack = async (
  catalogue: Catalogue,
  { records, events, profile }: Pick<OpenedPack, 'records' | 'events' | 'profile'>,
  signal: AbortSignal,
): Promise<ComparedPack> => {
  const pause = createPauses(signal)
  const compared: ComparedRecord[] = []
  const brought = new Map(records.originals.map((original) => [original.sha256, original]))
  const known = { original: (sha256: Sha256) => catalogue.original(sha256) ?? brought.get(sha256) }
  for (const record of recordsIn(records)) {
    compared.push(compare(catalogue, record, { profile, known }))
    await pause()
  }
  const isNew = new Set<Id>(
    compared.filter(({ standing }) => standing === 'new').map(({ record }) => record.id),
  )
  const fresh = setOfRecords(
    compared.flatMap(({ standing, record }) => (standing === 'new' || standing === 'fuller' ? [record] : [])),
  )
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
