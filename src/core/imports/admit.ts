import { rm } from 'node:fs/promises'
import { CuttingsError } from '#shared/errors'
import type { FileResult } from '#shared/contract/jobs'
import type { Original } from '#shared/model/original'
import type { RecordSet } from '#shared/model/records'
import { fileNameOf } from '../records/displayName'
import { emptyRecordSet } from '../records/recordSets'
import { admitPack } from './admitPack'
import { hashFile } from './hashFile'
import { refusalOf } from './judgeFile'
import { recordsOf } from './recordsOf'
import type { Catalogue } from '../store/types'
import type { Gate, Judged, KeptFile, ParsedFile } from './types'

const originalOf = ({ staged, mediaType, rawName }: KeptFile): Original => ({
  sha256: staged.sha256,
  bytes: staged.bytes,
  mediaType,
  names: [fileNameOf(rawName)],
})

const commit = (gate: Gate, records: RecordSet): void => {
  gate.archive.catalogue.commit({ records, action: 'import', actor: gate.actor })
  gate.committed()
}

const isStillTheSame = async ({ path, staged }: KeptFile, { recheck, signal }: Gate): Promise<boolean> =>
  !recheck || (await hashFile(path, signal)) === staged.sha256

/** Makes the file an original, and its records durable; only then says so. */
const admitFile = async (name: string, file: ParsedFile, gate: Gate): Promise<void> => {
  const { archive, clock, shelf } = gate
  const { sha256 } = file.staged
  const items = await shelf.get(file.shelved)
  const records = recordsOf(items, {
    original: sha256,
    clock,
    sourceNamed: (source) => archive.catalogue.sourceNamed(source),
  })
  await archive.originals.adopt(file.staged)
  // A file that was kept unread before has its row; what is read now only adds to it.
  const originals = archive.catalogue.original(sha256) ? [] : [originalOf(file)]
  commit(gate, { ...records, originals })
  shelf.drop(file.shelved)
  for (const { id, headline } of records.articles)
    gate.tell({ name, outcome: 'imported', id, kind: 'article', sha256, title: headline })
}

const keepFile = async (name: string, file: KeptFile, gate: Gate): Promise<void> => {
  await gate.archive.originals.adopt(file.staged)
  commit(gate, { ...emptyRecordSet, originals: [originalOf(file)] })
  gate.tell({ name, outcome: 'kept', sha256: file.staged.sha256, message: 'kept, not readable' })
}

const resultOf = ({ name, outcome, id, sha256, title, error }: Judged['entry']): FileResult => ({
  name,
  outcome: outcome === 'duplicate' ? 'duplicate' : 'refused',
  ...(id === undefined ? {} : { id }),
  ...(sha256 === undefined ? {} : { sha256 }),
  ...(title === undefined ? {} : { title }),
  ...(error === undefined ? {} : { error }),
})

/** What a file that nothing is made of is told as; what the other file of the same batch became is known only now. */
const resultNow = (entry: Judged['entry'], catalogue: Catalogue): FileResult => {
  const { name, sha256, outcome } = entry
  if (outcome !== 'duplicate' || sha256 === undefined) return resultOf(entry)
  const [held] = catalogue.itemsOf(sha256)
  if (held !== undefined) return resultOf({ ...entry, id: held })
  if (catalogue.original(sha256)) return resultOf(entry)
  return { name, outcome: 'note', sha256, message: 'The same content was left out or refused above.' }
}

const admitJudgedFile = async (
  { entry, file, form }: Extract<Judged, { form: 'file' | 'kept' }>,
  gate: Gate,
): Promise<void> => {
  const { name } = entry
  const { sha256 } = file.staged
  try {
    const { catalogue } = gate.archive
    const [held] = catalogue.itemsOf(sha256)
    if (held !== undefined) gate.tell({ name, outcome: 'duplicate', id: held, sha256 })
    else if (!(await isStillTheSame(file, gate)))
      gate.tell({ name, outcome: 'refused', sha256, error: new CuttingsError('changed').toReport() })
    else if (form === 'file') await admitFile(name, file, gate)
    else if (catalogue.original(sha256)) gate.tell({ name, outcome: 'duplicate', sha256 })
    else await keepFile(name, file, gate)
  } finally {
    // Nothing where it was adopted; else what is not wanted any more.
    await rm(file.staged.path, { force: true })
  }
}

/** Lets one judged file into the archive and tells what became of it. Throws only what ends the whole job. */
export const admit = async (judged: Judged, gate: Gate): Promise<void> => {
  gate.signal.throwIfAborted()
  if (judged.form === 'none') return gate.tell(resultNow(judged.entry, gate.archive.catalogue))
  try {
    if (judged.form === 'pack') await admitPack(judged, gate)
    else await admitJudgedFile(judged, gate)
  } catch (error) {
    const report = refusalOf(error)
    gate.tell({ name: judged.entry.name, outcome: 'refused', error: report })
  }
}
