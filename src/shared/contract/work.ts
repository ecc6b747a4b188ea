import * as z from 'zod'
import { parsedArticle, parsedPhoto, parsedTable, tableMapping } from '../model/parsed'
import { longestAsked, mostFilters } from '../model/savedSearch'
import { id, sha256, timestamp } from '../model/scalars'
import { facetFilter } from '../model/searchFilter'
import { errorReport, nothing, page, reads, writes } from './base'
import { packConflict, taking } from './packConflict'
import { packDifference } from './packDifference'
import { packProfile, preflightReport, preflightWaiver } from './preflight'
import { secret, unlock } from './unlock'
import { waiting } from './waiting'

/** An opaque name for a file or folder that a host turned into a path. */
export const token = z.string().min(16).max(100)

const started = z.object({ jobId: id })

export const planTotals = z.object({
  files: z.int(),
  bytes: z.int(),
  add: z.int(),
  /** Files that are another version of an article that is held. */
  version: z.int(),
  /** Containers that were opened, and parts of saved pages. */
  note: z.int(),
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
  /** `note`: neither item nor fault, `message` says what. */
  outcome: z.enum(['add', 'version', 'duplicate', 'keep', 'refuse', 'note']),
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
  /** Records that it holds, of whatever kind. */
  records: z.int().optional(),
  doubts: z.int().optional(),
  /** The held article of which it is another version. */
  versionOf: z.object({ id, title: z.string() }).optional(),
  /** Held articles with most of their wording in common with it; nothing is merged. */
  similar: z.array(z.object({ id, title: z.string(), likeness: z.number() })).optional(),
  /** Its columns can be mapped otherwise (`imports.remap`). */
  table: z.boolean().optional(),
  /** A file that belongs to a picture and is kept beside it. */
  sidecar: z.boolean().optional(),
  /** Records of a pack that are held with other content, and those of them that can be taken all the same. */
  conflicts: z.object({ total: z.int(), takeable: z.int() }).optional(),
  message: z.string().optional(),
  error: errorReport.optional(),
})

/** The record that would be made of one file, to look at before anything is written. */
export const planPreview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), parsed: parsedArticle, newSources: z.array(z.string()) }),
  z.object({ kind: z.literal('pack'), articles: z.array(z.string()), records: z.int(), files: z.int() }),
  z.object({
    kind: z.literal('records'),
    total: z.int(),
    titles: z.array(z.object({ kind: z.string(), title: z.string() })),
    table: parsedTable.optional(),
    photo: parsedPhoto.optional(),
  }),
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
      z.object({
        tokens: z.array(token).min(1).max(10_000),
        keepUnreadable: z.boolean().default(false),
        unlock: unlock.optional(),
      }),
    )
    .output(started),
  planned: reads
    .input(z.object({ planId: id, ...page }))
    .output(z.object({ totals: planTotals, entries: z.array(planEntry) })),
  preview: reads.input(z.object({ planId: id, index: z.int().nonnegative() })).output(planPreview),
  /** What a planned pack and the archive say different things of. */
  conflicts: reads
    .input(z.object({ planId: id, index: z.int().nonnegative(), ...page }))
    .output(z.object({ total: z.int(), conflicts: z.array(packConflict) })),
  commit: writes
    .input(
      z.object({
        planId: id,
        leaveOut: z.array(z.int().nonnegative()).default([]),
        /** Texts that are to be articles of their own, though one of the same address is held. */
        separate: z.array(z.int().nonnegative()).default([]),
        /** What is put in the place of what is held, of which packs. */
        take: z.array(z.object({ index: z.int().nonnegative(), records: taking })).default([]),
      }),
    )
    .output(started),
  /** Reads a planned table again by another mapping, and remembers it for tables with the same heads. */
  remap: writes
    .input(z.object({ planId: id, index: z.int().nonnegative(), mapping: tableMapping }))
    .output(planEntry),
  discard: reads.input(z.object({ planId: id })).output(nothing),
  ...waiting,
}

/** What goes into a pack: ids, or what a search finds under its filters, or (none of these) everything. */
export const selection = z.object({
  ids: z.array(id).optional(),
  query: z.string().max(longestAsked).optional(),
  filters: z.array(facetFilter).max(mostFilters).optional(),
})

export const packCounts = z.object({
  articles: z.int(),
  passages: z.int(),
  photos: z.int(),
  slots: z.int(),
  citations: z.int(),
  sources: z.int(),
  references: z.int(),
  claims: z.int(),
  notes: z.int(),
  originals: z.int(),
  originalBytes: z.int(),
})

/** To whom a pack is encrypted, as age does it. */
const lock = z.union([
  z.object({ passphrase: secret }),
  z.object({ recipients: z.array(z.string().min(1).max(4000)).min(1).max(100) }),
])

export const exports = {
  preview: reads.input(z.object({ selection, profile: packProfile.default('full') })).output(
    z.object({
      counts: packCounts,
      titles: z.array(z.object({ id, kind: z.string(), title: z.string() })),
      name: z.string(),
    }),
  ),
  /** What the checklist of a profile finds in a selection; of each rule the first findings. */
  preflight: reads
    .input(z.object({ selection, profile: packProfile.default('full') }))
    .output(preflightReport),
  start: reads
    .input(
      z.object({
        selection,
        destination: token,
        form: z.enum(['folder', 'zip']),
        profile: packProfile.default('full'),
        date: timestamp.optional(),
        identifier: z.uuid().optional(),
        /** By the key that this user made; refused with `no-signing-key` where there is none. */
        sign: z.boolean().default(false),
        /** Writes a zip that is encrypted. */
        lock: lock.optional(),
        /** What may be as it is this once, and on whose word. */
        waivers: z.array(preflightWaiver).max(100).default([]),
      }),
    )
    .output(started),
  /** What changed since the last pack of the same selection, as a job. */
  sinceLast: reads.input(z.object({ selection })).output(started),
  /** What became of the records of a pack since it was made, as a job. */
  sincePack: reads.input(z.object({ token, unlock: unlock.optional() })).output(started),
  /** What such a job found; refused with `not-found` where it found nothing, or others were made since. */
  compared: reads.input(z.object({ jobId: id })).output(packDifference),
}

/** Where the reading of originals in idle time stands. */
export const rereading = z.object({
  originals: z.int(),
  /** Those that were read in the last `rereadDays` days. */
  read: z.int(),
  /** The first of those that were not as they were imported when they were read last. */
  damaged: z.array(z.object({ sha256, title: z.string().optional() })),
  /** Records that were damaged when the catalogue was copied last, and are still. */
  records: z.array(z.object({ id, title: z.string().optional() })),
  oldest: timestamp.optional(),
})

export const verify = {
  rereading: reads.input(nothing).output(rereading),
  /**
   * Puts back each record that is not as it was saved, from the copies of the catalogue, and, from a copy of the archive
   * where one is named, each original that is not as it was imported, as a job. What stood in an original's place is kept in
   * the folder `quarantine`; nothing is written to the copy.
   */
  repair: writes.input(z.object({ token: token.optional() })).output(started),
  archive: reads.input(nothing).output(started),
  pack: reads.input(z.object({ token, unlock: unlock.optional() })).output(started),
}

export type Rereading = z.infer<typeof rereading>
export type PlanTotals = z.infer<typeof planTotals>
export type PlanEntry = z.infer<typeof planEntry>
export type PlanPreview = z.infer<typeof planPreview>
export type Format = z.infer<typeof format>
export type Selection = z.infer<typeof selection>
export type PackCounts = z.infer<typeof packCounts>
