import * as z from 'zod'
import { id, language, partialDate, sha256, text, timestamp } from './scalars'

/**
 * The short name of a passage, stable in its version: `s1` summary point, `1` paragraph, `h1` heading, `q1` quote set
 * apart, `l1` list point, `c1` caption, `f1` footnote.
 */
export const passageLabel = z.string().regex(/^[shqlcf]?[1-9]\d*$/)

export const passageKind = z.enum([
  'summary',
  'heading',
  'paragraph',
  'quote',
  'listItem',
  'caption',
  'footnote',
])

/** Where words of a passage led: code points `[start, end)` of its text, and the address as it stood. Never followed. */
export const passageLink = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  url: text.max(4000),
})

export const passage = z.strictObject({
  label: passageLabel,
  /** 1..n in the order of article.txt. */
  ordinal: z.int().positive(),
  passageKind,
  text,
  language: language.optional(),
  /** Counted from 1, in a document that has pages. */
  page: z.int().positive().optional(),
  links: z.array(passageLink).min(1).optional(),
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
  /** What the page says of the picture for those who can't see it (`alt`). */
  altText: text.optional(),
  /** Where the picture stood, as the file names it. Data: never opened. */
  address: text.max(4000).optional(),
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

/** The charset that the bytes were read in. `confidence` 0..1; `bom` where a byte order mark said so. */
export const charset = z.strictObject({ name: text, confidence: z.number().min(0).max(1), bom: z.boolean() })

/** What was found out about the bytes and not said by them, with its confidence (0..1). */
export const detected = z.strictObject({
  charset: charset.optional(),
  language: z.strictObject({ language, confidence: z.number().min(0).max(1) }).optional(),
})

/** Where in a file a value was found. */
export const fieldOrigin = z.enum([
  'json-ld',
  'microdata',
  'open-graph',
  'dublin-core',
  'meta',
  'page',
  'document',
  'feed',
  'mail-header',
  'capture',
])

/** For each field of the article the values that were found, the one that was taken first. */
export const fieldOrigins = z.record(
  z.string().regex(/^[a-z][A-Za-z]*$/),
  z.array(z.strictObject({ from: fieldOrigin, value: text })).min(1),
)

/** How a web capture came about, and whether it is as it was made (WARC 1.1, WACZ 1.1.1). */
export const capture = z.strictObject({
  at: timestamp.optional(),
  url: text.max(4000),
  software: text.optional(),
  /** The hash that the capture states for its content. */
  digest: z.enum(['matches', 'broken', 'absent', 'not-checkable']),
  signature: z.enum(['unsigned', 'signed', 'broken']),
})

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
  detected: detected.optional(),
  origins: fieldOrigins.optional(),
  capture: capture.optional(),
  /** Pages of the document, held or not as text. */
  pages: z.int().positive().optional(),
})

export const articleType = z.enum(['news', 'mail', 'page', 'document', 'digest'])

/** Whether a text may be used, as its publisher says (ninjs 3.1). */
export const pubStatus = z.enum(['usable', 'withheld', 'canceled'])

/** Who wrote and who received a mail. */
export const correspondent = z.strictObject({
  role: z.enum(['from', 'sender', 'reply-to', 'to', 'cc', 'bcc']),
  name: text.optional(),
  address: text.optional(),
})

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
  /** What its publisher calls it, the same for each of its versions: ninjs `uri`, Atom `id`, a mail's `Message-ID`. */
  uri: text.max(2000).optional(),
  pubStatus: pubStatus.optional(),
  copyrightNotice: text.optional(),
  /** As its publisher filed it; tags are the user's own. */
  keywords: z.array(text).min(1).optional(),
  persons: z.array(text).min(1).optional(),
  places: z.array(text).min(1).optional(),
  /** Where its publisher had it from (ninjs `infoSources`): stated for the text as a whole, so no citation. */
  infoSources: z.array(text).min(1).optional(),
  correspondents: z.array(correspondent).min(1).optional(),
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
export type Charset = Readonly<z.infer<typeof charset>>
export type FieldOrigin = z.infer<typeof fieldOrigin>
export type FieldOrigins = Readonly<z.infer<typeof fieldOrigins>>
export type Capture = Readonly<z.infer<typeof capture>>
export type PassageLink = Readonly<z.infer<typeof passageLink>>
export type Version = Readonly<z.infer<typeof version>>
export type ArticleType = z.infer<typeof articleType>
export type ArticleFields = Readonly<z.infer<typeof articleFields>>
export type Article = Readonly<z.infer<typeof article>>
