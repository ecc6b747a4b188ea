import * as z from 'zod'
import { id } from '../model/scalars'
import { passageTarget } from '../model/selector'

/**
 * What became of a target in another version of its article. `here`: it was made on that version; `found`: the same words
 * stand there; `orphan`: they don't, and what may be meant is a proposal; `gone`: the article or its text is not held as
 * it was.
 */
export const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('here') }),
  z.object({ state: z.literal('found'), target: passageTarget }),
  z.object({
    state: z.literal('orphan'),
    proposal: z.object({ target: passageTarget, words: z.string(), likeness: z.number() }).optional(),
  }),
  z.object({ state: z.literal('gone') }),
])

/** A passage, or words in it, with what it stands in. */
export const placeView = z.object({
  target: passageTarget,
  headline: z.string(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  /** Number of the version that it was made on, and of the newest. */
  version: z.int(),
  newest: z.int(),
  /** The words that are meant: those that were selected, else the whole passage. */
  words: z.string(),
  /** The passage in which it begins. */
  text: z.string(),
  /** Sources that the passage cites, or is taken to cite. */
  cited: z.array(
    z.object({
      sourceId: id.optional(),
      name: z.string(),
      basis: z.enum(['printed', 'inferred', 'confirmed']),
    }),
  ),
  /** In the newest version. */
  standing,
})

export type Standing = z.infer<typeof standing>
export type PlaceView = z.infer<typeof placeView>
