import * as z from 'zod'
import { passageLabel } from './article'
import { id, text, timestamp } from './scalars'
import { textSelector } from './selector'

/** What a note is about: an item, one of its passages, or words in it. */
export const noteTarget = z.strictObject({
  itemId: id,
  versionId: id.optional(),
  passage: passageLabel.optional(),
  selector: textSelector.optional(),
})

/** What the user wrote beside something. */
export const note = z.strictObject({
  id,
  kind: z.literal('note'),
  target: noteTarget,
  text,
  /** Something that is still to be done; desks are warned of open notes before an export. */
  open: z.boolean(),
  createdAt: timestamp,
  updatedAt: timestamp,
})

export type NoteTarget = Readonly<z.infer<typeof noteTarget>>
export type Note = Readonly<z.infer<typeof note>>
