import { openReader } from './openReader'
import { schemaVersion } from './openWriter'

/** The number of a catalogue's schema; 0 where it cannot be read, which `checkDatabase` says in its turn. Writes nothing. */
export const peekVersion = (path: string): number => {
  try {
    const { connection } = openReader(path)
    try {
      return schemaVersion(connection)
    } finally {
      connection.close()
    }
  } catch {
    return 0
  }
}
