import type { Event } from '#shared/model/event'
import type { AnyRecord, RecordSet } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { OpenedPack } from '../../exporters/pack/types'
import { createPauses } from '../../jobs/createPauses'
import { digestOf } from '../../records/digest'
import { originalsOf } from '../../records/originalsOf'
import { recordsIn, setOfRecords } from '../../records/recordSets'
import { titleOf } from '../../records/titleOf'
import type { Catalogue } from '../../store/types'
import { asCarried } from './asCarried'
import { completedParts, completeRecord, type Completed } from './completeRecord'
import { withNamesOf, withoutNames } from './foreignNames'
import { inTrash } from '../inTrash'

type PackRecord = ReturnType<typeof recordsIn>[number]

/**
 * `fuller`: what is held came in a pack that left something out, and this one has of it what that lacked. `filed`: an article
 * of which the pack has tags or collections that are not held, and nothing else that differs.
 */
type Standing = 'new' | 'equal' | 'fuller' | 'filed' | 'conflict'

/** Whether what is held becomes more by it. */
export const isCompleting = (standing: Standing): boolean => standing === 'fuller' || standing === 'filed'

export interface ComparedRecord {
  /** As the pack has it; of a fuller or filed one, what is held with what it lacked. */
  readonly record: PackRecord
  readonly standing: Standing
  /** Of the record as the pack has it. */
  readonly digest: Sha256
  /** Title of the record that is held, for a conflict. */
  readonly heldTitle?: string
  /** Of the record that is held, for a fuller or filed one: completed is only what is still that. */
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

/** Whether two records say the same but for the user's own order. */
const isSame = (one: PackRecord, other: PackRecord): boolean =>
  digestOf(withoutNames(one)) === digestOf(withoutNames(other))

/** What names the pack brings to a record that is otherwise the same; in the trash nothing is added to it. */
const compareNames = (
  { record, ...found }: Pick<ComparedRecord, 'record' | 'digest' | 'message'>,
  held: PackRecord,
): ComparedRecord => {
  const joined = found.message === undefined ? withNamesOf(held, record) : held
  return joined === held
    ? { ...found, record, standing: 'equal' }
    : { ...found, record: joined, standing: 'filed', heldDigest: digestOf(held) }
}

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
    if (isSame(held, record) || isSame(asCarried(held, profile, catalogue), record))
      return compareNames(found, held)
    const whole = cameReduced(catalogue, record.id) ? completeRecord(held, record) : undefined
    if (whole && isSame(asCarried(whole, profile, known), record)) {
      const heldDigest = digestOf(held)
      if (digestOf(whole) === heldDigest) return compareNames(found, held)
      const joined = withNamesOf(whole, record)
      const completed: readonly Completed[] = [
        ...completedParts(held, whole),
        ...(joined === whole ? [] : (['names'] as const)),
      ]
      return { ...found, record: joined, standing: 'fuller', heldDigest, completed }
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
    compared.flatMap(({ standing, record }) =>
      standing === 'new' || isCompleting(standing) ? [record] : [],
    ),
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
