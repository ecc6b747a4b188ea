import { lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import yauzl from 'yauzl'
import { isAgeFile } from '../../exporters/sealing/age/openAgeFile'

/** What makes a folder or zip a citation pack: a BagIt bag (RFC 8493) whose payload is an RO-Crate. */
const marks = ['bagit.txt', 'data/ro-crate-metadata.json'] as const

/** Entries of a zip that are looked at before it is taken for another zip. */
const patience = 100_000

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isFile()
  } catch {
    // Absent or out of reach: either way this is no pack that can be read.
    return false
  }
}

export const isPackFolder = async (folder: string): Promise<boolean> => {
  for (const mark of marks) if (!(await isFile(join(folder, mark)))) return false
  return true
}

const startsAsZip = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50
  } finally {
    await file.close()
  }
}

/** Whether the zip at this path lists a pack's marks inside one folder. Damaged zips are no packs. */
const listsMarks = async (path: string): Promise<boolean> => {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false })
  try {
    const seen = new Map<string, number>()
    let entries = 0
    for await (const entry of zip.eachEntry()) {
      if ((entries += 1) > patience) return false
      const [root, rest] = /^([^/]+)\/(.+)$/.exec(entry.fileName)?.slice(1) ?? []
      if (root === undefined || !marks.some((mark) => mark === rest)) continue
      const count = (seen.get(root) ?? 0) + 1
      if (count === marks.length) return true
      seen.set(root, count)
    }
    return false
  } finally {
    zip.close()
  }
}

export const isPackZip = async (path: string): Promise<boolean> => {
  try {
    return (await startsAsZip(path)) && (await listsMarks(path))
  } catch {
    // Not to be opened, or not a whole zip: the file goes on as any other, and is refused there for its own reason.
    return false
  }
}

/** What age encrypted is taken for a pack: what else it may be shows once it is opened. */
export const isLockedPack = async (path: string): Promise<boolean> => {
  try {
    return await isAgeFile(path)
  } catch {
    // As above.
    return false
  }
}
