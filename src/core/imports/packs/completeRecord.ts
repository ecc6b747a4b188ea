import type { Claim } from '#shared/model/claim'
import type { ArticleRecord } from '#shared/model/records'
import type { PackRecord } from '../../records/recordSets'

/** The value with what it lacks of these fields, and the other has; the same object where that is nothing. */
const filled = <T extends object>(held: T, other: T, fields: readonly (keyof T)[]): T => {
  const lacking = fields.filter((field) => held[field] === undefined && other[field] !== undefined)
  if (lacking.length === 0) return held
  return { ...held, ...Object.fromEntries(lacking.map((field) => [field, other[field]])) }
}

const filledArticle = (held: ArticleRecord, other: ArticleRecord): ArticleRecord => ({
  ...held,
  versions: held.versions.map((version) => {
    const same = other.versions.find(({ id }) => id === version.id)
    return same ? filled(version, same, ['original']) : version
  }),
})

const filledClaim = (held: Claim, other: Claim): Claim => ({
  ...held,
  checks: held.checks.length === 0 ? other.checks : held.checks,
  evidence: held.evidence.map((evidence) => {
    const same = other.evidence.find(({ id }) => id === evidence.id)
    return same ? filled(evidence, same, ['obtained']) : evidence
  }),
})

/**
 * A record that is held, with what a pack can leave out of such a record (`carriedRecords`) and another copy of it has. Whatever
 * the record has stays: whether the other says the same of all else is for the caller to ask.
 */
export const completeRecord = (held: PackRecord, other: PackRecord): PackRecord => {
  if (held.kind === 'article' && other.kind === 'article') return filledArticle(held, other)
  if (held.kind === 'photo' && other.kind === 'photo')
    return filled(held, other, ['original', 'sidecar', 'listedIn', 'position'])
  if (held.kind === 'reference' && other.kind === 'reference') return filled(held, other, ['listedIn'])
  if (held.kind === 'source' && other.kind === 'source')
    return filled(held, other, ['houseNote', 'owner', 'confidential'])
  if (held.kind === 'claim' && other.kind === 'claim') return filledClaim(held, other)
  return held
}

/** What a pack can leave out of a record and a later one bring. */
const completable = [
  'original',
  'sidecar',
  'listedIn',
  'position',
  'houseNote',
  'owner',
  'confidential',
  'checks',
  'obtained',
] as const

/** `names`: tags and collections, which are added to a record whatever pack it came in. */
export type Completed = (typeof completable)[number] | 'names'

/** How often each part is there: an article has an original for each version, a claim its evidence one by one. */
const countParts = (record: PackRecord): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const inner = record.kind === 'article' ? record.versions : record.kind === 'claim' ? record.evidence : []
  for (const [name, value] of [record, ...inner].flatMap((one) => Object.entries(one)))
    if (!(Array.isArray(value) && value.length === 0)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Which parts the whole of a record has and what was held of it had not. */
export const completedParts = (held: PackRecord, whole: PackRecord): readonly Completed[] => {
  const [had, has] = [countParts(held), countParts(whole)]
  return completable.filter((part) => (has.get(part) ?? 0) > (had.get(part) ?? 0))
}
