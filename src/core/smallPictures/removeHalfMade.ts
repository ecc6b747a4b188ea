import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A small picture that was being written: its name, and one of its own. */
const halfMade = /^[0-9a-f]{64}\.webp\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Two digits of a hash. */
const shelf = /^[0-9a-f]{2}$/

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch {
    // Not there yet, or no folder: nothing was made in it.
    return []
  }
}

/** Removes what was being written when the process was killed, and nothing else. `folder` is that of small pictures. */
export const removeHalfMade = async (folder: string): Promise<void> => {
  for (const name of (await namesIn(folder)).filter((one) => shelf.test(one)))
    for (const left of (await namesIn(join(folder, name))).filter((one) => halfMade.test(one)))
      await rm(join(folder, name, left), { force: true })
}
