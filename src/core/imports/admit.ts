import { rm } from 'node:fs/promises'
import { CuttingsError } from '#shared/errors'
import type { FileResult } from '#shared/contract/jobs'
import type { Original } from '#shared/model/original'
import type { RecordSet } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { fileNameOf } from '../records/displayName'
import { emptyRecordSet } from '../records/recordSets'
import { titleOf } from '../records/titleOf'
import { admitPack } from './packs/admitPack'
import { inTrash } from './inTrash'
import { refusalOf } from './judgement'
import { mergedItem } from './mergedItem'
import { recordsOf, type Became } from './recordsOf'
import type { Catalogue } from '../store/types'
import type { EntryChoice, Gate, Judged, KeptFile, ParsedFile } from './types'

const originalOf = ({ staged, mediaType, rawName, containerPath }: KeptFile): Original => ({
  sha256: staged.sha256,
  bytes: staged.bytes,
  mediaType,
  names: [fileNameOf(rawName)],
  ...(containerPath.length > 0 ? { containerPath: [...containerPath] } : {}),
})

/** The rows of files that have none yet: what was kept unread before, and is read now, has its own. */
const originalsOf = (files: readonly KeptFile[], { archive }: Gate): Original[] =>
  files.filter(({ staged }) => !archive.catalogue.original(staged.sha256)).map(originalOf)

const commit = (gate: Gate, records: RecordSet): void => {
  gate.archive.catalogue.commit({ records, action: 'import', actor: gate.actor })
  gate.committed()
}

const tellBecame = (name: string, sha256: string, became: Became, { tell, archive }: Gate): void => {
  if (became.as === 'held') {
    const record = archive.catalogue.record(became.id)
    const known = record ? { kind: record.kind, title: titleOf(record) } : {}
    const message = inTrash(archive.catalogue, became.id)
    const base = { name, outcome: 'duplicate', id: became.id, sha256, ...known } as const
    return tell(message === undefined ? base : { ...base, message })
  }
  const { record } = became
  const base = { name, outcome: 'imported', id: record.id, kind: record.kind, sha256 } as const
  const version = record.kind === 'article' && became.as === 'version' ? record.versions.length : undefined
  tell({ ...base, title: titleOf(record), ...(version === undefined ? {} : { version }) })
}

const photoWith = (catalogue: Catalogue, sha256: string | undefined): Id | undefined =>
  sha256 === undefined
    ? undefined
    : [...catalogue.itemsOf(sha256), ...catalogue.removedFrom(sha256).map(catalogue.keptFor)].find(
        (id) => catalogue.record(id)?.kind === 'photo',
      )

/** Makes the file an original, and its records durable; only then says so. */
const admitFile = async (name: string, file: ParsedFile, gate: Gate, separate: boolean): Promise<void> => {
  const { archive, clock, shelf } = gate
  const { sha256 } = file.staged
  const { catalogue } = archive
  const { records, became } = recordsOf(await shelf.get(file.shelved), {
    original: sha256,
    rawName: file.rawName,
    sidecar: file.sidecar?.staged.sha256,
    clock,
    lookup: catalogue,
    photoOf: (picture) => photoWith(catalogue, file.pictures.get(picture)),
    separate,
  })
  const files = [file, ...(file.sidecar ? [file.sidecar] : [])]
  if (became.some(({ as }) => as !== 'held')) {
    for (const { staged } of files) await archive.originals.adopt(staged)
    commit(gate, { ...emptyRecordSet, ...records, originals: originalsOf(files, gate) })
  }
  shelf.drop(file.shelved)
  for (const one of became) tellBecame(name, sha256, one, gate)
}

const keepFile = async (name: string, file: KeptFile, gate: Gate): Promise<void> => {
  await gate.archive.originals.adopt(file.staged)
  commit(gate, { ...emptyRecordSet, originals: [originalOf(file)] })
  gate.tell({ name, outcome: 'kept', sha256: file.staged.sha256, message: 'kept, not readable' })
}

const resultOf = ({ name, outcome, id, sha256, title, error, message }: Judged['entry']): FileResult => ({
  name,
  outcome: outcome === 'duplicate' || outcome === 'note' ? outcome : 'refused',
  ...(id === undefined ? {} : { id }),
  ...(sha256 === undefined ? {} : { sha256 }),
  ...(title === undefined ? {} : { title }),
  ...(error === undefined ? {} : { error }),
  ...(message === undefined ? {} : { message }),
})

const sidecarResult = ({ name, sha256 = '' }: Judged['entry'], catalogue: Catalogue): FileResult =>
  catalogue.original(sha256)
    ? { name, outcome: 'kept', sha256, message: 'kept beside its picture' }
    : { name, outcome: 'note', sha256, message: 'Left out with its picture.' }

/** What a file that nothing is made of is told as; what the other file of the same batch became is known only now. */
const resultNow = (entry: Judged['entry'], catalogue: Catalogue): FileResult => {
  const { name, sha256, outcome, sidecar } = entry
  if (sidecar) return sidecarResult(entry, catalogue)
  if (outcome !== 'duplicate' || sha256 === undefined || entry.id !== undefined) return resultOf(entry)
  const [held] = catalogue.itemsOf(sha256)
  if (held !== undefined) return resultOf({ ...entry, id: held })
  if (catalogue.original(sha256)) return resultOf(entry)
  return { name, outcome: 'note', sha256, message: 'The same content was left out or refused above.' }
}

const admitJudgedFile = async (
  { entry, file, form }: Extract<Judged, { form: 'file' | 'kept' }>,
  gate: Gate,
  separate: boolean,
): Promise<void> => {
  const { name } = entry
  const { sha256 } = file.staged
  try {
    const { catalogue } = gate.archive
    const [held] = catalogue.itemsOf(sha256)
    const merged = held === undefined ? mergedItem(catalogue, sha256) : undefined
    if (held !== undefined) gate.tell({ name, outcome: 'duplicate', id: held, sha256 })
    else if (merged) gate.tell({ name, outcome: 'duplicate', sha256, ...merged })
    else if (!(await gate.isSame(file)))
      gate.tell({ name, outcome: 'refused', sha256, error: new CuttingsError('changed').toReport() })
    else if (form === 'file') await admitFile(name, file, gate, separate)
    else if (catalogue.original(sha256)) gate.tell({ name, outcome: 'duplicate', sha256 })
    else await keepFile(name, file, gate)
  } finally {
    // Nothing where they were adopted; else what is not wanted any more.
    await rm(file.staged.path, { force: true })
    if ('sidecar' in file && file.sidecar) await rm(file.sidecar.staged.path, { force: true })
  }
}

/**
 * Lets one judged file into the archive and tells what became of it. `separate`: as articles of their own, though one of
 * the same address is held; `taking`: what of a pack is put in the place of what is held. Throws only what ends the whole job.
 */
export const admit = async (
  judged: Judged,
  gate: Gate,
  { separate = false, taking = 'none' }: EntryChoice = {},
): Promise<void> => {
  gate.signal.throwIfAborted()
  const isRefused = judged.form === 'none' || (judged.entry.outcome === 'refuse' && taking === 'none')
  if (isRefused) return gate.tell(resultNow(judged.entry, gate.archive.catalogue))
  try {
    if (judged.form === 'pack') await admitPack(judged, gate, taking)
    else await admitJudgedFile(judged, gate, separate)
  } catch (error) {
    const report = refusalOf(error)
    gate.tell({ name: judged.entry.name, outcome: 'refused', error: report })
  }
}
