import * as z from 'zod'
import { passageLabel } from '../model/article'
import { source, sourceKind } from '../model/citation'
import { reference } from '../model/reference'
import { id, timestamp } from '../model/scalars'
import { damaged, nothing, page, reads, writes } from './base'

/** A passage that cites a source, by a printed line or as inferred. */
export const citingPassage = z.object({
  articleId: id,
  headline: z.string(),
  published: z.string().optional(),
  passage: passageLabel,
  text: z.string(),
  basis: z.enum(['printed', 'inferred', 'confirmed']),
  /** As printed: 'CNN'. */
  literal: z.string(),
  citationId: id,
})

const line = z.string().trim().min(1)
const longestName = 300

/** All that can be said of a source; what is left out is not known any more. */
export const sourceFields = z.object({
  name: line.max(longestName),
  aliases: z.array(line.max(longestName)).max(1000),
  sourceKind: sourceKind.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  owner: line.max(1000).optional(),
  houseNote: line.max(20_000).optional(),
  warnings: z.array(line.max(2000)).max(100),
  confidential: z.literal(true).optional(),
})

/** Why sources may be one: the same words, or the same but for words such as News or Agency. */
export const spellingReason = z.enum(['same-words', 'nearly'])

/** A source as it stands in a proposal. */
export const spelledSource = z.object({
  id,
  name: z.string(),
  aliases: z.array(z.string()),
  sourceKind: sourceKind.optional(),
  owner: z.string().optional(),
  warnings: z.int(),
  confidential: z.literal(true).optional(),
  citations: z.int(),
  articles: z.int(),
})

export const spellingGroup = z.object({
  /** The id of the source that was added first: the same as long as that is in it. */
  id,
  reason: spellingReason,
  /** The most cited first; the first ones, where there are very many. */
  members: z.array(spelledSource),
  total: z.int(),
})

export const sourceDeed = z.enum(['edit', 'merge', 'split'])

const named = z.object({ id, name: z.string() })

/** One thing that was done to a source. */
export const pastSourceDeed = z.object({
  id,
  /** What was edited, kept by a merge, or split. */
  source: named,
  /** What a merge removed, or a split made: the first ones. */
  others: z.array(named),
  undoneAt: timestamp.optional(),
  /** False where something that was done later has to be undone first. */
  undoable: z.boolean(),
})

/** What was done to sources in one go. */
export const sourceStep = z.object({
  id,
  at: timestamp,
  actor: z.string(),
  deed: sourceDeed,
  /** How many sources were edited, kept or split; how many were removed or made. */
  sources: z.int(),
  others: z.int(),
  undone: z.int(),
  /** The first ones. */
  shown: z.array(pastSourceDeed),
})

export const sources = {
  get: reads.input(z.object({ id })).output(
    z.object({
      source,
      /** Citations in all, and articles that hold them. */
      citations: z.int(),
      articles: z.int(),
      references: z.array(reference),
      /** The words that were printed, the most frequent first. */
      printed: z.array(z.object({ literal: z.string(), citations: z.int() })),
      /** The source that was asked for, where it was merged into this one. */
      mergedFrom: named.optional(),
      damaged,
    }),
  ),
  /** Passages that cite the source, printed and inferred, by article and in the order of the text. */
  passages: reads
    .input(z.object({ id, ...page }))
    .output(z.object({ total: z.int(), rows: z.array(citingPassage) })),
  /** Another state of a source; a name that it had stays one of its aliases. Without a step where nothing is changed by it. */
  edit: writes.input(z.object({ id, fields: sourceFields })).output(z.object({ stepId: id.optional() })),
  /** Groups of sources that may be one. */
  counts: reads.input(nothing).output(z.object({ groups: z.int(), removed: z.int() })),
  proposals: reads.input(z.object(page)).output(z.object({ total: z.int(), groups: z.array(spellingGroup) })),
  /** Those of each group are different: they are not proposed together again. */
  dismiss: writes
    .input(z.object({ groups: z.array(z.array(id).min(2).max(1000)).min(1).max(1000) }))
    .output(z.object({ dismissalIds: z.array(id) })),
  /** What was said to be different, the newest first. */
  dismissals: reads.input(z.object(page)).output(
    z.object({
      total: z.int(),
      rows: z.array(z.object({ id, at: timestamp, sources: z.array(named) })),
    }),
  ),
  /** Takes dismissals back. */
  recall: writes.input(z.object({ dismissalIds: z.array(id).min(1).max(1000) })).output(nothing),
  /**
   * Makes one source of several, as a job; each merge whole or not at all. Citations keep their words and name the kept
   * source; the others go to the trash.
   */
  merge: writes
    .input(
      z.object({
        merges: z
          .array(z.object({ keptId: id, removedIds: z.array(id).min(1).max(1000) }))
          .min(1)
          .max(1000),
      }),
    )
    .output(z.object({ jobId: id })),
  /** Makes sources of their own of aliases, with the citations that are printed so, as a job. */
  split: writes
    .input(z.object({ id, aliases: z.array(line).min(1).max(1000) }))
    .output(z.object({ jobId: id })),
  /** The newest first. */
  history: reads.input(z.object(page)).output(z.object({ total: z.int(), steps: z.array(sourceStep) })),
  /** Undoes all that was done in one go, or one thing of it, as a job: each whole or not at all, the last first. */
  undo: writes.input(z.object({ id })).output(z.object({ jobId: id })),
}

export type CitingPassage = z.infer<typeof citingPassage>
export type SourceFieldsInput = z.infer<typeof sourceFields>
export type SpelledSource = z.infer<typeof spelledSource>
export type SpellingGroup = z.infer<typeof spellingGroup>
export type SpellingReason = z.infer<typeof spellingReason>
export type SourceStep = z.infer<typeof sourceStep>
