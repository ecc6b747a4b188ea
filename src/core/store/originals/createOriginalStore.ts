import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { statfs } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { sha256 as sha256Shape, type Sha256 } from '#shared/model/scalars'
import { isMissing } from '../durableFile'
import { faultCode, storageFault } from '../faults'
import type { FileSystem } from '../fileSystem'
import type { Layout } from '../layout'
import type { Presence } from '../presence'
import type { OriginalStore } from '../types'
import { adoptFile } from './adoptFile'
import { originalPath } from './originalPath'
import { peekFile, stageFile, writeStaged } from './stageFile'

export interface OriginalDeps {
  readonly fs: FileSystem
  readonly layout: Layout
  readonly presence: Presence
  readonly assertWritable: () => void
  /** What was adopted and has no row of its own yet: `discard` leaves it where it is. */
  readonly adopted: Set<Sha256>
}

export const createOriginalStore = (deps: OriginalDeps): OriginalStore => {
  const { fs, layout, presence, assertWritable, adopted } = deps
  const guarded = async <T>(step: () => Promise<T>): Promise<T> => {
    presence.check()
    try {
      return await step()
    } catch (error) {
      throw presence.explain(storageFault(error, 'the file'))
    }
  }
  const writing = <T>(step: () => Promise<T>): Promise<T> =>
    guarded(() => {
      assertWritable()
      return step()
    })
  return {
    stage: (path, into, options) =>
      writing(() => stageFile({ fs, createName: randomUUID }, path, into, options)),
    peek: (path, length) => guarded(() => peekFile(fs, path, length)),
    stageStream: (bytes, into) => writing(() => writeStaged(fs, join(into, randomUUID()), bytes)),
    adopt: (staged) =>
      writing(async () => {
        // Before the first wait: from here on `discard` leaves them where they are.
        adopted.add(staged.sha256)
        await adoptFile({ fs, layout, createName: randomUUID }, staged)
        presence.check()
      }),
    discard: (sha256, isNeeded) =>
      writing(async () => {
        if (adopted.has(sha256) || isNeeded()) return false
        // At once, so that nothing begins to need them between the question and their end.
        const path = originalPath(layout, sha256)
        if (fs.removeNow(path)) await fs.syncFolder(dirname(path))
        return true
      }),
    has: (sha256) =>
      guarded(async () => {
        const stats = await fs.lstat(originalPath(layout, sha256)).catch(absent)
        if (stats === undefined) presence.check()
        return stats?.isFile() ?? false
      }),
    open: (sha256) =>
      guarded(async () => {
        try {
          return await openFile(fs, originalPath(layout, sha256))
        } catch (error) {
          throw openFault(error)
        }
      }),
    freeBytes: () =>
      guarded(async () => {
        const { bavail, bsize } = await statfs(layout.folder)
        return bavail * bsize
      }),
    pathOf: (sha256) => originalPath(layout, sha256),
    list: () => listFiles(deps, layout.originals),
  }
}

/** No link is followed, and a pipe is not waited for. */
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

const openFile = async (fs: FileSystem, path: string): Promise<FileHandle> => {
  const file = await fs.open(path, readOnly)
  if ((await fs.statFile(file)).isFile()) return file
  await file.close()
  throw new CuttingsError('unreadable', { reason: 'it is no file' })
}

const openFault = (error: unknown): CuttingsError => {
  if (error instanceof CuttingsError) return error
  return isMissing(error)
    ? new CuttingsError('not-found', { what: 'original' }, { cause: error })
    : new CuttingsError('unreadable', { reason: String(faultCode(error)) }, { cause: error })
}

const absent = (error: unknown): undefined => {
  if (isMissing(error)) return undefined
  throw error
}

async function* listFiles(deps: OriginalDeps, folder: string): ReturnType<OriginalStore['list']> {
  deps.presence.check()
  const entries = await deps.fs.entries(folder).catch((error: unknown) => {
    throw deps.presence.explain(storageFault(error, 'the file'))
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      yield* listFiles(deps, path)
      continue
    }
    const sha256 = sha256Shape.safeParse(entry.name).data
    const inPlace = sha256 !== undefined && path === originalPath(deps.layout, sha256) && entry.isFile()
    const name = relative(deps.layout.originals, path).split(sep).join('/')
    yield { name, sha256: inPlace ? sha256 : undefined, linked: entry.isSymbolicLink() }
  }
}
