import type { PackContents } from '../pack/types'
import { confidentialSources, namesOf } from './confidentialTerms'
import { createMask, type Mask } from './createMask'
import { createTermFinder } from './createTermFinder'
import type { ProtectedTerm } from './protectedTerm'
import { protectedTerms, type ProtectedOptions } from './protectedTerms'
import { redactPictures } from './redactPictures'
import { redactRecords } from './redactRecords'

export interface Redacted {
  readonly contents: PackContents
  readonly mask: Mask
  /** What the written pack is then searched for. */
  readonly terms: readonly ProtectedTerm[]
}

/** Takes out of what a pack carries (`carried`) what of `whole` must not leave. */
export const redactContents = async (
  carried: PackContents,
  whole: PackContents,
  options: Omit<ProtectedOptions, 'serials'> = {},
): Promise<Redacted> => {
  const names = confidentialSources(whole.records.sources).flatMap(namesOf)
  const mask = createMask(createTermFinder(names))
  const { records, readOriginal, serials } = await redactPictures(
    carried.records,
    carried.readOriginal,
    options.signal,
  )
  return {
    contents: { records: redactRecords(records, whole.records, mask), events: [], readOriginal },
    mask,
    terms: await protectedTerms(whole.records, { ...options, serials }),
  }
}
