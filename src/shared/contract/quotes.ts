import * as z from 'zod'
import { passageLabel } from '../model/article'
import { id } from '../model/scalars'
import { passageTarget } from '../model/selector'
import { reads } from './base'
import { wordRun } from './versions'

/** Code points of a passage's text before a place. */
const passagePlace = z.object({ passage: passageLabel, offset: z.int().nonnegative() })

/** What became of a target in another version. Nothing is moved: a proposal is the user's to take. */
export const resolution = z.discriminatedUnion('state', [
  z.object({ state: z.literal('exact'), place: z.enum(['unchanged', 'moved']), target: passageTarget }),
  z.object({
    state: z.literal('orphan'),
    proposal: z
      .object({ target: passageTarget, likeness: z.number().min(0).max(1), words: z.array(wordRun) })
      .optional(),
  }),
  /** The text is not the one that the target refers to. */
  z.object({ state: z.literal('other-text') }),
])

/** The differences between a quotation and its passage that are a matter of setting. */
export const typographicRule = z.enum([
  'quote-marks',
  'apostrophes',
  'dashes',
  'ellipsis',
  'spaces',
  'letter-forms',
  'hyphenation',
  'invisible',
  'first-letter',
  'end-mark',
  'omission',
  'insertion',
])

/** A quotation beside a text; `target` is the part of the text that it was found in, or is nearest to. */
export const quoteComparison = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('identical'), target: passageTarget }),
  z.object({
    outcome: z.literal('typographic'),
    target: passageTarget,
    differences: z.array(typographicRule),
    /** What the quotation says that it left out or put in, and the words of the text in its place. */
    marked: z.array(
      z.object({ as: z.enum(['omission', 'insertion']), quoted: z.string(), text: z.string() }),
    ),
  }),
  z.object({
    outcome: z.literal('words-changed'),
    target: passageTarget,
    /** From the text to the quotation. */
    words: z.array(wordRun),
    likeness: z.number().min(0).max(1),
  }),
  z.object({ outcome: z.literal('not-found') }),
])

const quotation = z.string().trim().min(1).max(10_000)

/** A passage elsewhere in which these words stand, or words like them. */
export const quotePlace = z.object({
  articleId: id,
  headline: z.string(),
  passage: passageLabel,
  comparison: quoteComparison,
})

export const quotes = {
  /** A selection in a version (the newest where none is named) as a target. */
  select: reads
    .input(z.object({ articleId: id, versionId: id.optional(), from: passagePlace, to: passagePlace }))
    .output(passageTarget),
  /** A target in the newest version of its article, or in the one named. */
  resolve: reads.input(z.object({ target: passageTarget, versionId: id.optional() })).output(resolution),
  /**
   * A quotation against the passages of a target (`against`), and where else in the archive these words stand, the nearest
   * first; without a target only the latter.
   */
  compare: reads
    .input(
      z.object({
        quotation,
        target: passageTarget.optional(),
        /** How many places of the archive are told. */
        limit: z.int().min(0).max(50).default(10),
      }),
    )
    .output(z.object({ against: quoteComparison.optional(), elsewhere: z.array(quotePlace) })),
  /** The quotations that stand in an article's newest version, in any language's marks. */
  list: reads
    .input(z.object({ articleId: id }))
    .output(
      z.array(
        z.object({ text: z.string(), marks: z.array(z.string()).min(1).max(2), target: passageTarget }),
      ),
    ),
}

export type Resolution = Readonly<z.infer<typeof resolution>>
export type TypographicRule = z.infer<typeof typographicRule>
export type QuoteComparison = Readonly<z.infer<typeof quoteComparison>>
export type QuotePlace = Readonly<z.infer<typeof quotePlace>>
