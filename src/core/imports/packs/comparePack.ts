import type { Event } from '#shared/model/event'
import type { AnyRecord, RecordSet } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { OpenedPack } from '../../exporters/pack/types'
import { createPauses } from '../../jobs/createPauses'
import { chainsByItem } from '../../records/chainsByItem'
import { digestOf } from '../../records/digest'
import { originalsOf } from '../../records/originalsOf'
import { recordsIn, setOfRecords, type PackRecord } from '../../records/recordSets'
import { titleOf } from '../../records/titleOf'
import type { Catalogue } from '../../store/types'
import { asCarried } from './asCarried'
import { asWhole, isMasked } from './asWhole'
import { completedParts, completeRecord, type Completed } from './completeRecord'
import { withNamesOf, withoutNames } from './foreignNames'
import { inTrash } from '../inTrash'
import { addedTo, joinRecords, saysTheSame, type Added } from './joinRecords'
import { lineageOf, type Lineage } from './lineageOf'
import { takeRecord } from './takeRecord'

/**
 * `fuller`: what is held came in a pack that left something out, and this one has of it what that lacked. `joined`: the pack
 * has checks, evidence or citations that are not held, and contradicts nothing. `filed`: an article of which the pack has tags
 * or collections that are not held, and nothing else that differs. `behind`: the pack has it as it was here before. `taken`: a
 * conflict, in which the user takes what the pack has.
 */
type Standing = 'new' | 'equal' | 'fuller' | 'joined' | 'filed' | 'behind' | 'conflict' | 'taken'

/** Whether what is held is changed by it. */
export const isUpdating = (standing: Standing): boolean =>
  standing === 'fuller' || standing === 'joined' || standing === 'filed' || standing === 'taken'

/** A record of which the pack and the archive say different things. */
export interface Conflict {
  readonly held: PackRecord
  readonly lineage: Exclude<Lineage, 'behind'>
  /** What would stand there if the user took what the pack has; absent where that cannot be. */
  readonly takes?: PackRecord
}

export interface ComparedRecord {
  /** As the pack has it; of one by which what is held is changed, what it becomes. */
  readonly record: PackRecord
  readonly standing: Standing
  /** Of the record as the pack has it. */
  readonly digest: Sha256
  /** Of a record with other content, and what the one that is held is called. */
  readonly conflict?: Conflict
  readonly heldTitle?: string
  /** Of the record that is held, where that is changed: it is only while it is still that. */
  readonly heldDigest?: Sha256
  /** What a fuller one brings. */
  readonly completed?: readonly Completed[]
  /** What a joined one brings. */
  readonly added?: Added
  /** What to do, where the one that is held is in the trash. */
  readonly message?: string
}

/** A pack's records beside those that are held, and what of it would be stored: what is new, and what becomes more or other by it. */
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

interface Beside {
  readonly catalogue: Catalogue
  readonly profile: string
  readonly known: Pick<Catalogue, 'original'>
  /** The chains of custody that the pack carries. */
  readonly chains: ReadonlyMap<Id, readonly Event[]>
}

type Found = Pick<ComparedRecord, 'record' | 'digest' | 'message'>

/**
 * What the pack has more, of what is only ever added to; undefined where it says something else of the same, or goes on from
 * what is held and took something of that back. Masked words are added to nothing.
 */
const compareMore = (
  { record, ...found }: Found,
  held: PackRecord,
  { lineage, profile }: { readonly lineage: Lineage; readonly profile: string },
): ComparedRecord | undefined => {
  const theirs = asWhole(record, held, profile)
  const joined = joinRecords(held, theirs, lineage)
  if (!joined || (lineage === 'ahead' && !saysTheSame(record, joined))) return undefined
  if (saysTheSame(joined, held)) return compareNames({ ...found, record: theirs }, held)
  if (isMasked(profile)) return undefined
  const named = withNamesOf(joined, theirs)
  // Where it goes on from what is held, and lacks nothing of it, it is the pack's record to the letter, and its chain fits.
  const isTheirs = lineage === 'ahead' && withNamesOf(record, named) === record
  return {
    ...found,
    record: isTheirs ? record : named,
    standing: 'joined',
    heldDigest: digestOf(held),
    added: addedTo(held, joined),
  }
}

const chainIn = (catalogue: Catalogue, id: Id): readonly Event[] =>
  catalogue.events(id).map(({ local: _local, ...event }) => event)

const compareFuller = (
  { record, ...found }: Found,
  held: PackRecord,
  { catalogue, profile, known }: Beside,
): ComparedRecord | undefined => {
  const whole = cameReduced(catalogue, record.id) ? completeRecord(held, record) : undefined
  if (!whole || !isSame(asCarried(whole, profile, known), record)) return undefined
  const heldDigest = digestOf(held)
  if (digestOf(whole) === heldDigest) return compareNames({ ...found, record }, held)
  const joined = withNamesOf(whole, record)
  const completed: readonly Completed[] = [
    ...completedParts(held, whole),
    ...(joined === whole ? [] : (['names'] as const)),
  ]
  return { ...found, record: joined, standing: 'fuller', heldDigest, completed }
}

const conflictOf = (
  found: Found,
  held: PackRecord,
  { lineage, profile }: { readonly lineage: Conflict['lineage']; readonly profile: string },
): ComparedRecord => {
  // What lies in the trash is not edited there.
  const takes = found.message === undefined ? takeRecord(held, found.record, { lineage, profile }) : undefined
  const isOther = takes !== undefined && digestOf(takes) !== digestOf(held)
  const conflict = { held, lineage, ...(isOther ? { takes } : {}) }
  return { ...found, standing: 'conflict', heldTitle: titleOf(held), conflict }
}

const compare = (record: PackRecord, beside: Beside): ComparedRecord => {
  const { catalogue, profile } = beside
  const held: AnyRecord | undefined = catalogue.record(record.id) ?? catalogue.withdrawn(record.id)
  const digest = digestOf(record)
  if (!held) return { record, digest, standing: 'new' }
  const message = inTrash(catalogue, record.id)
  const found = { record, digest, ...(message === undefined ? {} : { message }) }
  if (digestOf(held) === digest) return { ...found, standing: 'equal' }
  // An identifier of a citation, which is part of its article, is no record's.
  if (held.kind === 'citation') return { ...found, standing: 'conflict', heldTitle: titleOf(held) }
  const lineage = lineageOf(chainIn(catalogue, record.id), beside.chains.get(record.id) ?? [], digest)
  if (isSame(held, record) || isSame(asCarried(held, profile, catalogue), record))
    return lineage === 'behind' ? { ...found, standing: 'equal' } : compareNames(found, held)
  if (lineage === 'behind') return { ...found, standing: 'behind' }
  const fuller = compareFuller(found, held, beside)
  if (fuller) return fuller
  const more = message === undefined ? compareMore(found, held, { lineage, profile }) : undefined
  return more ?? conflictOf(found, held, { lineage, profile })
}

/** Whether the user takes what a pack has of a record in conflict. */
export type Take = (conflict: Conflict) => boolean

const takeNone: Take = () => false

const decide = (compared: ComparedRecord, take: Take): ComparedRecord => {
  const { conflict } = compared
  if (!conflict?.takes || !take(conflict)) return compared
  return {
    ...compared,
    record: conflict.takes,
    standing: 'taken',
    heldDigest: digestOf(conflict.held),
  }
}

/**
 * Tells what of a pack is new, what is held already (or more of it), what makes more of what is held, and what is held with
 * other content, which stays as it is but where the user takes what the pack has.
 */
export const comparePack = async (
  catalogue: Catalogue,
  { records, events, profile }: Pick<OpenedPack, 'records' | 'events' | 'profile'>,
  signal: AbortSignal,
  take: Take = takeNone,
): Promise<ComparedPack> => {
  const pause = createPauses(signal)
  const compared: ComparedRecord[] = []
  const brought = new Map(records.originals.map((original) => [original.sha256, original]))
  const known = { original: (sha256: Sha256) => catalogue.original(sha256) ?? brought.get(sha256) }
  const beside = { catalogue, profile, known, chains: chainsByItem(events) }
  for (const record of recordsIn(records)) {
    compared.push(decide(compare(record, beside), take))
    await pause()
  }
  const stored = compared.filter(({ standing }) => standing === 'new' || isUpdating(standing))
  const fresh = setOfRecords(stored.map(({ record }) => record))
  // A chain fits the record that it came with, and no other.
  const withChain = new Set<Id>(
    stored.filter(({ record, digest }) => digestOf(record) === digest).map(({ record }) => record.id),
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
    chains: events.filter((event) => withChain.has(event.itemId)),
  }
}
