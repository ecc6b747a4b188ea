import { CuttingsError } from '#shared/errors'
import type { Doubt } from '#shared/model/article'

const shortCodes = new Set(['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'])

/** Whether bytes ended where a number was to be read. Any other error is a fault of ours and goes on. */
export const endsShort = (error: unknown): boolean =>
  error instanceof RangeError && 'code' in error && shortCodes.has(String(error.code))

/** Why foreign bytes could not be read; undefined where the fault is ours. */
const reasonOf = (error: unknown): string | undefined => {
  if (endsShort(error)) return 'it ends before its content does'
  if (!(error instanceof CuttingsError)) return undefined
  const { reason, what, most } = error.details
  if (error.code === 'limit') return `it has more than ${most} ${what}`
  return typeof reason === 'string' ? reason : `it was refused (${error.code})`
}

/**
 * Reads one block of a picture's metadata. Where it is damaged the picture is still worth having: what could not be read
 * becomes a doubt, and the rest goes on.
 */
export const salvage = async <T>(
  what: string,
  doubts: Doubt[],
  read: () => T | Promise<T>,
): Promise<T | undefined> => {
  try {
    return await read()
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    doubts.push({ field: what, message: `The ${what} of the picture could not be read: ${reason}.` })
    return undefined
  }
}
