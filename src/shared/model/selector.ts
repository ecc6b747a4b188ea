import * as z from 'zod'
import { passageLabel } from './article'
import { id, sha256, text } from './scalars'

/** Code points before and after a selection that are kept with it. */
export const selectorContext = 32

/**
 * Where words stand in a text, as quote and as position at once (W3C Web Annotation, TextQuoteSelector and
 * TextPositionSelector). The text is article.txt of a version: NFC, LF, one passage a line. Offsets are code points,
 * `[start, end)`.
 */
export const textSelector = z.strictObject({
  exact: text,
  /** At most `selectorContext` code points. */
  prefix: z.string(),
  suffix: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** Of the UTF-8 of the text that the offsets refer to. */
  textSha256: sha256,
})

/** A passage of one version of an article, or words in it. The version never changes, so the target never moves. */
export const passageTarget = z.strictObject({
  articleId: id,
  versionId: id,
  /** Where it begins. */
  passage: passageLabel,
  /** Absent where the whole passage is meant. */
  selector: textSelector.optional(),
})

export type TextSelector = Readonly<z.infer<typeof textSelector>>
export type PassageTarget = Readonly<z.infer<typeof passageTarget>>
