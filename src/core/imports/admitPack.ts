import { rm } from 'node:fs/promises'
import { CuttingsError } from '#shared/errors'
import type { FileResult } from '#shared/contract/jobs'
import { currentVersion } from '#shared/model/support'
import type { RecordSet } from '#shared/model/records'
import type { PackContents } from '../exporters/pack/types'
import { titleOf } from '../records/titleOf'
import type { Archive } from '../store/types'
import { comparePack, type ComparedRecord } from './comparePack'
import { withPack } from './judgePack'
import { createSpaceCount, refuseTooMuch } from './packSpace'
import type { Gate, Judged } from './types'

type JudgedPack = Extract<Judged, { form: 'pack' }>

const adoptOriginals = async (
  records: RecordSet,
  { readOriginal }: PackContents,
  archive: Archive,
  folder: string,
): Promise<void> => {
  const counted = createSpaceCount(await refuseTooMuch(archive.originals, records))
  for (const { sha256 } of records.originals) {
    const staged = await archive.originals.stageStream(counted(readOriginal(sha256)), folder)
    if (staged.sha256 !== sha256) {
      await rm(staged.path, { force: true })
      throw new CuttingsError('changed')
    }
    await archive.originals.adopt(staged)
  }
}

const resultOf = (name: string, { record, standing, heldTitle }: ComparedRecord): FileResult => {
  const original =
    record.kind === 'article'
      ? currentVersion(record).original
      : record.kind === 'photo'
        ? record.original
        : undefined
  const known = { name, id: record.id, kind: record.kind, title: titleOf(record) }
  const base = original === undefined ? known : { ...known, sha256: original }
  if (standing === 'conflict') {
    const error = new CuttingsError('conflict', { title: heldTitle ?? '' }).toReport()
    return { ...base, outcome: 'refused', error }
  }
  return { ...base, outcome: standing === 'new' ? 'imported' : 'duplicate' }
}

/** Whether a result is worth a line: sources come along with what cites them, unless one of them stands in the way. */
const isTold = ({ record, standing }: ComparedRecord): boolean =>
  record.kind !== 'source' || standing === 'conflict'

/** Stores what is new in a pack: its originals, then its records and their whole chains in one transaction. */
export const admitPack = async ({ entry, path, digest }: JudgedPack, gate: Gate): Promise<void> => {
  const { archive, actor, signal } = gate
  await withPack(path, signal, async (pack) => {
    const {
      compared,
      fresh,
      chains,
      digest: now,
    } = await comparePack(archive.catalogue, pack.records, pack.events, signal)
    if (now !== digest) throw new CuttingsError('changed')
    if (compared.some(({ standing }) => standing === 'new')) {
      await adoptOriginals(fresh, pack, archive, gate.folder)
      archive.catalogue.commit({ records: fresh, action: 'import-pack', actor, chains })
      gate.committed()
    }
    for (const one of compared) if (isTold(one)) gate.tell(resultOf(entry.name, one))
  })
}
