import * as z from 'zod'
import { articleFields, doubt, furniture, passage, passageLabel, slot } from './article'
import { sourceKind } from './citation'
import { text } from './scalars'

/** A source line as the parser found it; `cites` names the sources in the order in which they are printed. */
export const parsedSourceLine = z.strictObject({
  after: passageLabel,
  literal: z.string().min(1),
  order: z.int().positive(),
  cites: z.array(
    z.strictObject({ literal: z.string().min(1), name: text, sourceKind: sourceKind.optional() }),
  ),
})

/** The charset that the bytes were read in. `confidence` 0..1; `bom` where a byte order mark said so. */
export const charset = z.strictObject({ name: text, confidence: z.number().min(0).max(1), bom: z.boolean() })

/** An article as an importer read it: no ids yet, sources by name. Plain data, validated before it is stored. */
export const parsedArticle = z.strictObject({
  kind: z.literal('article'),
  fields: articleFields,
  charset: charset.optional(),
  passages: z.array(passage),
  sourceLines: z.array(parsedSourceLine),
  slots: z.array(slot),
  furniture: z.array(furniture),
  doubts: z.array(doubt),
})

export type ParsedSourceLine = Readonly<z.infer<typeof parsedSourceLine>>
export type ParsedArticle = Readonly<z.infer<typeof parsedArticle>>
