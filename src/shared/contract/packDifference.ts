import * as z from 'zod'
import { passageLabel } from '../model/article'
import { id } from '../model/scalars'
import { passageChange } from './versions'

const citationLine = z.object({ passage: passageLabel, literal: z.string() })

/** What became of one record between two packs, or since a pack. */
export const recordDifference = z.object({
  as: z.enum(['added', 'removed', 'changed']),
  kind: z.enum(['article', 'photo', 'reference', 'source', 'claim', 'note']),
  id,
  title: z.string(),
  /** Names of the fields that differ, of a changed one. */
  fields: z.array(z.string()),
  /** Passages that are new, gone, moved or changed, of the newest version of each side. */
  passages: z.array(passageChange),
  citations: z.object({ added: z.array(citationLine), removed: z.array(citationLine) }),
})

/** What a pack was, as it says of itself. */
export const comparedSide = z.object({ name: z.string(), date: z.string().optional() })

export const packDifference = z.object({
  before: comparedSide,
  /** Absent where it is the archive as it is now. */
  after: comparedSide.optional(),
  same: z.int(),
  records: z.array(recordDifference),
})

export type RecordDifference = Readonly<z.infer<typeof recordDifference>>
export type PackDifference = Readonly<z.infer<typeof packDifference>>
