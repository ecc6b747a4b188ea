import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { FileResult } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { listBackups } from '../store/backups'
import { nodeFileSystem as fs } from '../store/fileSystem'
import { archiveLayout } from '../store/layout'
import { openCatalogueReader } from '../store/openCatalogueReader'
import type { Archive, CatalogueReader } from '../store/types'
import type { Repaired, RepairOptions } from './repairOriginals'

/** Records that are looked at before others get their turn. */
const slice = 20

/** The copies of the catalogue in the folder of an archive, the newest first. */
const copiesIn = async (folder: string): Promise<string[]> => {
  const layout = archiveLayout(folder)
  const copies = await listBackups(fs, layout)
  return copies.map(({ name }) => join(layout.backups, name))
}

type Held = ReturnType<CatalogueReader['record']>

/** A record as a copy of the catalogue has it; undefined where the copy has it not, or it is damaged there, too. */
const recordIn = (
  path: string,
  id: Id,
): { record: NonNullable<Held>; addedAt: string | undefined } | undefined => {
  let reader: CatalogueReader | undefined
  try {
    reader = openCatalogueReader(path)
    const record = reader.isIntact(id) ? (reader.record(id) ?? reader.withdrawn(id)) : undefined
    return record && { record, addedAt: reader.addedAt(id) }
  } catch (error) {
    // A copy that cannot be read is no help, and no reason to give up: what is wrong with this archive itself is.
    if (error instanceof CuttingsError && error.code !== 'archive-gone') return undefined
    throw error
  } finally {
    reader?.close()
  }
}

const messages = {
  repaired: 'Put back as the last event of its chain says, from a copy of the catalogue.',
  left: 'No copy of the catalogue has this record as the last event of its chain says. Nothing was done.',
}

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
  const copies = [
    ...(await copiesIn(folder)),
    ...(copy === undefined ? [] : [archiveLayout(copy).catalogue, ...(await copiesIn(copy))]),
  ]
  const heal = (id: Id): boolean =>
    copies.some((path) => {
      const found = recordIn(path, id)
      if (!found || found.record.kind === 'citation') return false
      return catalogue.heal(found.record, found.addedAt ?? new Date(0).toISOString())
    })
  const ids = catalogue.chainedIds()
  const tally = { checked: ids.length, repaired: 0, left: 0 }
  for (const [done, id] of ids.entries()) {
    if (done % slice === 0) {
      signal.throwIfAborted()
      onProgress({ step: 'custody', done, total: ids.length })
      await breathe()
    }
    if (catalogue.isIntact(id)) continue
    const title = catalogue.nameOf(id)
    const isHealed = heal(id)
    tally[isHealed ? 'repaired' : 'left'] += 1
    const result: Pick<FileResult, 'outcome' | 'message'> = isHealed
      ? { outcome: 'checked', message: messages.repaired }
      : { outcome: 'problem', message: messages.left }
    onFile({
      name: 'catalogue.sqlite',
      id,
      ...(title === undefined ? {} : { title }),
      ...(isHealed ? {} : { code: 'damaged' as const }),
      ...result,
    })
  }
  return tally
}
