import { canonicalJson } from '../../records/digest'
import type { recordsIn } from '../../records/recordSets'
import { asWhole, isMasked } from './asWhole'
import { completeRecord } from './completeRecord'
import { withNamesOf } from './foreignNames'
import { withMoreOf } from './joinRecords'
import type { Lineage } from './lineageOf'

type PackRecord = ReturnType<typeof recordsIn>[number]

/** Versions of an article are never changed: another copy can stand in its place where it has all of them, and only more. */
const hasVersionsOf = (theirs: PackRecord, held: PackRecord): boolean => {
  if (held.kind !== 'article' || theirs.kind !== 'article') return held.kind === theirs.kind
  const whole = completeRecord(theirs, held)
  return (
    whole.kind === 'article' &&
    held.versions.every((version, at) => {
      const other = whole.versions[at]
      return other !== undefined && canonicalJson(other) === canonicalJson(version)
    })
  )
}

/**
 * What stands in a record's place once the user takes what a pack has of it: the pack's words wherever both say something.
 * What a pack can leave out, the user's own order, and what is only ever added (checks, evidence, citations) stay beside
 * them, but where the pack goes on from what is held: then what it lacks was taken back. Undefined where it cannot be: of a
 * pack that masks words nothing takes the place of the words themselves.
 */
export const takeRecord = (
  held: PackRecord,
  theirs: PackRecord,
  { lineage, profile }: { readonly lineage: Lineage; readonly profile: string },
): PackRecord | undefined => {
  if (isMasked(profile) || !hasVersionsOf(theirs, held)) return undefined
  if (lineage === 'ahead') return theirs
  return withNamesOf(withMoreOf(asWhole(theirs, held, profile), held), held)
}
