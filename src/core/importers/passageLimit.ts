import { CuttingsError } from '#shared/errors'

/** Passages of one article, at most: thirty on each of ten thousand pages, which is as many as a document may have. */
export const mostPassages = 300_000

/** Counts what becomes a passage, or may; throws `limit` with the first that is too many, before it is held. */
export const createPassageCount = (): (() => void) => {
  let count = 0
  return () => {
    count += 1
    if (count > mostPassages)
      throw new CuttingsError('limit', { what: 'passages in one article', most: mostPassages })
  }
}
