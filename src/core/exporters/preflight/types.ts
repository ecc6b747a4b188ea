import type { Version } from '#shared/model/article'
import type { Claim } from '#shared/model/claim'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Support } from '#shared/model/support'
import type { PreflightFinding } from '#shared/contract/preflight'
import type { TermFinder } from '../redaction/createTermFinder'

/** What rules look things up in. */
export interface PreflightContext {
  readonly records: RecordSet
  readonly articles: ReadonlyMap<string, ArticleRecord>
  readonly sources: ReadonlyMap<string, RecordSet['sources'][number]>
  readonly references: ReadonlyMap<string, RecordSet['references'][number]>
  readonly photos: ReadonlyMap<string, RecordSet['photos'][number]>
  /** What each passage of a version rests on. */
  readonly supportIn: (article: ArticleRecord, version: Version) => ReadonlyMap<string, Support>
  /** article.txt of a version, as code points. */
  readonly textOf: (version: Version) => readonly string[]
  readonly confidential: TermFinder
  /** On how many independent sources a claim rests, as far as the records say so themselves. */
  readonly countOrigins: (claim: Claim) => Promise<number>
  /** The moment of the export. */
  readonly now: Date
}

/** A rule as single looks, between which others have their turn. */
export type FindAll = (
  context: PreflightContext,
) => Iterable<() => readonly PreflightFinding[] | Promise<readonly PreflightFinding[]>>
