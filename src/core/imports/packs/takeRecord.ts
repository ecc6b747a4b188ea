import { canonicalJson } from '../../records/digest'
import { originalsOf } from '../../records/originalsOf'
import type { PackRecord } from '../../records/recordSets'
import { isMasked } from './asWhole'
import { completeRecord } from './completeRecord'
import { withNamesOf } from './foreignNames'
import { standsByLog, withMoreOf } from './joinRecords'
import type { Lineage } from './lineageOf'

/** Versions of an article are never changed, but for an original that one came without. */
const hasVersionsOf = (taken: PackRecord, held: PackRecord): boolean => {
  const whole = completeRecord(held, taken)
  if (whole.kind !== 'article' || taken.kind !== 'article') return held.kind === taken.kind
  return whole.versions.every((version, at) => {
    const other = taken.versions[at]
    return other !== undefined && canonicalJson(other) === canonicalJson(version)
  })
}

const hasOriginalsOf = (taken: PackRecord, held: PackRecord): boolean => {
  const originals = new Set(originalsOf(taken))
  return originalsOf(held).every((sha256) => originals.has(sha256))
}

/** Both together, in the words of the pack. */
const inTheirWords = (theirs: PackRecord, held: PackRecord): PackRecord => {
  const taken = withMoreOf(completeRecord(theirs, held), held)
  if (taken.kind !== 'claim' || theirs.kind !== 'claim' || standsByLog(theirs)) return taken
  return { ...taken, status: theirs.status }
}

/**
 * What stands in a record's place once the user takes what a pack has of it: the pack's words wherever both say something.
 * What a pack can leave out, the user's own order, and what is only ever added (checks, evidence, citations) stay beside
 * them, but where the pack goes on from what is held: then what it lacks was taken back. Undefined where it cannot be: of a
 * pack that masks words nothing takes the place of the words themselves, and no version and no original is lost.
 */
export const takeRecord = (
  held: PackRecord,
  theirs: PackRecord,
  { lineage, profile }: { readonly lineage: Lineage; readonly profile: string },
): PackRecord | undefined => {
  if (isMasked(profile)) return undefined
  const taken = lineage === 'ahead' ? theirs : withNamesOf(inTheirWords(theirs, held), held)
  return hasVersionsOf(taken, held) && hasOriginalsOf(taken, held) ? taken : undefined
}
