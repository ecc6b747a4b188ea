import type { PackContents } from '../pack/types'
import { confidentialSources, namesOf } from './confidentialTerms'
import { createMask, type Mask } from './createMask'
import { createTermFinder } from './createTermFinder'
import { protectedTerms, type ProtectedTerm } from './protectedTerms'
import { redactPictures } from './redactPictures'
import { redactRecords } from './redactRecords'

export interface Redacted {
  readonly contents: PackContents
  readonly mask: Mask
  /** What the written pack is then searched for. */
  readonly terms: readonly ProtectedTerm[]
}

export interface RedactionOptions {
  /** What the pack says beside its contents, in the words of whoever exports it. */
  readonly said?: readonly string[]
  readonly signal?: AbortSignal
}

/** Takes out of what a pack carries (`carried`) what of `whole` must not leave. */
export const redactContents = async (
  carried: PackContents,
  whole: PackContents,
  { said = [], signal }: RedactionOptions = {},
): Promise<Redacted> => {
  const names = confidentialSources(whole.records.sources).flatMap(namesOf)
  const mask = createMask(createTermFinder(names))
  const { records, readOriginal, serials } = await redactPictures(
    carried.records,
    carried.readOriginal,
    signal,
  )
  return {
    contents: { records: redactRecords(records, whole.records, mask), events: [], readOriginal },
    mask,
    terms: await protectedTerms(whole.records, { serials, said, ...(signal ? { signal } : {}) }),
  }
}
