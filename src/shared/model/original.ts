import * as z from 'zod'
import { sha256, text } from './scalars'

/** A file name as it came. `display` is safe to show: control and bidirectional characters are written out. */
export const fileName = z.strictObject({ raw: z.string().min(1), display: text })

/** The bytes as they came, kept unchanged. `bytes` is their number; `mediaType` comes from their content. */
export const original = z.strictObject({
  sha256,
  bytes: z.int().nonnegative(),
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  names: z.array(fileName),
  containerPath: z.array(text).optional(),
})

export type FileName = Readonly<z.infer<typeof fileName>>
export type Original = Readonly<z.infer<typeof original>>
