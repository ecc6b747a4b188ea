import { join } from 'node:path'
import type { PackDisk } from './packDisk'
import type { PackSink } from './packSink'

const foldersOf = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Writes a pack into a folder that it makes. */
export const createFolderSink = async (folder: string, disk: PackDisk): Promise<PackSink> => {
  await disk.makeFolder(folder)
  const made = new Set<string>()
  return {
    add: async (path, chunks) => {
      for (const inner of foldersOf(path)) {
        if (made.has(inner)) continue
        await disk.makeFolder(join(folder, inner))
        made.add(inner)
      }
      const file = await disk.create(join(folder, path))
      try {
        for await (const chunk of chunks) await file.write(chunk)
      } catch (error) {
        await file.abandon()
        throw error
      }
      await file.finish()
    },
    finish: async () => {
      for (const inner of [...made].reverse()) await disk.syncFolder(join(folder, inner))
      await disk.syncFolder(folder)
    },
    abandon: () => Promise.resolve(),
  }
}
