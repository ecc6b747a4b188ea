import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { id, sha256, timestamp } from '../model/scalars'
import { errorReport, nothing, page, reads } from './base'

export const jobKind = z.enum([
  'plan',
  'import',
  'export',
  'verify',
  'rebuild',
  'merge',
  'undo',
  'split',
  'query-list',
  'table',
  'empty',
  'repair',
  'compare',
])

/** Counts, before percentages: files and bytes done of those known so far; `total` grows while a folder is walked. */
export const progress = z.object({
  done: z.int(),
  total: z.int(),
  bytes: z.int(),
  totalBytes: z.int(),
  /** What is worked on now, safe to show. */
  current: z.string().optional(),
  step: z.string().optional(),
  /** Items done of what `current` holds, where that is one file with many. */
  inside: z.object({ done: z.int(), total: z.int() }).optional(),
})

/** What became of one file. A file may yield several records: one line each. */
export const fileResult = z.object({
  name: z.string(),
  outcome: z.enum(['imported', 'duplicate', 'kept', 'refused', 'checked', 'problem', 'note']),
  id: id.optional(),
  kind: z.string().optional(),
  sha256: sha256.optional(),
  title: z.string().optional(),
  error: errorReport.optional(),
  /** `changed`, `missing`, `extra` ... for a problem of verify. */
  code: z.string().optional(),
  message: z.string().optional(),
  /** The number of the version that it became of an article that was held. */
  version: z.int().optional(),
})

/** What verify says of an archive or a pack: several plain answers, none of which stands for another. */
export const verification = z.object({
  subject: z.enum(['archive', 'pack']),
  name: z.string(),
  checked: z.int(),
  problems: z.int(),
  unchanged: z.enum(['yes', 'no', 'cannot-tell']),
  complete: z.enum(['yes', 'no', 'cannot-tell']),
  /** `wrong`: there is a signature, and it is not of this pack. */
  signed: z.enum(['unsigned', 'known-key', 'unknown-key', 'wrong', 'cannot-tell']),
  /** Whose key it is, as this user calls it; without a name where the key is not known here. */
  signer: z
    .object({ name: z.string().optional(), publicKey: z.string(), fingerprint: z.string() })
    .optional(),
  custody: z.enum(['unbroken', 'broken', 'cannot-tell']),
  /** SHA-256 of tagmanifest-sha256.txt for a pack. */
  sha256: sha256.optional(),
  /** The twelve words of that fingerprint. */
  words: z.array(z.string()).optional(),
  counts: z.record(z.string(), z.int()).optional(),
  identifier: z.string().optional(),
  date: z.string().optional(),
})

export const exported = z.object({
  /** Name of the pack's folder or zip, without its place. */
  name: z.string(),
  items: z.int(),
  files: z.int(),
  bytes: z.int(),
  /** Of the file that was written; of a folder, that of its tagmanifest-sha256.txt. */
  sha256,
  /** The twelve words of the SHA-256 of tagmanifest-sha256.txt: the same whatever form the pack has. */
  words: z.array(z.string()),
  signed: z.boolean(),
  encrypted: z.boolean(),
})

/** A table that was written: `name` without its place. */
export const writtenTable = z.object({ name: z.string(), rows: z.int(), bytes: z.int() })

export const imported = z.object({ imported: z.int(), duplicates: z.int(), kept: z.int(), refused: z.int() })

/** Those that were looked at, those that were put back, and those for which nothing sound was found. */
const repaired = { checked: z.int(), repaired: z.int(), left: z.int() }

export const jobResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), planId: id }),
  z.object({ kind: z.literal('import'), counts: imported }),
  z.object({ kind: z.literal('export'), exported }),
  z.object({ kind: z.literal('verify'), verification }),
  z.object({ kind: z.literal('rebuild'), items: z.int() }),
  z.object({ kind: z.literal('merge'), stepId: id, merges: z.int(), removed: z.int() }),
  /** Merges that were undone, and the items that came back with them. */
  z.object({ kind: z.literal('undo'), merges: z.int(), restored: z.int() }),
  /** Sources that were split off another, and the citations that went with them. */
  z.object({ kind: z.literal('split'), stepId: id, made: z.array(id), citations: z.int() }),
  z.object({ kind: z.literal('query-list'), rows: z.int() }),
  z.object({ kind: z.literal('table'), table: writtenTable }),
  /** Records that were destroyed, those that stay in the trash because something names them, and files that went. */
  z.object({ kind: z.literal('empty'), destroyed: z.int(), kept: z.int(), files: z.int() }),
  /** `found`: there was a pack to compare with; what changed is had by `exports.compared`. */
  z.object({ kind: z.literal('compare'), found: z.boolean() }),
  /** Originals, where a copy of the archive was named, and records of the catalogue. */
  z.object({ kind: z.literal('repair'), ...repaired, records: z.object(repaired) }),
])

export const jobState = z.object({
  id,
  kind: jobKind,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Rests at the user's wish, until `resume`. */
  paused: z.boolean().optional(),
  /** Can rest between two files. */
  pausable: z.boolean().optional(),
  startedAt: timestamp,
  endedAt: timestamp.optional(),
  progress,
  results: z.int(),
  result: jobResult.optional(),
  error: errorReport.optional(),
})

export const jobEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), job: jobState }),
  z.object({ type: z.literal('file'), index: z.int(), file: fileResult }),
])

export const jobs = {
  list: reads.input(nothing).output(z.array(jobState)),
  /** The state now, each file's result from the first on, each change, and the end; then the stream ends. */
  watch: reads.input(z.object({ id })).output(eventIterator(jobEvent)),
  cancel: reads.input(z.object({ id })).output(nothing),
  /** Rests before its next file; a job that can't is left alone. */
  pause: reads.input(z.object({ id })).output(nothing),
  resume: reads.input(z.object({ id })).output(nothing),
  /** Per-file results, a page at a time. */
  report: reads
    .input(z.object({ id, ...page }))
    .output(z.object({ total: z.int(), files: z.array(fileResult) })),
}

export type JobKind = z.infer<typeof jobKind>
export type Progress = z.infer<typeof progress>
export type FileResult = z.infer<typeof fileResult>
export type Verification = z.infer<typeof verification>
export type Exported = z.infer<typeof exported>
export type WrittenTable = z.infer<typeof writtenTable>
export type ImportCounts = z.infer<typeof imported>
export type JobResult = z.infer<typeof jobResult>
export type JobState = z.infer<typeof jobState>
export type JobEvent = z.infer<typeof jobEvent>
