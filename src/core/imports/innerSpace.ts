import { CuttingsError } from '#shared/errors'

/** What may come out of one file of the user's, however deep (security: limits for foreign bytes). */
export const innerLimits = { bytes: 20_000_000_000, files: 100_000, depth: 3 } as const

/** Counts what really comes out of one file; throws `limit` where it is too much, naming what and how much. */
export interface InnerSpace {
  readonly countFile: () => void
  readonly countBytes: (bytes: number) => void
}

/** `freeBytes` of the disk: files inside may take half of it, or the limit if that is less. */
export const createInnerSpace = (freeBytes: number): InnerSpace => {
  const most = Math.min(innerLimits.bytes, Math.floor(freeBytes / 2))
  let bytes = 0
  let files = 0
  return {
    countFile: () => {
      files += 1
      if (files > innerLimits.files)
        throw new CuttingsError('limit', { what: 'files inside', most: innerLimits.files })
    },
    countBytes: (more) => {
      bytes += more
      if (bytes > most) throw new CuttingsError('limit', { what: 'bytes in the files inside', most })
    },
  }
}
