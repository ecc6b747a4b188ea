import * as z from 'zod'
import { fileResult } from '#shared/contract/jobs'
import { taking } from '#shared/contract/packConflict'
import { id, sha256, timestamp } from '#shared/model/scalars'
import { fileState } from '../../records/fileState'

/** The first line: what was asked. A journal of another form or of another place is not ours. */
export const journalHead = z.object({
  format: z.literal('cuttings-import-journal'),
  version: z.literal(1),
  /** Digest of machine and folder: on another machine the same paths are other files. */
  origin: z.string(),
  startedAt: timestamp,
  names: z.array(z.string()).max(20),
  files: z.int().nonnegative(),
  keepUnreadable: z.boolean(),
  /** Folders in `staging` in which uploads wait for it; kept while it can go on. */
  uploads: z.array(z.string()).max(100),
})

/** A path as JSON has it: text, or the bytes of one that is none. */
const filePath = z.union([
  z.string(),
  z
    .object({ type: z.literal('Buffer'), data: z.array(z.int().min(0).max(255)) })
    .transform(({ data }): Buffer => Buffer.from(data)),
])

/** One place of the plan, in the order of the plan. */
export const journalPlace = z.object({
  at: z.int().nonnegative(),
  name: z.string(),
  form: z.enum(['file', 'pack', 'none']),
  path: filePath.optional(),
  companions: z.array(filePath).optional(),
  state: fileState.optional(),
  /** Entries in it that the user left out, and those to be articles of their own, by `createEntryKeys`. */
  leftOut: z.array(z.object({ key: z.string(), sha256: sha256.optional() })).optional(),
  separate: z.array(z.string()).optional(),
  /** What the user takes of packs in it, by the same keys, and what was held of it when they said so. */
  take: z
    .array(z.object({ key: z.string(), records: taking, shown: z.array(z.tuple([id, sha256])) }))
    .optional(),
  /** What is told of it where there is nothing to read. */
  told: z.array(fileResult).optional(),
})

/** A place that is done, and what became of it. */
const journalDone = z.object({ done: z.int().nonnegative(), results: z.array(fileResult) })

export const journalLine = z.union([journalDone, journalPlace])

export type JournalHead = Readonly<z.infer<typeof journalHead>>
export type JournalPlace = Readonly<z.infer<typeof journalPlace>>
