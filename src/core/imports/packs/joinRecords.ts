import type { Check, Claim, ClaimStatus } from '#shared/model/claim'
import type { ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { canonicalJson, digestOf } from '../../records/digest'
import type { PackRecord } from '../../records/recordSets'
import { withoutNames } from './foreignNames'
import type { Lineage } from './lineageOf'

const withMissing = <T extends { readonly id: Id }>(mine: readonly T[], others: readonly T[]): T[] => {
  const known = new Set(mine.map(({ id }) => id))
  return [...mine, ...others.filter(({ id }) => !known.has(id))]
}

/** The log of both, the oldest line first: a line has no name of its own, and is the same where it says the same. */
const joinChecks = (mine: readonly Check[], others: readonly Check[]): Check[] => {
  const known = new Set(mine.map(canonicalJson))
  const more = others.filter((check) => !known.has(canonicalJson(check)))
  if (more.length === 0) return [...mine]
  // A log that has all of the other is in the order in which it was kept: clocks of two desks differ.
  if (mine.length + more.length === others.length) return [...others]
  const keyOf = (check: Check): string => `${check.at} ${canonicalJson(check)}`
  return [...mine, ...more].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const isSameLog = (one: readonly Check[], other: readonly Check[]): boolean =>
  canonicalJson(one) === canonicalJson(other)

/** Whether a claim stands where its log puts it: else somebody said so without a check. */
export const standsByLog = ({ status, checks }: Claim): boolean =>
  status === (checks.at(-1)?.outcome ?? 'open')

/** Whether two claims stand differently, and one of them because somebody said so: the log of both then decides nothing. */
const standApart = (one: PackRecord, other: PackRecord): boolean =>
  one.kind === 'claim' &&
  other.kind === 'claim' &&
  one.status !== other.status &&
  !(standsByLog(one) && standsByLog(other))

/** As by a check that is made here: the outcome of the last line is where the claim stands. */
const statusOf = (mine: Claim, other: Claim, checks: readonly Check[]): ClaimStatus => {
  if (isSameLog(mine.checks, other.checks)) return mine.status
  if (isSameLog(checks, mine.checks)) return mine.status
  if (isSameLog(checks, other.checks)) return other.status
  return checks.at(-1)?.outcome ?? mine.status
}

const moreOfClaim = (mine: Claim, other: Claim): Claim => {
  const checks = joinChecks(mine.checks, other.checks)
  return {
    ...mine,
    status: statusOf(mine, other, checks),
    evidence: withMissing(mine.evidence, other.evidence),
    checks,
  }
}

/** A citation belongs to a version: one of a version that is not there comes with it, or not at all. */
const moreOfArticle = (mine: ArticleRecord, other: ArticleRecord): ArticleRecord => {
  const versions = new Set(mine.versions.map(({ id }) => id))
  const citations = other.citations.filter(({ versionId }) => versions.has(versionId))
  return { ...mine, citations: withMissing(mine.citations, citations) }
}

/**
 * A record with what another copy of it has more, of what is only ever added to: checks and evidence of a claim, citations of
 * an article. Where both say something of the same, it stays as it is.
 */
export const withMoreOf = (mine: PackRecord, other: PackRecord): PackRecord => {
  if (mine.kind === 'claim' && other.kind === 'claim') return moreOfClaim(mine, other)
  if (mine.kind === 'article' && other.kind === 'article') return moreOfArticle(mine, other)
  return mine
}

const byId = <T extends { readonly id: Id }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : 1))

/** What two copies say, whatever order each came to it in, and whatever order the user filed it in. */
const contentOf = (record: PackRecord): string => {
  const plain = withoutNames(record)
  if (plain.kind === 'claim') return digestOf({ ...plain, evidence: byId(plain.evidence) })
  if (plain.kind === 'article') return digestOf({ ...plain, citations: byId(plain.citations) })
  return digestOf(plain)
}

/** Whether two copies say the same, in whatever order. */
export const saysTheSame = (one: PackRecord, other: PackRecord): boolean =>
  contentOf(one) === contentOf(other)

/**
 * Both together, where neither contradicts the other: undefined where they say different things of the same. What goes on from
 * what is held (`ahead`) knew of what was said here.
 */
export const joinRecords = (
  held: PackRecord,
  other: PackRecord,
  lineage: Lineage = 'unknown',
): PackRecord | undefined => {
  if (lineage !== 'ahead' && standApart(held, other)) return undefined
  const joined = withMoreOf(held, other)
  return saysTheSame(joined, withMoreOf(other, held)) ? joined : undefined
}

/** How many of each came to a record by another copy. */
export interface Added {
  readonly checks: number
  readonly evidence: number
  readonly citations: number
  /** Where a claim stands now, by the checks that came, and did not before. */
  readonly status?: ClaimStatus
}

export const addedTo = (held: PackRecord, joined: PackRecord): Added => {
  if (held.kind === 'claim' && joined.kind === 'claim')
    return {
      checks: joined.checks.length - held.checks.length,
      evidence: joined.evidence.length - held.evidence.length,
      citations: 0,
      ...(joined.status === held.status ? {} : { status: joined.status }),
    }
  if (held.kind === 'article' && joined.kind === 'article')
    return { checks: 0, evidence: 0, citations: joined.citations.length - held.citations.length }
  return { checks: 0, evidence: 0, citations: 0 }
}
