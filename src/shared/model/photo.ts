import * as z from 'zod'
import { id, sha256, text } from './scalars'

/** Fields by their IPTC Photo Metadata 2025.1 names: `headline`, `creditLine`, `copyrightNotice`, `dateCreated` ... */
const iptcFields = z.record(z.string().regex(/^[a-z][A-Za-z]*$/), text)

export const photo = z.strictObject({
  id,
  kind: z.literal('photo'),
  original: sha256,
  fields: iptcFields,
  /** For each field the values that were found, by where they were found. */
  origins: z.record(
    z.string(),
    z.array(z.strictObject({ from: z.enum(['xmp', 'iim', 'exif']), value: text })),
  ),
  /** Pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** EXIF orientation, 1 to 8. */
  orientation: z.int().min(1).max(8),
  position: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
  capturedAt: text.optional(),
})

export type Photo = Readonly<z.infer<typeof photo>>
