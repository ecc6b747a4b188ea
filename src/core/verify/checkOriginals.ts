import { createHash } from 'node:crypto'
import { relative, sep } from 'node:path'
import { CuttingsError } from '#shared/errors'
import type { Progress } from '#shared/contract/jobs'
import type { Original } from '#shared/model/original'
import type { Sha256 } from '#shared/model/scalars'
import type { Archive } from '../store/types'
import type { Finding } from './finding'

export interface CheckOptions {
  /** Throws `cancelled` where the work was stopped. */
  readonly stopOnRequest: () => void
  readonly found: (findings: readonly Finding[]) => void
  readonly onProgress: ((progress: Partial<Progress>) => void) | undefined
}

const chunkSize = 1024 * 1024

/** Reads every original that is needed, then every file that is not; returns how many were read. */
export const checkOriginals = async (archive: Archive, options: CheckOptions): Promise<number> => {
  const needed = archive.catalogue.originalsNeeded()
  const totalBytes = needed.reduce((sum, original) => sum + original.bytes, 0)
  let bytes = 0
  for (const [index, original] of needed.entries()) {
    options.stopOnRequest()
    const name = placeOf(archive, original.sha256)
    options.onProgress?.({
      step: 'originals',
      done: index,
      total: needed.length,
      bytes,
      totalBytes,
      current: name,
    })
    const read = await readBytes(archive, original.sha256, options)
    bytes += original.bytes
    options.found(judge(original, name, read))
  }
  options.onProgress?.({ step: 'originals', done: needed.length, total: needed.length, bytes, totalBytes })
  const extras = await checkExtras(archive, new Set(needed.map((original) => original.sha256)), options)
  return needed.length + extras
}

type Read = { readonly sha256: Sha256; readonly bytes: number } | 'missing' | 'unreadable'

const readBytes = async (archive: Archive, sha256: Sha256, options: CheckOptions): Promise<Read> => {
  try {
    const file = await archive.originals.open(sha256)
    try {
      const hash = createHash('sha256')
      const buffer = new Uint8Array(chunkSize)
      let bytes = 0
      for (;;) {
        options.stopOnRequest()
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null)
        if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes }
        bytes += bytesRead
        hash.update(buffer.subarray(0, bytesRead))
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof CuttingsError && error.code !== 'not-found' && error.code !== 'unreadable')
      throw error
    return error instanceof CuttingsError && error.code === 'not-found' ? 'missing' : 'unreadable'
  }
}

const messages = {
  missing: 'This original is not there. Put it back from a copy of the archive.',
  unreadable: 'This original cannot be read. Check the disk and the rights of the folder.',
  changed: 'These bytes are not the ones that were imported. Put the file back from a copy of the archive.',
}

const judge = (original: Original, name: string, read: Read): Finding[] => {
  const title = original.names[0]?.display
  const subject = { name, sha256: original.sha256, ...(title === undefined ? {} : { title }) }
  if (typeof read === 'string') return [{ ...subject, code: read, message: messages[read] }]
  if (read.sha256 !== original.sha256 || read.bytes !== original.bytes)
    return [{ ...subject, code: 'changed', message: messages.changed }]
  return []
}

/** Files that no record needs: an import that was cut short leaves them, and they are kept. */
const checkExtras = async (
  archive: Archive,
  needed: ReadonlySet<Sha256>,
  options: CheckOptions,
): Promise<number> => {
  let checked = 0
  for await (const { name, sha256 } of archive.originals.list()) {
    if (sha256 !== undefined && needed.has(sha256)) continue
    options.stopOnRequest()
    checked += 1
    const read = sha256 === undefined ? undefined : await readBytes(archive, sha256, options)
    const differs = typeof read === 'object' && read.sha256 !== sha256
    options.found([
      {
        name: `originals/${name}`,
        ...(differs
          ? {
              code: 'changed',
              message: 'No record needs this file, and its bytes are not what its name says.',
            }
          : { code: 'extra', message: 'No record needs this file. It is kept.', note: true }),
      },
    ])
  }
  return checked
}

const placeOf = ({ folder, originals }: Archive, sha256: Sha256): string =>
  relative(folder, originals.pathOf(sha256)).split(sep).join('/')
