import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { checkNames, createByteCount, unsafe, type Bag } from './bag'
import { shownName } from './entryName'
import type { PackLimits } from './packLimits'

/** Files under a folder with their sizes; a link, a device or anything else that is no file or folder is refused. */
const walk = async (folder: string, limits: PackLimits, signal: AbortSignal | undefined) => {
  const files = new Map<string, number>()
  const pending = ['']
  for (let inner = pending.pop(); inner !== undefined; inner = pending.pop()) {
    signal?.throwIfAborted()
    for (const entry of await readdir(join(folder, inner), { withFileTypes: true })) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`
      if (entry.isSymbolicLink()) throw unsafe(`a link (${shownName(path)})`)
      if (entry.isDirectory()) {
        if (path.split('/').length >= limits.depth)
          throw unsafe(`more than ${limits.depth} folders inside each other`)
        pending.push(path)
      } else if (entry.isFile()) {
        files.set(path, (await lstat(join(folder, path))).size)
        if (files.size > limits.entries) throw unsafe(`it has more than ${limits.entries} files`)
      } else throw unsafe(`something that is neither file nor folder (${shownName(path)})`)
    }
  }
  return files
}

// Absent on Windows, where opening does not follow a link's name as such.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

async function* readFileUnfollowed(path: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, flags)
  try {
    if (!(await handle.stat()).isFile()) throw new CuttingsError('changed')
    for await (const chunk of handle.createReadStream({ autoClose: false })) yield chunk as Buffer
  } finally {
    await handle.close()
  }
}

/** Opens a folder as a bag. */
export const openFolderBag = async (
  folder: string,
  limits: PackLimits,
  signal: AbortSignal | undefined,
): Promise<Bag> => {
  const files = await walk(folder, limits, signal)
  checkNames([...files.keys()], limits)
  const counted = createByteCount(limits)
  return {
    name: shownName(basename(folder)),
    files,
    read: (path) => counted(readFileUnfollowed(join(folder, path))),
    close: () => Promise.resolve(),
  }
}
