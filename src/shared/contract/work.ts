import * as z from 'zod'
import { parsedArticle } from '../model/parsed'
import { id, sha256, timestamp } from '../model/scalars'
import { errorReport, nothing, page, reads, writes } from './base'

/** An opaque name for a file or folder that a host turned into a path. */
export const token = z.string().min(16).max(100)

const started = z.object({ jobId: id })

export const planTotals = z.object({
  files: z.int(),
  bytes: z.int(),
  add: z.int(),
  duplicate: z.int(),
  keep: z.int(),
  refuse: z.int(),
  articles: z.int(),
  photos: z.int(),
  references: z.int(),
  passages: z.int(),
  citations: z.int(),
  slots: z.int(),
  newSources: z.int(),
})

/** What would become of one file. Nothing has been written. */
export const planEntry = z.object({
  index: z.int(),
  /** Safe to show; `mail.eml > photo.jpg` for a file in a container. */
  name: z.string(),
  bytes: z.int(),
  format: z.string().optional(),
  outcome: z.enum(['add', 'duplicate', 'keep', 'refuse']),
  sha256: sha256.optional(),
  /** The record that is held already, for a duplicate. */
  id: id.optional(),
  title: z.string().optional(),
  counts: z
    .object({
      summary: z.int(),
      passages: z.int(),
      citations: z.int(),
      sources: z.int(),
      slots: z.int(),
      furniture: z.int(),
    })
    .optional(),
  doubts: z.int().optional(),
  error: errorReport.optional(),
})

/** The record that would be made of one file, to look at before anything is written. */
export const planPreview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), parsed: parsedArticle, newSources: z.array(z.string()) }),
  z.object({ kind: z.literal('pack'), articles: z.array(z.string()), records: z.int(), files: z.int() }),
  z.object({ kind: z.literal('none') }),
])

export const format = z.object({
  id: z.string(),
  name: z.string(),
  extensions: z.array(z.string()),
  /** Bytes. */
  limit: z.int(),
})

export const imports = {
  /** What the registry can read. */
  formats: reads.input(nothing).output(z.array(format)),
  /** A dry run as a job: stages and parses, writes nothing to originals or catalogue. */
  plan: writes
    .input(
      z.object({ tokens: z.array(token).min(1).max(10_000), keepUnreadable: z.boolean().default(false) }),
    )
    .output(started),
  planned: reads
    .input(z.object({ planId: id, ...page }))
    .output(z.object({ totals: planTotals, entries: z.array(planEntry) })),
  preview: reads.input(z.object({ planId: id, index: z.int().nonnegative() })).output(planPreview),
  commit: writes
    .input(z.object({ planId: id, leaveOut: z.array(z.int().nonnegative()).default([]) }))
    .output(started),
  discard: reads.input(z.object({ planId: id })).output(nothing),
}

/** What goes into a pack: ids, or what a search finds, or (neither) everything. */
export const selection = z.object({ ids: z.array(id).optional(), query: z.string().max(2000).optional() })

export const packCounts = z.object({
  articles: z.int(),
  passages: z.int(),
  photos: z.int(),
  slots: z.int(),
  citations: z.int(),
  sources: z.int(),
  references: z.int(),
  originals: z.int(),
  originalBytes: z.int(),
})

export const packProfile = z.enum(['full'])

export const exports = {
  preview: reads.input(z.object({ selection, profile: packProfile.default('full') })).output(
    z.object({
      counts: packCounts,
      titles: z.array(z.object({ id, kind: z.string(), title: z.string() })),
      name: z.string(),
    }),
  ),
  start: reads
    .input(
      z.object({
        selection,
        destination: token,
        form: z.enum(['folder', 'zip']),
        profile: packProfile.default('full'),
        date: timestamp.optional(),
        identifier: z.uuid().optional(),
      }),
    )
    .output(started),
}

export const verify = {
  archive: reads.input(nothing).output(started),
  pack: reads.input(z.object({ token })).output(started),
}

export type PlanTotals = z.infer<typeof planTotals>
export type PlanEntry = z.infer<typeof planEntry>
export type PlanPreview = z.infer<typeof planPreview>
export type Format = z.infer<typeof format>
export type Selection = z.infer<typeof selection>
export type PackCounts = z.infer<typeof packCounts>
