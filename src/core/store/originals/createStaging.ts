import { join } from 'node:path'
import { id as idShape } from '#shared/model/scalars'
import { withStorageFaults } from '../faults'
import type { FileSystem } from '../fileSystem'
import type { Layout } from '../layout'
import type { Presence } from '../presence'
import type { Staging } from '../types'
import { heldUploads } from './heldUploads'

export interface StagingDeps {
  readonly fs: FileSystem
  readonly layout: Layout
  readonly presence: Presence
  readonly assertWritable: () => void
}

export const createStaging = ({ fs, layout, presence, assertWritable }: StagingDeps): Staging => {
  const folderOf = (jobId: string): string => join(layout.staging, idShape.parse(jobId))
  const checked = (step: () => Promise<void>): Promise<void> => {
    presence.check()
    assertWritable()
    return withStorageFaults('the file', step)
  }
  return {
    createFolder: async (jobId) => {
      const folder = folderOf(jobId)
      await checked(() => fs.makeFolder(folder))
      return folder
    },
    remove: (jobId) => checked(() => fs.removeFolder(folderOf(jobId))),
  }
}

/** What a writer that was killed left under way: none of it was acknowledged. Uploads that an import needs to go on stay. */
export const clearStaging = async (fs: FileSystem, layout: Layout): Promise<void> => {
  await fs.makeFolder(layout.staging)
  const held = await heldUploads(layout)
  for (const entry of await fs.entries(layout.staging))
    if (!held.has(entry.name)) await fs.removeFolder(join(layout.staging, entry.name))
}
