import * as z from 'zod'
import {
  articleFields,
  capture,
  charset,
  detected,
  doubt,
  fieldOrigins,
  furniture,
  passage,
  passageLabel,
  slot,
} from './article'
import { sourceKind } from './citation'
import { photoContent } from './photo'
import { cslItem } from './reference'
import { text } from './scalars'

/** A source as the parser found it, by name. */
const namedSource = z.strictObject({ name: text, sourceKind: sourceKind.optional() })

/** A source line as the parser found it; `cites` names the sources in the order in which they are printed. */
export const parsedSourceLine = z.strictObject({
  after: passageLabel,
  literal: z.string().min(1),
  order: z.int().positive(),
  cites: z.array(namedSource.extend({ literal: z.string().min(1) })),
})

/**
 * A slot before anything is stored. `picture` is the name of the file that it shows, as the article gives it: of an inner
 * file of the same answer, or of a file beside it.
 */
export const parsedSlot = slot.omit({ photoId: true }).extend({ picture: text.max(4000).optional() })

/** An article as an importer read it: no ids yet, sources by name. Plain data, validated before it is stored. */
export const parsedArticle = z.strictObject({
  kind: z.literal('article'),
  fields: articleFields,
  charset: charset.optional(),
  /** What the language was taken from, where it was detected and not stated. */
  languageDetected: detected.shape.language,
  passages: z.array(passage),
  sourceLines: z.array(parsedSourceLine),
  slots: z.array(parsedSlot),
  furniture: z.array(furniture),
  doubts: z.array(doubt),
  origins: fieldOrigins.optional(),
  capture: capture.optional(),
  pages: z.int().positive().optional(),
})

/** A photo without its bytes, whose address the core knows. `sidecar` where a file beside it was read into it. */
export const parsedPhoto = photoContent.extend({
  kind: z.literal('photo'),
  /** Name of the companion that was read into it. */
  sidecar: text.optional(),
  /** False where it is a line of a table and its picture is not at hand. */
  held: z.boolean(),
})

export const parsedReference = z.strictObject({
  kind: z.literal('reference'),
  /** The key that the file gives it. */
  key: text.optional(),
  csl: cslItem,
  source: namedSource.optional(),
  doubts: z.array(doubt),
})

export const parsedSource = namedSource.extend({
  kind: z.literal('source'),
  aliases: z.array(text),
  url: z.url({ protocol: /^https?$/ }).optional(),
  owner: text.optional(),
})

/** Which column of a table goes where: heads of columns to names of fields (IPTC for photos, CSL for references). */
export const tableMapping = z.strictObject({
  target: z.enum(['photo', 'reference', 'source']),
  columns: z.record(z.string(), z.string()),
})

/** A table as it is proposed to be read; it comes before the records that this mapping makes of it. */
export const parsedTable = z.strictObject({
  kind: z.literal('table'),
  columns: z.array(z.string()),
  rows: z.int().nonnegative(),
  /** The first rows as they stand. */
  sample: z.array(z.array(z.string())),
  mapping: tableMapping,
})

/** A file inside that could not be taken out, and why: `code` is one of `refusalCodes`. */
export const parsedUnreadable = z.strictObject({
  kind: z.literal('unreadable'),
  name: text,
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

/** What a parser answers in JSON. Files inside come beside it, as bytes. */
export const parsedItem = z.discriminatedUnion('kind', [
  parsedArticle,
  parsedPhoto,
  parsedReference,
  parsedSource,
  parsedTable,
  parsedUnreadable,
])

export type ParsedSourceLine = Readonly<z.infer<typeof parsedSourceLine>>
export type ParsedSlot = Readonly<z.infer<typeof parsedSlot>>
export type ParsedArticle = Readonly<z.infer<typeof parsedArticle>>
export type ParsedPhoto = Readonly<z.infer<typeof parsedPhoto>>
export type ParsedReference = Readonly<z.infer<typeof parsedReference>>
export type ParsedSource = Readonly<z.infer<typeof parsedSource>>
export type TableMapping = Readonly<z.infer<typeof tableMapping>>
export type ParsedTable = Readonly<z.infer<typeof parsedTable>>
export type ParsedUnreadable = Readonly<z.infer<typeof parsedUnreadable>>
/** What becomes a record. */
export type ParsedRecord = ParsedArticle | ParsedPhoto | ParsedReference | ParsedSource
export type ParsedItem = Readonly<z.infer<typeof parsedItem>>
