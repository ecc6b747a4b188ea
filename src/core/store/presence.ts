import { CuttingsError } from '#shared/errors'
import type { FileSystem } from './fileSystem'

/** Tells whether an open archive is still where it was opened. */
export interface Presence {
  /** Throws `archive-gone` where the folder vanished, or another stands in its place. */
  readonly check: () => void
  /** `archive-gone` if that is why something failed, else what failed. */
  readonly explain: (error: unknown) => unknown
}

/**
 * The catalogue is open all the time, so that its inode cannot be given to another file: the same device and inode at the
 * same path is the same archive, still connected.
 */
export const createPresence = (fs: Pick<FileSystem, 'statNow'>, catalogue: string): Presence => {
  const identity = (): string => {
    const { dev, ino } = fs.statNow(catalogue)
    return `${dev}:${ino}`
  }
  const opened = identity()
  const check = (): void => {
    let now: string
    try {
      now = identity()
    } catch (error) {
      throw new CuttingsError('archive-gone', {}, { cause: error })
    }
    if (now !== opened) throw new CuttingsError('archive-gone')
  }
  return {
    check,
    explain: (error) => {
      try {
        check()
        return error
      } catch (gone) {
        return gone
      }
    },
  }
}
