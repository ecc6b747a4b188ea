import { rm } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import { CuttingsError } from '#shared/errors'
import type { FileResult } from '#shared/contract/jobs'
import { currentVersion } from '#shared/model/support'
import type { RecordSet } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { leftOutSentence } from '../../exporters/pack/leftOutWords'
import type { OpenedPack, PackContents } from '../../exporters/pack/types'
import { digestOf } from '../../records/digest'
import { itemsIn, recordsIn, setOfRecords } from '../../records/recordSets'
import { titleOf } from '../../records/titleOf'
import { comparePack, isUpdating, type ComparedPack, type ComparedRecord } from './comparePack'
import { inTrash } from '../inTrash'
import { withPack } from './judgePack'
import { packSlices } from './packSlices'
import { createSpaceCount, refuseTooMuch } from './packSpace'
import { behindSentence, filedSentence, fullerSentence, joinedSentence, takenSentence } from './standingWords'
import { takeOf } from './takeOf'
import type { Gate, Judged, Taking } from '../types'

type JudgedPack = Extract<Judged, { form: 'pack' }>

const adoptOriginals = async (
  records: RecordSet,
  { readOriginal }: PackContents,
  counted: ReturnType<typeof createSpaceCount>,
  { archive, folder }: Gate,
): Promise<void> => {
  for (const { sha256 } of records.originals) {
    const staged = await archive.originals.stageStream(counted(readOriginal(sha256)), folder)
    if (staged.sha256 !== sha256) {
      await rm(staged.path, { force: true })
      throw new CuttingsError('changed')
    }
    await archive.originals.adopt(staged)
  }
}

/** What is said of a record beside its outcome. */
const sentenceOf = ({ standing, completed = [], added }: ComparedRecord): string | undefined => {
  if (standing === 'fuller') return fullerSentence(completed)
  if (standing === 'joined' && added) return joinedSentence(added)
  if (standing === 'filed') return filedSentence
  if (standing === 'taken') return takenSentence
  return standing === 'behind' ? behindSentence : undefined
}

const resultOf = (name: string, compared: ComparedRecord): FileResult => {
  const { record, standing, heldTitle, message } = compared
  const original =
    record.kind === 'article'
      ? currentVersion(record).original
      : record.kind === 'photo'
        ? record.original
        : undefined
  const said = message === undefined ? {} : { message }
  const known = { name, id: record.id, kind: record.kind, title: titleOf(record), ...said }
  const base = original === undefined ? known : { ...known, sha256: original }
  if (standing === 'conflict') {
    const error = new CuttingsError('conflict', { title: heldTitle ?? '' }).toReport()
    return { ...base, outcome: 'refused', error }
  }
  // What lies in the trash says so, and what to do.
  const sentence = message === undefined ? sentenceOf(compared) : undefined
  const told = sentence === undefined ? base : { ...base, message: sentence }
  return { ...told, outcome: standing === 'new' || isUpdating(standing) ? 'imported' : 'duplicate' }
}

const untold: ReadonlySet<ComparedRecord['standing']> = new Set(['new', 'equal', 'behind'])

/** Whether a result is worth a line: sources come along with what cites them, unless one stands in the way or is changed. */
const isTold = ({ record, standing }: ComparedRecord): boolean =>
  record.kind !== 'source' || !untold.has(standing)

const tell = (name: string, compared: ComparedRecord | undefined, gate: Gate): void => {
  if (compared && isTold(compared)) gate.tell(resultOf(name, compared))
}

/**
 * What a record that was to be changed is now, where it is no longer what it was compared with, or not what its chain says: in
 * the trash, or a conflict. One record ends no slice.
 */
const changedSince = (one: ComparedRecord, { catalogue }: Gate['archive']): ComparedRecord | undefined => {
  const { id } = one.record
  const message = inTrash(catalogue, id)
  if (message !== undefined) return { ...one, standing: 'equal', message }
  const held = catalogue.record(id)
  if (held && digestOf(held) === one.heldDigest && catalogue.isIntact(id)) return undefined
  return { ...one, standing: 'conflict', heldTitle: titleOf(held ?? one.record) }
}

const changedMeanwhile = (
  records: RecordSet,
  told: ReadonlyMap<Id, ComparedRecord>,
  archive: Gate['archive'],
): ReadonlyMap<Id, ComparedRecord> =>
  new Map(
    recordsIn(records).flatMap(({ id }) => {
      const one = told.get(id)
      const changed = one && isUpdating(one.standing) ? changedSince(one, archive) : undefined
      return changed ? [[id, changed] as const] : []
    }),
  )

/**
 * Stores what is new, and what is held with what it gets, slice by slice: the originals of a slice, then its records and their whole chains in one transaction.
 * What was told stays, whenever it is stopped; the same pack again brings the rest.
 */
const admitFresh = async (
  name: string,
  { compared, fresh, chains }: ComparedPack,
  pack: PackContents,
  gate: Gate,
): Promise<void> => {
  const { archive, actor, pausePoint } = gate
  const counted = createSpaceCount(await refuseTooMuch(archive.originals, fresh))
  const told = new Map(compared.map((one) => [one.record.id, one]))
  const total = itemsIn(fresh)
  let done = 0
  for (const { records, chains: chainsOfSlice } of packSlices(fresh, chains)) {
    await pausePoint()
    await adoptOriginals(records, pack, counted, gate)
    const changed = changedMeanwhile(records, told, archive)
    const stored = {
      ...setOfRecords(recordsIn(records).filter(({ id }) => !changed.has(id))),
      originals: records.originals,
    }
    archive.catalogue.commit({ records: stored, action: 'import-pack', actor, chains: chainsOfSlice })
    gate.committed()
    for (const { id } of recordsIn(records)) tell(name, changed.get(id) ?? told.get(id), gate)
    done += itemsIn(records)
    gate.inside({ done, total })
    await turn()
  }
}

/** A pack that is not the whole is taken as it is, and what it lacks is said. */
const tellLeftOut = (name: string, pack: OpenedPack, gate: Gate): void => {
  const message = leftOutSentence(pack)
  if (message !== undefined) gate.tell({ name, outcome: 'note', message })
}

/**
 * Stores what is new in a pack and what makes more of what is held, and tells what became of each of its records. Before
 * anything is put in the place of what is held (`taking`), the catalogue is copied.
 */
export const admitPack = async (
  { entry, path, digest, unlock, shown }: JudgedPack,
  gate: Gate,
  taking: Taking = 'none',
): Promise<void> => {
  const { archive, signal } = gate
  await withPack(path, { signal, ...(unlock ? { unlock } : {}) }, async (pack) => {
    const comparedPack = await comparePack(archive.catalogue, pack, signal, takeOf(taking, shown))
    if (comparedPack.digest !== digest) throw new CuttingsError('changed')
    if (comparedPack.compared.some(({ standing }) => standing === 'taken')) await archive.backUp()
    await admitFresh(entry.name, comparedPack, pack, gate)
    tellLeftOut(entry.name, pack, gate)
    for (const one of comparedPack.compared)
      if (one.standing !== 'new' && !isUpdating(one.standing)) tell(entry.name, one, gate)
  })
}
