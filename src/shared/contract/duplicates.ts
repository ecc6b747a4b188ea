import * as z from 'zod'
import { id, sha256, timestamp } from '../model/scalars'
import { nothing, page, reads, writes } from './base'

/** Kinds whose near duplicates are looked for. */
export const duplicateKind = z.enum(['article', 'photo'])

/** Which item of a group stays. What is equal by a rule is told apart by which was added first. */
export const mergeRule = z.enum(['earliest', 'newest', 'fullest', 'most-cited'])

/** Why items stand in one group: nearly the same text, pictures that look alike, or photos with the same fields. */
export const duplicateReason = z.enum(['text', 'picture', 'fields'])

export const duplicateMember = z.object({
  id,
  title: z.string(),
  /** Publisher or creator. */
  subtitle: z.string().optional(),
  /** EDTF, as far as it is known. */
  published: z.string().optional(),
  addedAt: timestamp,
  versions: z.int(),
  citations: z.int(),
  /** Characters of an article's text, pixels of a photo. */
  size: z.int(),
  /** Of a photo whose picture is held. */
  original: sha256.optional(),
  /** With the first of the group, 0 to 1. */
  likeness: z.number(),
})

export const duplicateGroup = z.object({
  /** The id of its first item: the same as long as that is in it. */
  id,
  kind: duplicateKind,
  reason: duplicateReason,
  /** The first ones, where there are very many; `members` has the others, and a rule merges all of them. */
  members: z.array(duplicateMember),
  total: z.int(),
})

/** `removed`: items that would go to the trash if one of each group were kept. */
export const duplicateCounts = z.object({ groups: z.int(), removed: z.int() })

/** What a merge kept and removed. */
export const pastMerge = z.object({
  id,
  kept: z.object({ id, title: z.string() }),
  removed: z.array(z.object({ id, title: z.string() })),
  undoneAt: timestamp.optional(),
  /** Absent where a later merge has to be undone first. */
  undoable: z.boolean(),
})

/** What was merged in one go. */
export const mergeStep = z.object({
  id,
  at: timestamp,
  actor: z.string(),
  rule: mergeRule.optional(),
  merges: z.int(),
  removed: z.int(),
  /** Merges of it that are undone. */
  undone: z.int(),
  /** The first ones. */
  shown: z.array(pastMerge),
})

const kind = duplicateKind.optional()

export const duplicates = {
  counts: reads.input(nothing).output(z.object({ article: duplicateCounts, photo: duplicateCounts })),
  list: reads
    .input(z.object({ kind, ...page }))
    .output(z.object({ total: z.int(), groups: z.array(duplicateGroup) })),
  /** The members of a group, which is named by the id of its first item; `not-found` where there is no such group any more. */
  members: reads
    .input(z.object({ id, ...page }))
    .output(z.object({ total: z.int(), members: z.array(duplicateMember) })),
  /** These are different: they are not shown together again. */
  dismiss: writes
    .input(z.object({ ids: z.array(id).min(2).max(1000) }))
    .output(z.object({ dismissalId: id })),
  /** Takes a dismissal back. */
  recall: writes.input(z.object({ dismissalId: id })).output(nothing),
  /** One group: the kept item stays as it is, the others go to the trash. */
  merge: writes
    .input(z.object({ keptId: id, removedIds: z.array(id).min(1).max(1000) }))
    .output(z.object({ stepId: id, removed: z.int() })),
  /** Every group, by a rule, as a job; each group is merged whole or not at all. */
  mergeAll: writes.input(z.object({ rule: mergeRule, kind })).output(z.object({ jobId: id })),
  /** The newest first. */
  history: reads.input(z.object(page)).output(z.object({ total: z.int(), steps: z.array(mergeStep) })),
  /**
   * Brings back what one merge, or all that was merged in one go, removed, as a job: each merge whole or not at all, the
   * last first. What is left where it was stopped is undone by the same call.
   */
  undo: writes.input(z.object({ id })).output(z.object({ jobId: id })),
}

export type DuplicateKind = z.infer<typeof duplicateKind>
export type MergeRule = z.infer<typeof mergeRule>
export type DuplicateReason = z.infer<typeof duplicateReason>
export type DuplicateMember = z.infer<typeof duplicateMember>
export type DuplicateGroup = z.infer<typeof duplicateGroup>
export type DuplicateCounts = z.infer<typeof duplicateCounts>
export type PastMerge = z.infer<typeof pastMerge>
export type MergeStep = z.infer<typeof mergeStep>
