import { setImmediate as breathe } from 'node:timers/promises'
import { checkDatabase } from './database/checkDatabase'
import { openCatalogueReader } from './openCatalogueReader'

/** Records that are looked at before others get their turn. */
const slice = 20

/**
 * Reads a copy of the catalogue through: a line (`id  title`) for each record that is not there, or not as the last event of
 * its chain says. `between` may throw, to give up. Throws `archive-damaged` where it is no catalogue.
 */
export const damagedRecords = async (path: string, between: () => void): Promise<string[]> => {
  checkDatabase(path)
  const reader = openCatalogueReader(path)
  try {
    const damaged: string[] = []
    for (const [index, id] of reader.chainedIds().entries()) {
      if (!reader.isIntact(id)) damaged.push(`${id}  ${reader.nameOf(id) ?? ''}`.trimEnd())
      if (index % slice !== 0) continue
      between()
      await breathe()
    }
    return damaged
  } finally {
    reader.close()
  }
}
