import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly platform: NodeJS.Platform
}

/** `XDG_DOCUMENTS_DIR="$HOME/Dokumente"` of user-dirs.dirs, where a desktop in another language says how it calls it. */
const documentsNamedIn = (settings: string, home: string): string | undefined => {
  const value = /^\s*XDG_DOCUMENTS_DIR="([^"\n]+)"/m.exec(settings)?.[1]
  const path = value?.replace(/^\$HOME(?=\/|$)/, home)
  return path?.startsWith('/') && path !== home ? path : undefined
}

const documentsFolder = async ({ env, home, platform }: Surroundings): Promise<string> => {
  const usual = join(home, 'Documents')
  if (platform === 'darwin' || platform === 'win32') return usual
  const settings = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'user-dirs.dirs')
  try {
    return documentsNamedIn(await readFile(settings, 'utf8'), home) ?? usual
  } catch {
    // Most systems without a desktop have no such file; the usual name is the rule then.
    return usual
  }
}

/** The user's own archive, by one rule for all hosts: `CUTTINGS_ARCHIVE`, else `Cuttings` in the documents folder. */
export const ownArchive = async (surroundings: Surroundings): Promise<string> => {
  const named = surroundings.env['CUTTINGS_ARCHIVE']
  return named ? resolve(named) : join(await documentsFolder(surroundings), 'Cuttings')
}
