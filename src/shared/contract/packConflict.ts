import * as z from 'zod'
import { id } from '../model/scalars'
import { recordDifference } from './packDifference'

/**
 * How what a pack has of a record stands to what is held, by their chains of custody. `ahead`: it goes on from that; `apart`:
 * both went on from the same state; `unknown`: there is no chain to tell by.
 */
export const packLineage = z.enum(['ahead', 'apart', 'unknown'])

/** A record of which a pack and the archive say different things. What is held stays, unless the user takes the pack's. */
export const packConflict = recordDifference
  .pick({ kind: true, id: true, title: true, fields: true })
  .extend({
    lineage: packLineage,
    /** How many passages and citations differ, of an article. */
    passages: z.int(),
    citations: z.int(),
    /**
     * Whether the pack's can be taken: not where a version or an original would be lost or changed, it may mask words, nothing would
     * be other than it is, or what is held lies in the trash.
     */
    takeable: z.boolean(),
  })

/** Of which conflicts of a pack the user takes what the pack has. */
export const taking = z.union([z.enum(['none', 'ahead', 'all']), z.array(id).max(100_000)])

export type PackConflict = Readonly<z.infer<typeof packConflict>>
