import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { LastArchive } from '#core/process/firstArchive'
import { placeSaid, sayPlace } from '#core/process/sayPlace'

const remembered = z.object({ lastArchive: z.string().min(1), ownArchive: z.string().min(1) })

export interface RememberedArchive {
  /** Nothing where none was remembered, or where that cannot be read any more: it can be lost without loss. */
  readonly read: () => Promise<LastArchive>
  readonly write: (last: z.infer<typeof remembered>) => Promise<void>
}

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly platform: NodeJS.Platform
}

const settingsFolder = ({ env, home, platform }: Surroundings): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  if (platform === 'win32') return env['APPDATA'] || join(home, 'AppData', 'Roaming')
  return env['XDG_CONFIG_HOME'] || join(home, '.config')
}

/** Where the command line and `serve` keep the keys of this user; `CUTTINGS_KEYS` names another place. */
export const keysPath = (surroundings: Surroundings): string =>
  surroundings.env['CUTTINGS_KEYS'] || join(settingsFolder(surroundings), 'cuttings', 'keys')

/** The file of `serve` alone: the window keeps its own, since the two may run at the same time. */
export const rememberedPath = (surroundings: Surroundings): string =>
  join(settingsFolder(surroundings), 'cuttings', 'serve.json')

/** Which archive was served last. The whole old or the whole new file is there at any time, and the home is not named in it. */
export const createRememberedArchive = (path: string, home: string): RememberedArchive => ({
  read: async () => {
    try {
      const { lastArchive, ownArchive } = remembered.parse(JSON.parse(await readFile(path, 'utf8')))
      return { lastArchive: placeSaid(lastArchive, home), ownArchive: placeSaid(ownArchive, home) }
    } catch {
      // None yet, or not readable.
      return {}
    }
  },
  write: async ({ lastArchive, ownArchive }) => {
    const last = { lastArchive: sayPlace(lastArchive, home), ownArchive: sayPlace(ownArchive, home) }
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const temporary = `${path}.${process.pid}.new`
    const file = await open(temporary, 'w', 0o600)
    try {
      await file.writeFile(JSON.stringify(last, undefined, 2))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  },
})
