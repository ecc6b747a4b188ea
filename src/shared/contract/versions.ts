import * as z from 'zod'
import { passageKind, passageLabel } from '../model/article'

/** A run of words that stays, goes or comes. */
export const wordRun = z.object({ as: z.enum(['same', 'gone', 'new']), text: z.string() })

/** What became of one passage between two versions. */
export const passageChange = z.object({
  as: z.enum(['same', 'changed', 'moved', 'new', 'gone']),
  passageKind,
  /** Its label in the earlier version, and in the later one. */
  from: passageLabel.optional(),
  to: passageLabel.optional(),
  /** As it reads now; of one that is gone, as it read. */
  text: z.string(),
  /** Word by word, of a changed one. */
  words: z.array(wordRun).optional(),
  /** How many citations of the earlier version stand at it. */
  citations: z.int(),
})

/** Two versions of an article, passage by passage in the order of the later one; what is gone stands where it stood. */
export const versionComparison = z.object({
  from: z.int(),
  to: z.int(),
  headline: z.object({ from: z.string(), to: z.string() }).optional(),
  changes: z.array(passageChange),
})

export type WordRun = Readonly<z.infer<typeof wordRun>>
export type PassageChange = Readonly<z.infer<typeof passageChange>>
export type VersionComparison = Readonly<z.infer<typeof versionComparison>>
