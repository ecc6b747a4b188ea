import * as z from 'zod'
import { doubt } from './article'
import { id, sha256, text } from './scalars'

/** Fields by their IPTC Photo Metadata 2025.1 names: `headline`, `creditLine`, `copyrightNotice`, `dateCreated` ... */
const iptcFields = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), text)

/** Where in a picture, or beside it, a value was found. */
export const photoOrigin = z.enum(['xmp', 'iim', 'exif', 'sidecar', 'table', 'png', 'svg'])

/** A C2PA manifest inside a picture: what it claims, as it stands. Nothing of it was checked. */
export const contentCredentials = z.strictObject({
  state: z.literal('not-checked'),
  issuer: text.optional(),
  claimGenerator: text.optional(),
  title: text.optional(),
})

/** What is known of a picture. Several values of one field stand in one text, parted by `; `. */
export const photoContent = z.strictObject({
  fields: iptcFields,
  /** For each field the values that were found, by where they were found; the one that was taken first. */
  origins: z.record(z.string(), z.array(z.strictObject({ from: photoOrigin, value: text }))),
  /** Pixels as stored, before the turn that `orientation` asks for; absent where they could not be read. */
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  /** EXIF orientation, 1 to 8. */
  orientation: z.int().min(1).max(8),
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  /** When it was taken, as the camera had it: ISO 8601, with the offset from UTC where that is stated. */
  capturedAt: text.optional(),
  contentCredentials: contentCredentials.optional(),
  doubts: z.array(doubt).optional(),
})

export const photo = photoContent.extend({
  id,
  kind: z.literal('photo'),
  /** The picture's own bytes; absent where only its metadata is held. */
  original: sha256.optional(),
  /** The name that its file came with, safe to show. */
  fileName: text.optional(),
  /** The XMP file that stood beside it and was read into it. */
  sidecar: sha256.optional(),
  /** The table in which it was listed. */
  listedIn: sha256.optional(),
})

export type PhotoOrigin = z.infer<typeof photoOrigin>
export type ContentCredentials = Readonly<z.infer<typeof contentCredentials>>
export type PhotoContent = Readonly<z.infer<typeof photoContent>>
export type Photo = Readonly<z.infer<typeof photo>>
