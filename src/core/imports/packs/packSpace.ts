import { CuttingsError } from '#shared/errors'
import type { RecordSet } from '#shared/model/records'
import { packLimits } from '../../exporters/pack/packLimits'
import type { OriginalStore } from '../../store/types'

/** Bytes that the originals of one pack may take: the smaller of the limit for packs and half of what is free. */
export const packSpace = (freeBytes: number): number =>
  Math.min(packLimits.totalBytes, Math.floor(freeBytes / 2))

const tooMuch = (space: number): CuttingsError =>
  new CuttingsError('pack-unsafe', {
    reason: `its originals take more than ${space} bytes, half of what is free on the disk or the most for one pack`,
  })

/** Refuses a pack whose originals, as its records state them, would take too much of the disk. */
export const refuseTooMuch = async (
  originals: Pick<OriginalStore, 'freeBytes'>,
  fresh: Pick<RecordSet, 'originals'>,
): Promise<number> => {
  const stated = fresh.originals.reduce((total, original) => total + original.bytes, 0)
  const space = packSpace(await originals.freeBytes())
  if (stated > space) throw tooMuch(space)
  return space
}

/** Counts the bytes that really come, whatever was stated, and stops where they are too many. */
export const createSpaceCount = (space: number) => {
  let taken = 0
  return async function* (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      taken += chunk.byteLength
      if (taken > space) throw tooMuch(space)
      yield chunk
    }
  }
}
