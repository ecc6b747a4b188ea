import { createCatalogueReader } from './catalogue/createCatalogue'
import { createDatabaseHandle } from './database/createDatabaseHandle'
import { createReadConnection } from './database/createReadConnection'
import { CuttingsError } from '#shared/errors'
import { nodeFileSystem } from './fileSystem'
import { createPresence } from './presence'
import type { CatalogueReader } from './types'

/**
 * A catalogue with a connection of its own, for a worker: it writes no byte, sees each commit of the archive's writer as
 * soon as that returned, and throws `archive-gone` as the archive does. `path` is `Catalogue.path`. A worker that holds one
 * must close it and end by itself: `terminate()` inside a call of SQLite takes the whole process with it.
 */
export const openCatalogueReader = (path: string): CatalogueReader => {
  const connection = createReadConnection(path)
  const presence = createPresence(nodeFileSystem, path)
  const db = createDatabaseHandle({
    connection: connection.current,
    check: presence.check,
    assertWritable: () => {
      throw new CuttingsError('archive-read-only', { reason: 'it was opened to be read' })
    },
  })
  return { ...createCatalogueReader(db, path), close: connection.close }
}
