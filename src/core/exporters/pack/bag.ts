import { CuttingsError } from '#shared/errors'
import { clashingNames, shownName, unsafeReason } from './entryName'
import type { PackLimits } from './packLimits'

/** A bag that can be read, whether it is a folder or a zip. Its names are safe; its content is not checked yet. */
export interface Bag {
  /** Name of the folder or zip, safe to show. */
  readonly name: string
  /** Sizes as stated, by path from the bag's folder. */
  readonly files: ReadonlyMap<string, number>
  /** The bytes of one of `files`, counted against the limits as they come. */
  readonly read: (path: string) => AsyncIterable<Uint8Array>
  /** Of a zip, every byte that is no content of one of its files. */
  readonly outside?: () => AsyncIterable<Uint8Array>
  readonly close: () => Promise<void>
}

export const unsafe = (reason: string): CuttingsError => new CuttingsError('pack-unsafe', { reason })

/** Refuses names that could mean another place, or each other. */
export const checkNames = (paths: readonly string[], limits: PackLimits): void => {
  if (paths.length > limits.entries) throw unsafe(`it has more than ${limits.entries} files`)
  for (const path of paths) {
    const reason = unsafeReason(path, limits.depth)
    if (reason !== undefined) throw unsafe(`${reason} (${shownName(path)})`)
  }
  const clash = clashingNames(paths)
  if (clash) throw unsafe(`two names that some systems take for one (${clash.map(shownName).join(', ')})`)
}

/** Counts the bytes that really come out of all reads of one pack, and stops at the limit. */
export const createByteCount = (limits: PackLimits) => {
  let total = 0
  return async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      total += chunk.byteLength
      if (total > limits.totalBytes) throw unsafe(`it holds more than ${limits.totalBytes} bytes`)
      yield chunk
    }
  }
}
