import * as z from 'zod'
import { isErrorCode } from '#shared/errors'
import type { ErrorCode } from '#shared/errors'
import { parsedItem } from '#shared/model/parsed'
import type { Parsed } from './types'

const errorReport = z.strictObject({
  code: z.custom<ErrorCode>(isErrorCode),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

const mediaType = z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/)

const answer = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('parsed'),
    importer: z.string().regex(/^[a-z][a-z0-9-]*$/),
    mediaType,
    container: z.boolean(),
    items: z.array(parsedItem),
    error: errorReport.optional(),
  }),
  z.strictObject({
    type: z.literal('picture'),
    width: z.int().positive(),
    height: z.int().positive(),
    perceptualHash: z.string().regex(/^[0-9a-f]{16}$/),
  }),
  z.strictObject({ type: z.literal('no-picture'), reason: z.string().regex(/^[a-z-]{1,40}$/) }),
  z.strictObject({ type: z.literal('refused'), mediaType, error: errorReport }),
])

/** Bytes of one answer beyond which nothing more is believed. */
const longest = 512 * 1024 * 1024

export type AnswerSoFar = 'more' | 'nonsense' | Parsed

/**
 * Puts the parts of an answer together and checks it. Whatever is wrong with a part is nonsense: the process that said it
 * is not to be trusted with another file.
 */
export const createAnswerReader = (): ((part: {
  readonly json: Uint8Array
  readonly last: boolean
}) => AnswerSoFar) => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const texts: string[] = []
  let length = 0
  return ({ json, last }) => {
    length += json.byteLength
    if (length > longest) return 'nonsense'
    try {
      texts.push(decoder.decode(json, { stream: !last }))
      if (!last) return 'more'
      const checked = answer.safeParse(JSON.parse(texts.join('')))
      return checked.success ? checked.data : 'nonsense'
    } catch {
      // Not UTF-8, or not JSON.
      return 'nonsense'
    }
  }
}
