import type { ArchiveState } from '#shared/contract/host'
import { CuttingsError } from '#shared/errors'
import type { OpenRequest } from '#core/process/messages'
import type { Dialogs } from './dialogs'
import { looksLikeArchive } from './looksLikeArchive'

export interface Archives {
  /** Null where the dialog was closed without a choice. */
  readonly choose: () => Promise<ArchiveState | null>
  readonly make: () => Promise<ArchiveState | null>
}

export interface ArchivesOptions {
  readonly dialogs: Pick<Dialogs, 'archive' | 'newArchive'>
  readonly open: (request: OpenRequest) => Promise<ArchiveState>
  readonly sayPlace: (path: string) => string
}

/** Opens another archive, or a new one, that a person chose. The open one is left only for a folder that can replace it. */
export const createArchives = ({ dialogs, open, sayPlace }: ArchivesOptions): Archives => ({
  choose: async () => {
    const archive = await dialogs.archive()
    if (archive === undefined) return null
    if (!(await looksLikeArchive(archive)))
      throw new CuttingsError('archive-missing', { place: sayPlace(archive) })
    return open({ archive, create: false })
  },
  make: async () => {
    const archive = await dialogs.newArchive()
    if (archive === undefined) return null
    if (await looksLikeArchive(archive))
      throw new CuttingsError('archive-exists', { place: sayPlace(archive) })
    return open({ archive, create: true })
  },
})
