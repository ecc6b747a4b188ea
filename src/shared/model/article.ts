import * as z from 'zod'
import { id, language, partialDate, sha256, text, timestamp } from './scalars'

/**
 * The short name of a passage, stable in its version: `s1` summary point, `1` paragraph, `h1` heading, `q1` quote set
 * apart, `l1` list point, `c1` caption.
 */
export const passageLabel = z.string().regex(/^[shqlc]?[1-9]\d*$/)

export const passageKind = z.enum(['summary', 'heading', 'paragraph', 'quote', 'listItem', 'caption'])

export const passage = z.strictObject({
  label: passageLabel,
  /** 1..n in the order of article.txt. */
  ordinal: z.int().positive(),
  passageKind,
  text,
  language: language.optional(),
  page: z.int().positive().optional(),
})

export const sourceLine = z.strictObject({
  /** Label of the passage that the line follows. */
  after: passageLabel,
  /** As printed, byte for byte: not normalised. */
  literal: z.string().min(1),
  /** 1..n in the order of the text. */
  order: z.int().positive(),
  citationIds: z.array(id),
})

export const slot = z.strictObject({
  number: z.int().positive(),
  /** Label of the passage after which the picture stands; absent where the place is unknown. */
  placedAfter: passageLabel.optional(),
  placement: z.enum(['stated', 'inferred']),
  caption: text.optional(),
  credit: text.optional(),
  photoId: id.optional(),
})

export const furnitureReason = z.enum([
  'newsletter',
  'follow-us',
  'advertisement',
  'related',
  'share',
  'copyright',
  'navigation',
  'other',
])

/** A line of the page that is not part of the article, and why it was left out. */
export const furniture = z.strictObject({ text, reason: furnitureReason })

/** What an importer is not sure of, in its own words, as data: shown beside the record. */
export const doubt = z.strictObject({ field: text, message: text })

export const version = z.strictObject({
  id,
  articleId: id,
  number: z.int().positive(),
  original: sha256.optional(),
  importedAt: timestamp,
  passages: z.array(passage),
  sourceLines: z.array(sourceLine),
  slots: z.array(slot),
  furniture: z.array(furniture),
  doubts: z.array(doubt).optional(),
})

export const articleType = z.enum(['news', 'mail', 'page', 'document', 'digest'])

/** Headline, byline and the like: what an article says of itself. */
export const articleFields = z.strictObject({
  headline: text,
  articleType,
  byline: text.optional(),
  dateline: text.optional(),
  publisher: text.optional(),
  published: partialDate.optional(),
  modified: partialDate.optional(),
  language: language.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
})

export const article = articleFields.extend({
  id,
  kind: z.literal('article'),
  /** Id of the reference of which this text is a digest. */
  basedOn: id.optional(),
  versions: z.array(version).min(1),
  tags: z.array(text),
  collections: z.array(text),
})

export type Passage = Readonly<z.infer<typeof passage>>
export type PassageKind = z.infer<typeof passageKind>
export type SourceLine = Readonly<z.infer<typeof sourceLine>>
export type Slot = Readonly<z.infer<typeof slot>>
export type FurnitureReason = z.infer<typeof furnitureReason>
export type Doubt = Readonly<z.infer<typeof doubt>>
export type Version = Readonly<z.infer<typeof version>>
export type ArticleType = z.infer<typeof articleType>
export type Article = Readonly<z.infer<typeof article>>
