import { recordsIn } from '#core/records/recordSets'
import type { Source } from '#shared/model/citation'
import type { Claim } from '#shared/model/claim'
import type { Photo } from '#shared/model/photo'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import type { Sha256 } from '#shared/model/scalars'
import {
  packParts,
  packProfiles,
  type LeftOut,
  type PackPart,
  type PackProfile,
  type PackProfileName,
} from '#shared/packProfiles'
import type { PackContents } from './types'

type Carries = PackProfile['carries']

/** The same object where nothing of it goes: what is carried as it is keeps its chain of custody. */
const without = <T extends object>(value: T, fields: readonly (keyof T)[]): T => {
  const gone = fields.filter((field) => value[field] !== undefined)
  if (gone.length === 0) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !gone.includes(key as keyof T))) as T
}

/** The same list where each of its members stayed the same. */
const mapped = <T>(values: readonly T[], map: (value: T) => T): readonly T[] => {
  const changed = values.map(map)
  return changed.some((value, index) => value !== values[index]) ? changed : values
}

type Held = (sha256: Sha256 | undefined) => boolean

const articleOf = (article: ArticleRecord, isHeld: Held): ArticleRecord => {
  const versions = mapped(article.versions, (version) =>
    isHeld(version.original) ? version : without(version, ['original']),
  )
  return versions === article.versions ? article : { ...article, versions: [...versions] }
}

const photoOf = (photo: Photo, isHeld: Held, carries: Carries): Photo =>
  without(photo, [
    ...(['original', 'sidecar', 'listedIn'] as const).filter((field) => !isHeld(photo[field])),
    ...(carries.positions ? [] : (['position'] as const)),
  ])

const referenceOf = (reference: Reference, isHeld: Held): Reference =>
  isHeld(reference.listedIn) ? reference : without(reference, ['listedIn'])

const sourceOf = (source: Source, carries: Carries): Source =>
  without(source, [
    ...(carries.houseNotes ? [] : (['houseNote', 'owner'] as const)),
    ...(carries.confidentialFlags ? [] : (['confidential'] as const)),
  ])

const claimOf = (claim: Claim, carries: Carries): Claim => {
  if (carries.checks) return claim
  const evidence = mapped(claim.evidence, (one) => without(one, ['obtained']))
  if (evidence === claim.evidence && claim.checks.length === 0) return claim
  return { ...claim, evidence: [...evidence], checks: [] }
}

/** The bytes that are a picture of a photo, or its sidecar; all others are originals of texts, lists and mails. */
const picturesOf = (records: RecordSet): ReadonlySet<Sha256> =>
  new Set(records.photos.flatMap(({ original, sidecar }) => [original ?? [], sidecar ?? []].flat()))

const carriedOriginals = (records: RecordSet, carries: Carries): RecordSet['originals'] => {
  const pictures = picturesOf(records)
  return records.originals.filter(({ sha256 }) =>
    pictures.has(sha256) ? carries.pictures : carries.originals,
  )
}

const carriedRecords = (records: RecordSet, carries: Carries): RecordSet => {
  const originals = carriedOriginals(records, carries)
  const held = new Set(originals.map(({ sha256 }) => sha256))
  const isHeld: Held = (sha256) => sha256 === undefined || held.has(sha256)
  return {
    articles: records.articles.map((article) => articleOf(article, isHeld)),
    photos: records.photos.map((photo) => photoOf(photo, isHeld, carries)),
    references: records.references.map((reference) => referenceOf(reference, isHeld)),
    sources: records.sources.map((source) => sourceOf(source, carries)),
    claims: carries.claims ? records.claims.map((claim) => claimOf(claim, carries)) : [],
    notes: carries.notes ? records.notes : [],
    originals,
  }
}

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
