import * as z from 'zod'

/** UUIDv7 in lower case. Ids travel: a pack's import keeps them. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

/** SHA-256 in 64 lower-case hex digits: the address of an original. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** ISO 8601 in UTC with milliseconds: `2026-11-22T10:00:00.000Z`. */
export const timestamp = z.iso.datetime()

/** NFC, LF, never empty: what is unknown is absent. */
export const text = z.string().min(1)

/**
 * A date as far as it is known (EDTF level 0: `2019`, `2019-03`, `2019-03-23`, or a full time in UTC), with the
 * literal of the source beside it where that said it otherwise.
 */
export const partialDate = z.strictObject({
  edtf: z.string().regex(/^-?\d{4}(-\d{2}(-\d{2}(T[0-9:.]+Z)?)?)?$/),
  literal: text.optional(),
})

/** BCP 47, as `en`, `ar`, `zh-Hant`. */
export const language = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)

export type Id = z.infer<typeof id>
export type Sha256 = z.infer<typeof sha256>
export type PartialDate = Readonly<z.infer<typeof partialDate>>
