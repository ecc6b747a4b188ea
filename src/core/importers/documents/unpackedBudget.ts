import { CuttingsError } from '#shared/errors'

/** Counts down what may still be unpacked; the count is of real bytes, never of what a directory states. */
export interface UnpackedBudget {
  /** Throws `limit` where the bytes go past what is allowed. */
  readonly take: (bytes: number) => void
  /** Bytes that are left. */
  readonly left: () => number
}

/** Unpacked bytes of markup in one document, at most. */
export const mostMarkup = 256 * 1024 * 1024

/** Unpacked bytes of pictures in one document, at most. */
export const mostPictureBytes = 2 * 1024 * 1024 * 1024

export const createBudget = (what: string, most: number): UnpackedBudget => {
  let taken = 0
  return {
    take: (bytes) => {
      taken += bytes
      if (taken > most) throw new CuttingsError('limit', { what, most })
    },
    left: () => most - taken,
  }
}

export const createMarkupBudget = (): UnpackedBudget => createBudget('bytes of unpacked markup', mostMarkup)
