import * as z from 'zod'
import { citation } from '../model/citation'
import { id, text } from '../model/scalars'
import { passageTarget } from '../model/selector'
import { nothing, reads, writes } from './base'

/** A source or a reference that can be cited. */
export const citable = z.object({
  id,
  kind: z.enum(['source', 'reference']),
  name: z.string(),
  detail: z.string().optional(),
})

/** Citations by the user's own word: `confirmed`, beside those that were printed. */
export const confirming = {
  /** Sources and references whose name, alias, title or key has these words in it; those most used first. At most 30. */
  citable: reads.input(z.object({ text: z.string().max(300) })).output(z.array(citable)),
  /** An edit of the article. Exactly one of `sourceId` and `referenceId`. */
  confirm: writes
    .input(
      z.object({
        target: passageTarget,
        sourceId: id.optional(),
        referenceId: id.optional(),
        locator: text.max(300).optional(),
      }),
    )
    .output(citation),
  /** Takes out one that the user confirmed; what was printed stays. */
  unconfirm: writes.input(z.object({ id })).output(nothing),
  /** Undoes that. */
  reconfirm: writes.input(citation).output(citation),
}

export type Citable = z.infer<typeof citable>
