import { randomUUID } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { sha256 as sha256Shape } from '#shared/model/scalars'
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
}

export const createOriginalStore = (deps: OriginalDeps): OriginalStore => {
  const { fs, layout, presence, assertWritable } = deps
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
        await adoptFile({ fs, layout, createName: randomUUID }, staged)
        presence.check()
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
          return await fs.open(originalPath(layout, sha256), 'r')
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

const openFault = (error: unknown): CuttingsError =>
  isMissing(error)
    ? new CuttingsError('not-found', { what: 'original' }, { cause: error })
    : new CuttingsError('unreadable', { reason: String(faultCode(error)) }, { cause: error })

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
    yield { name, sha256: inPlace ? sha256 : undefined }
  }
}
