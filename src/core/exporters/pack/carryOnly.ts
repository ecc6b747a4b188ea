import { recordsIn } from '#core/records/recordSets'
import type { RecordSet } from '#shared/model/records'
import {
  packParts,
  packProfiles,
  type LeftOut,
  type PackPart,
  type PackProfile,
  type PackProfileName,
} from '#shared/packProfiles'
import { carriedRecords } from './carriedRecords'
import { picturesOf } from './picturesOf'
import type { PackContents } from './types'

const countOf = <T>(values: readonly T[], has: (value: T) => boolean): number => values.filter(has).length

/** How many of each part a set of records has. */
const countParts = (records: RecordSet): Readonly<Record<Exclude<PackPart, 'custody'>, number>> => {
  const pictures = picturesOf(records)
  const checked = records.claims.flatMap(({ checks, evidence }) => [
    ...checks,
    ...evidence.filter(({ obtained }) => obtained !== undefined),
  ])
  return {
    originals: countOf(records.originals, ({ sha256 }) => !pictures.has(sha256)),
    pictures: countOf(records.originals, ({ sha256 }) => pictures.has(sha256)),
    claims: records.claims.length,
    checks: checked.length,
    notes: records.notes.length,
    filing: records.articles.reduce(
      (all, { tags, collections }) => all + tags.length + collections.length,
      0,
    ),
    houseNotes: countOf(records.sources, ({ houseNote, owner }) => (houseNote ?? owner) !== undefined),
    confidentialFlags: countOf(records.sources, ({ confidential }) => confidential === true),
    positions: countOf(records.photos, ({ position }) => position !== undefined),
  }
}

/** What of the parts is in `before` and not in `after`; `chains` are those of either. */
export const leftOutOf = (
  before: { readonly records: RecordSet; readonly chains: number },
  after: { readonly records: RecordSet; readonly chains: number },
): LeftOut => {
  const [had, has] = [
    { ...countParts(before.records), custody: before.chains },
    { ...countParts(after.records), custody: after.chains },
  ]
  return Object.fromEntries(
    packParts.flatMap((part) => (had[part] > has[part] ? [[part, had[part] - has[part]]] : [])),
  )
}

export interface Carried {
  readonly contents: PackContents
  readonly leftOut: LeftOut
}

/**
 * What a profile carries of some contents, and how much it leaves out. A record of which something was left out has no chain
 * of custody in the pack: its digests are of the whole record, and would say that this one was changed.
 */
export const carryOnly = (contents: PackContents, name: PackProfileName): Carried => {
  const { carries }: PackProfile = packProfiles[name]
  const records = carriedRecords(contents.records, carries)
  const whole = new Set<object>(recordsIn(contents.records))
  const kept = new Set(
    carries.custody
      ? recordsIn(records)
          .filter((record) => whole.has(record))
          .map(({ id }) => id)
      : [],
  )
  const events = contents.events.filter(({ itemId }) => kept.has(itemId))
  const chainsIn = (some: PackContents['events']): number => new Set(some.map(({ itemId }) => itemId)).size
  return {
    contents: { ...contents, records, events },
    leftOut: leftOutOf(
      { records: contents.records, chains: chainsIn(contents.events) },
      { records, chains: chainsIn(events) },
    ),
  }
}
