import { setImmediate as breathe } from 'node:timers/promises'
import { checkDatabase } from './database/checkDatabase'
import { brokenRecords } from './brokenRecords'
import { openCatalogueReader } from './openCatalogueReader'

/**
 * Reads a copy of the catalogue through: a line (`id  title`) for each record that is not there, or not as the last event of
 * its chain says, and a line for an original whose row cannot be read and for the first fault in the chain of all events.
 * `between` may throw, to give up. Throws `archive-damaged` where it is no catalogue.
 */
export const damagedRecords = async (path: string, between: () => void): Promise<string[]> => {
  checkDatabase(path)
  const reader = openCatalogueReader(path)
  try {
    const damaged: string[] = []
    for await (const id of brokenRecords(reader, reader.chainedIds(), between))
      damaged.push(`${id}  ${reader.nameOf(id) ?? ''}`.trimEnd())
    for (const { sha256, rowIsDamaged } of reader.originalsNeeded())
      if (rowIsDamaged) damaged.push(`original ${sha256}`)
    const fault = await reader.firstSealFault(async () => {
      between()
      await breathe()
    })
    if (fault) damaged.push(`event ${fault.seq}: ${fault.fault}`)
    return damaged
  } finally {
    reader.close()
  }
}
