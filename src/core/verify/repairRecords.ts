import { join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { listBackups } from '../store/backups'
import { brokenRecords } from '../store/brokenRecords'
import { nodeFileSystem as fs } from '../store/fileSystem'
import { archiveLayout } from '../store/layout'
import { openCatalogueReader } from '../store/openCatalogueReader'
import type { Archive, CatalogueReader } from '../store/types'
import { recordSubject } from './recordSubject'
import type { Repaired, RepairOptions } from './repairOriginals'

/** The copies of the catalogue in the folder of an archive, the newest first. */
const copiesIn = async (folder: string): Promise<string[]> => {
  const layout = archiveLayout(folder)
  const copies = await listBackups(fs, layout)
  return copies.map(({ name }) => join(layout.backups, name))
}

/** A copy that cannot be read is no help, and no reason to give up: what is wrong with this archive itself is. */
const unlessUnreadable = <T>(step: () => T): T | undefined => {
  try {
    return step()
  } catch (error) {
    if (error instanceof CuttingsError && error.code !== 'archive-gone') return undefined
    throw error
  }
}

/** Puts a record back as a copy has it; whether that is what its chain names. */
const healFrom = (copy: CatalogueReader, { catalogue }: Archive, id: Id): boolean => {
  const held = unlessUnreadable(() => ({
    record: copy.record(id) ?? copy.withdrawn(id),
    addedAt: copy.addedAt(id) ?? new Date(0).toISOString(),
  }))
  if (!held?.record || held.record.kind === 'citation') return false
  return catalogue.heal(held.record, held.addedAt)
}

const results = {
  repaired: {
    outcome: 'checked',
    message: 'Put back as the last event of its chain says, from a copy of the catalogue.',
  },
  left: {
    outcome: 'problem',
    code: 'damaged',
    message:
      'No copy of the catalogue has this record as the last event of its chain says. Nothing was done.',
  },
} as const

/**
 * Puts back each record that is not as the last event of its chain says, from the archive's own backups and from the
 * catalogue and the backups of a copy. A record is taken only where its digest is the one that the chain names.
 */
export const repairRecords = async (
  archive: Archive,
  copy: string | undefined,
  { signal, onFile, onProgress }: RepairOptions,
): Promise<Repaired> => {
  const { catalogue, folder } = archive
  const paths = [
    ...(await copiesIn(folder)),
    ...(copy === undefined ? [] : [archiveLayout(copy).catalogue, ...(await copiesIn(copy))]),
  ]
  const copies = paths.flatMap((path) => unlessUnreadable(() => openCatalogueReader(path)) ?? [])
  try {
    const ids = catalogue.chainedIds()
    const tally = { checked: ids.length, repaired: 0, left: 0 }
    const between = (done: number, total: number): void => {
      signal.throwIfAborted()
      onProgress({ step: 'custody', done, total })
    }
    for await (const id of brokenRecords(catalogue, ids, between)) {
      const subject = recordSubject(catalogue, id)
      const end = copies.some((reader) => healFrom(reader, archive, id)) ? 'repaired' : 'left'
      tally[end] += 1
      onFile({ ...subject, ...results[end] })
    }
    return tally
  } finally {
    for (const reader of copies) reader.close()
  }
}
