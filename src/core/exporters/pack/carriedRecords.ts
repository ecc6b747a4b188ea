import type { Source } from '#shared/model/citation'
import type { Claim } from '#shared/model/claim'
import type { Photo } from '#shared/model/photo'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import type { Sha256 } from '#shared/model/scalars'
import type { PackProfile } from '#shared/packProfiles'
import { picturesOf } from './picturesOf'

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

const withoutFiling = (article: ArticleRecord): ArticleRecord =>
  article.tags.length + article.collections.length === 0 ? article : { ...article, tags: [], collections: [] }

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

const carriedOriginals = (records: RecordSet, carries: Carries): RecordSet['originals'] => {
  const pictures = picturesOf(records)
  return records.originals.filter(({ sha256 }) =>
    pictures.has(sha256) ? carries.pictures : carries.originals,
  )
}

/** Records as a profile carries them; one of which nothing is left out is the same object as before. */
export const carriedRecords = (records: RecordSet, carries: Carries): RecordSet => {
  const originals = carriedOriginals(records, carries)
  const held = new Set(originals.map(({ sha256 }) => sha256))
  const isHeld: Held = (sha256) => sha256 === undefined || held.has(sha256)
  return {
    articles: records.articles.map((article) =>
      articleOf(carries.filing ? article : withoutFiling(article), isHeld),
    ),
    photos: records.photos.map((photo) => photoOf(photo, isHeld, carries)),
    references: records.references.map((reference) => referenceOf(reference, isHeld)),
    sources: records.sources.map((source) => sourceOf(source, carries)),
    claims: carries.claims ? records.claims.map((claim) => claimOf(claim, carries)) : [],
    notes: carries.notes ? records.notes : [],
    originals,
  }
}
