import * as z from 'zod'
import { passageLabel } from './article'
import { id, text } from './scalars'

export const sourceKind = z.enum(['outlet', 'agency', 'institution', 'person', 'platform'])

export const source = z.strictObject({
  id,
  kind: z.literal('source'),
  name: text,
  aliases: z.array(text),
  sourceKind: sourceKind.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** Who owns or runs it. */
  owner: text.optional(),
  /** The house's own words on it. */
  houseNote: text.optional(),
  /** What a desk is to be told wherever it is cited: 'state agency: place names not to be relied on'. */
  warnings: z.array(text),
  /** A person who must not be named outside. */
  confidential: z.literal(true).optional(),
})

/** The link 'this passage cites that source': printed, or confirmed by the user; nothing else is a record. */
export const citation = z.strictObject({
  id,
  kind: z.literal('citation'),
  articleId: id,
  versionId: id,
  passage: passageLabel,
  sourceId: id.optional(),
  referenceId: id.optional(),
  /** The words as printed: 'CNN'. */
  literal: z.string().min(1),
  locator: text.optional(),
  origin: z.enum(['printed', 'confirmed']),
})

export type SourceKind = z.infer<typeof sourceKind>
export type Source = Readonly<z.infer<typeof source>>
export type Citation = Readonly<z.infer<typeof citation>>
