import { lstat, opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pairSidecars } from '../imports/companions'
import { isPackFolder } from '../imports/packs/packMarks'
import { pageFolders } from '../imports/walk'
import { createPauses } from '../jobs/createPauses'
import { displayName } from '../records/displayName'
import type { FileState } from '../records/fileState'

/** Entries of one watched folder that are looked at, and how deep it may be. */
export const scanLimits = { entries: 100_000, depth: 32 } as const

/** A file as one look saw it. */
export interface Sighting extends FileState {
  readonly path: string
  /** Safe to show, from the watched folder on. */
  readonly name: string
  /** What belongs to it and goes with it: a page's folder, a picture's `.xmp`. */
  readonly beside: readonly string[]
}

/** More entries than are looked at. */
export class TooManyEntries extends Error {}

/** Hidden files, and those that a program is still writing, by their names. */
const isPassing = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /\.(crdownload|part|partial|download|tmp)$/i.test(name)

interface Scan {
  readonly pause: () => Promise<void>
  left: number
}

interface Entries {
  readonly files: readonly string[]
  readonly folders: readonly string[]
}

const entriesOf = async (folder: string, scan: Scan): Promise<Entries> => {
  const [files, folders]: [string[], string[]] = [[], []]
  for await (const entry of await opendir(folder)) {
    if ((scan.left -= 1) < 0) throw new TooManyEntries()
    await scan.pause()
    if (isPassing(entry.name)) continue
    // A link is neither.
    if (entry.isDirectory()) folders.push(entry.name)
    else if (entry.isFile()) files.push(entry.name)
  }
  return { files: files.sort(), folders: folders.sort() }
}

const sightingOf = async (
  path: string,
  name: string,
  beside: readonly string[],
): Promise<Sighting | undefined> => {
  try {
    const { size, mtimeMs } = await lstat(path)
    return { path, name, size, modified: mtimeMs, beside }
  } catch {
    // Gone between two questions: the next look says.
    return undefined
  }
}

const pageFolderOf = (file: string, folders: readonly string[]): string | undefined => {
  const names = pageFolders([file])
  return folders.find((folder) => names.has(folder))
}

const isArchive = async (folder: string): Promise<boolean> =>
  (await lstat(join(folder, 'archive.json')).catch(() => undefined)) !== undefined

async function* scan(path: string, name: string, depth: number, state: Scan): AsyncGenerator<Sighting> {
  const { files, folders } = await entriesOf(path, state)
  const pairs = pairSidecars(files)
  const sidecars = new Set(pairs.values())
  const ofPages = new Set(files.flatMap((file) => pageFolderOf(file, folders) ?? []))
  for (const file of files) {
    if (sidecars.has(file)) continue
    await state.pause()
    const beside = [pageFolderOf(file, folders), pairs.get(file)].flatMap((one) => one ?? [])
    const seen = await sightingOf(
      join(path, file),
      `${name}/${displayName(file)}`,
      beside.map((one) => join(path, one)),
    )
    if (seen) yield seen
  }
  for (const folder of folders) {
    const inner = join(path, folder)
    const innerName = `${name}/${displayName(folder)}`
    if (ofPages.has(folder) || depth >= scanLimits.depth || (await isArchive(inner))) continue
    if (await isPackFolder(inner)) {
      const seen = await sightingOf(inner, innerName, [])
      if (seen) yield seen
    } else yield* scanInner(inner, innerName, depth + 1, state)
  }
}

/** A folder inside that can't be looked into hides what is in it, and nothing else. */
async function* scanInner(path: string, name: string, depth: number, state: Scan): AsyncGenerator<Sighting> {
  try {
    yield* scan(path, name, depth, state)
  } catch (error) {
    if (error instanceof TooManyEntries) throw error
  }
}

/**
 * Names, sizes and times of what is in a folder; no file is opened and no link followed. Other archives and what belongs
 * to saved pages are passed over, a citation pack is one thing. Throws where the folder itself is not there, and
 * `TooManyEntries`.
 */
export async function* scanFolder(
  path: string,
  name: string,
  most: number = scanLimits.entries,
): AsyncGenerator<Sighting> {
  // The user may have named a link; inside, none is followed.
  if (!(await stat(path)).isDirectory()) throw new Error('no folder')
  if (await isArchive(path)) return
  yield* scan(path, name, 0, { pause: createPauses(), left: most })
}
