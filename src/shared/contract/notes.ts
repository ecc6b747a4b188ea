import * as z from 'zod'
import { recordKind } from '../model/kinds'
import { note, noteTarget } from '../model/note'
import { id, text } from '../model/scalars'
import { nothing, page, reads, writes } from './base'

/** Characters of a note. */
const longest = 20_000
const words = text.max(longest)

/** A note with the name of what it is about. */
export const noteRow = note.extend({ item: z.object({ id, kind: recordKind, title: z.string() }).optional() })

const byId = z.object({ id })

export const notes = {
  /** The newest first; `open` leaves out, or shows only, what is still to be done. */
  list: reads
    .input(z.object({ open: z.boolean().optional(), itemId: id.optional(), ...page }))
    .output(z.object({ total: z.int(), rows: z.array(noteRow) })),
  make: writes
    .input(z.object({ target: noteTarget, text: words, open: z.boolean().default(false) }))
    .output(note),
  /** What is not named stays: closing and reopening is `open`. A target moves only on the user's word. */
  edit: writes
    .input(
      z.object({ id, text: words.optional(), open: z.boolean().optional(), target: noteTarget.optional() }),
    )
    .output(note),
  withdraw: writes.input(byId).output(nothing),
  /** Undoes a withdrawal. */
  restore: writes.input(byId).output(note),
}

export type NoteRow = z.infer<typeof noteRow>
