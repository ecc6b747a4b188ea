import { open, readFile, rename } from 'node:fs/promises'
import * as z from 'zod'
import { placeSaid, sayPlace } from '#core/process/sayPlace'

const windowState = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
})

/** Folders that one archive may have watched. */
export const mostWatched = 20

const settings = z.object({
  /** The archive that was open last. */
  lastArchive: z.string().min(1).optional(),
  /** Where the user's own archive was to be when that was remembered. */
  ownArchive: z.string().min(1).optional(),
  window: windowState.optional(),
  /** Folders that are watched for an archive, by the archive's folder. */
  watched: z.record(z.string(), z.array(z.string().min(1)).max(mostWatched)).optional(),
})

export type WindowState = z.infer<typeof windowState>
export type Settings = z.infer<typeof settings>

export interface SettingsFile {
  readonly get: () => Settings
  /** Writes one after another; the last one given wins. */
  readonly set: (change: Partial<Settings>) => Promise<void>
}

/** The same settings with each place in them said in another way. */
const withPlaces = (
  { lastArchive, ownArchive, watched, ...rest }: Settings,
  say: (place: string) => string,
): Settings => ({
  ...(lastArchive !== undefined && { lastArchive: say(lastArchive) }),
  ...(ownArchive !== undefined && { ownArchive: say(ownArchive) }),
  ...rest,
  ...(watched && {
    watched: Object.fromEntries(
      Object.entries(watched).map(([archive, folders]) => [say(archive), folders.map(say)]),
    ),
  }),
})

const read = async (path: string, home: string): Promise<Settings> => {
  try {
    const parsed = settings.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? withPlaces(parsed.data, (said) => placeSaid(said, home)) : {}
  } catch {
    // None yet, or not readable: settings can be lost without loss.
    return {}
  }
}

/** The whole old or the whole new file is there at any time. */
const write = async (path: string, value: Settings): Promise<void> => {
  const temporary = `${path}.new`
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(value, undefined, 2))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

/** What the application remembers beside archives: window and last archive. The file does not name the home folder. */
export const openSettings = async (path: string, home: string): Promise<SettingsFile> => {
  let current = await read(path, home)
  let writing: Promise<void> = Promise.resolve()
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change }
      const value = current
      // One that failed must not keep the next from being tried.
      writing = writing
        .catch(() => undefined)
        .then(() =>
          write(
            path,
            withPlaces(value, (place) => sayPlace(place, home)),
          ),
        )
      return writing
    },
  }
}
