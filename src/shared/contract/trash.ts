import * as z from 'zod'
import { id, timestamp } from '../model/scalars'
import { nothing, page, reads, writes } from './base'

/** `search` is a saved search. */
export const trashKind = z.enum(['article', 'photo', 'reference', 'source', 'claim', 'note', 'search'])

export const trashRow = z.object({
  id,
  kind: trashKind,
  title: z.string(),
  /** When it was removed. */
  at: timestamp,
  /** It was merged into another and comes back by undoing that (`duplicates.undo`, `sources.undo`). */
  merged: z.object({ mergeId: id, into: id, title: z.string() }).optional(),
})

const ids = z.object({ ids: z.array(id).min(1).max(1000) })

/** What was removed, until it is destroyed: at the user's wish, or `daysInTrash` after it was removed. */
export const trash = {
  /** Moves articles, photos and references there, all of them or none. Whatever names one still finds it. */
  remove: writes.input(ids).output(z.object({ removed: z.int() })),
  /** Brings back what was not merged, all of it or nothing: as it was and where it was. */
  restore: writes.input(ids).output(z.object({ restored: z.int() })),
  /** What was removed last comes first. */
  list: reads.input(z.object(page)).output(z.object({ total: z.int(), rows: z.array(trashRow) })),
  /**
   * Destroys what is in it, as a job that ends as `empty`: records, and the files that nothing else needs. What something
   * names stays in the trash. Refused with `unavailable` while an import runs.
   */
  empty: writes.input(nothing).output(z.object({ jobId: id })),
}

export type TrashKind = z.infer<typeof trashKind>
export type TrashRow = z.infer<typeof trashRow>
